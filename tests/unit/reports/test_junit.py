from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from reports.junit import junit
from reports.record.facts import Piece
from reports.record.outline import ScenarioPlace
from reports.record.run import FeatureProblem, Run
from tests.unit.reports.story import run, scenario, step


def cases(run: Run) -> list[Xml.Element]:
    return list(Xml.fromstring(junit(run)).iter("testcase"))  # noqa: S314  our own document


def test_case_points_to_the_feature_and_the_line_of_its_row(stage: Any) -> None:
    stage.play(stage.process("main"), stage.leave)
    case = cases(stage.run())[2]
    assert case.attrib["classname"] == "Привязка"
    assert case.attrib["name"] == "Кнопка Выйти [Выйти | нет]"
    assert (case.attrib["file"], case.attrib["line"]) == ("features/sample.feature", "14")
    assert float(case.attrib["time"]) > 0
    assert list(case) == []


@pytest.mark.parametrize(
    ("status", "element", "message"),
    [
        ("failed", "failure", "Не пройден: нет кнопки"),
        ("broken", "error", "Сломался: нет кнопки"),
        ("interrupted", "error", "Прерван: нет кнопки"),
        ("unsound", "error", "Ошибка в самом сценарии: нет кнопки"),
        ("skipped", "skipped", "Пропущен: нет кнопки"),
    ],
)
def test_each_verdict_has_its_element(stage: Any, status: str, element: str, message: str) -> None:
    stage.play(stage.process("main"), stage.first, [], status, reason="нет кнопки\nесть другие")
    verdict = cases(stage.run())[0][0]
    assert (verdict.tag, verdict.attrib["message"]) == (element, message)


def test_planned_but_never_begun_is_an_error_not_an_absence(stage: Any) -> None:
    assert [case[0].attrib["type"] for case in cases(stage.run())] == ["not_started"] * 3


def test_story_shows_each_sentence_and_where_the_picture_is(stage: Any) -> None:
    picture = [Piece("image/png", b"png", "screen.png")]
    error = AssertionError("нет \x1b[31mкнопки")
    stage.play(stage.process("main"), stage.first, ["passed", "failed"], "failed", error, picture)
    told = cases(stage.run())[0][0].text
    assert told is not None
    assert told.splitlines() == [
        "✓ features/sample.feature:5  Дано есть учитель",
        "✗ features/sample.feature:6  Когда нажимаю «Привязать»",
        "· features/sample.feature:7  Тогда вижу «Стол»",
        "нет [31mкнопки",
        "evidence/0a1b2c3d-main-1-screen.png",
    ]


def test_numbers_of_the_suite_agree_with_its_cases(stage: Any) -> None:
    process = stage.process("main")
    stage.play(process, stage.first, ["failed"], "failed", AssertionError("нет"))
    stage.play(process, stage.enter, ["skipped"], "skipped", AssertionError("нет VPN"))
    run = stage.run()
    spoilt = Run(
        run.scenarios, (FeatureProblem("features/b.feature", 3, "не разобран"),), (), run.started, run.seconds
    )
    suite = Xml.fromstring(junit(spoilt))[0]  # noqa: S314  our own document
    assert [suite.attrib[name] for name in ("tests", "failures", "errors", "skipped")] == ["4", "1", "2", "1"]
    assert suite[-1].attrib["file"] == "features/b.feature"


def test_those_that_are_called_alike_are_told_apart_by_their_places() -> None:
    row = ScenarioPlace("features/t.feature", "Ф", "П", "X", ("a",), 9, "X")
    plain = ScenarioPlace("features/t.feature", "Ф", "", "X [a]", (), 3, "X [a]")
    elsewhere, other = replace(plain, uri="features/u.feature"), replace(row, cells=("b",))
    made = run(
        *(replace(scenario("", step(sees="a/b")), place=each) for each in (row, plain, elsewhere, other))
    )
    assert [case.attrib["name"] for case in cases(made)] == [
        "X [a] (features/t.feature, П)",
        "X [a] (features/t.feature)",
        "X [a] (features/u.feature)",
        "X [b]",
    ]


def test_name_stays_when_the_lines_move() -> None:
    plain = ScenarioPlace("features/t.feature", "Ф", "", "X [a]", (), 3, "X [a]")
    row = replace(plain, name="X", shown="X", cells=("a",))
    names = []
    for further in (0, 7):
        made = run(
            *(
                replace(scenario("", step(sees="a/b")), place=replace(one, line=one.line + further))
                for one in (row, plain)
            )
        )
        names.append([case.attrib["name"] for case in cases(made)])
    assert names[0] == names[1] == ["X [a] (features/t.feature) (1)", "X [a] (features/t.feature) (2)"]


def test_problems_of_one_file_are_told_apart_also_on_one_line() -> None:
    uri = "features/b.feature"
    made = run(problems=tuple(FeatureProblem(uri, line, "не разобран") for line in (3, 3, 4)))
    names = [case.attrib["name"] for case in cases(made)]
    assert names == [f"{uri} (1)", f"{uri} (2)", f"{uri} (3)"]
