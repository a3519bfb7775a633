"""Each format says the decision in the form that its reader takes, the most important first."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from reports.gate.deciding import Decision
from reports.gate.finding import Code, Finding
from reports.gate.formats.github import AT_MOST, workflow_commands
from reports.gate.formats.markdown import summary
from reports.gate.formats.quality import quality
from reports.gate.formats.text import lines
from reports.gate.formats.verdict import schema, verdict
from reports.gate.paragraph import paragraph
from reports.gate.writing import write_files
from tests.unit.reports.gate.records import FAILED, LEAVE, URI, Ended, Stage, quarantined

SCHEMA = Path(__file__).parents[4] / "docs" / "verdict.schema.json"


@pytest.fixture
def closed(tmp_path: Path) -> Decision:
    """A gate that two scenarios close, the second of them in quarantine for one day too long."""
    stage = Stage(tmp_path, quarantine=quarantined(LEAVE, "2026-11-19"), until="2026-12-31")
    return stage.decide(stage.record(FAILED, FAILED), baseline=stage.record(name="before"))


def many(decision: Decision, number: int) -> Decision:
    found = [
        Finding("failures", Code.FINDING, f"Не пройден {n}: «Стол»", URI, n) for n in range(1, number + 1)
    ]
    return replace(decision, findings=tuple(found))


def test_schema_in_the_documents_is_that_of_the_file() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == schema()


def test_verdict_fits_its_schema(closed: Decision, tmp_path: Path) -> None:
    told = json.loads(verdict(closed))
    checker = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    checker.validate(told)
    assert not checker.is_valid({**told, "code": 5})
    assert not checker.is_valid({key: value for key, value in told.items() if key != "findings"})
    open_one = Stage(tmp_path, quarantine=quarantined(LEAVE))
    checker.validate(json.loads(verdict(open_one.decide(open_one.record(Ended(), FAILED, name="open")))))


def test_verdict_says_all_that_decides(closed: Decision) -> None:
    told = json.loads(verdict(closed))
    assert (told["open"], told["code"], told["reason"], told["planned"]) == (False, 1, "finding", 2)
    assert told["scenarios"] == {"failed": 2}
    assert [(one["file"], one["line"], one["severity"]) for one in told["findings"]][:2] == [
        (URI, 8, "критично"),
        (URI, 15, "прочее"),
    ]
    assert told["divergences"][0]["until"] == "2026-12-31"
    assert told["changes"]["worse"] == [one["scenario"] for one in told["findings"][:2]]
    assert told["coverage"] == [
        {"instruction": "t", "title": "Инструкция", "checked": 4, "excused": 0, "total": 4}
    ]


def test_forgiven_scenario_is_told_as_quarantined(tmp_path: Path) -> None:
    stage = Stage(tmp_path, quarantine=quarantined(LEAVE))
    decision = stage.decide(stage.record(Ended(), FAILED))
    told = json.loads(verdict(decision))
    assert told["scenarios"] == {"passed": 1, "quarantined": 1}
    assert told["quarantine"][0]["used"]
    assert "Прощено карантином: 1 сценарий." in paragraph(decision)
    junit = write_files(decision, tmp_path / "gate")[2].read_text(encoding="utf-8")
    case = Xml.fromstring(junit).findall(".//testcase")[1]  # noqa: S314  our own document
    assert [each.tag for each in case] == ["skipped"]
    assert case[0].attrib["message"] == "В карантине: стол качается"


def test_paragraph_says_verdict_first_reason_stand_and_day(closed: Decision) -> None:
    told = paragraph(closed)
    assert told.startswith(
        "Ворота закрыты: есть находки. Закрывает 3 причины, первая — «Вхожу»: Не пройден на шаге"
    )
    assert "на симуляторе. 2 сценария: 2 не пройдены." in told
    assert "С прошлого выпуска: стало хуже 2, пунктов с другим вердиктом 2." in told


def test_paragraph_keeps_a_long_reason_short_and_divergences_that_close_are_no_solace(tmp_path: Path) -> None:
    stage = Stage(tmp_path, clauses=[f"nobody.{number}" for number in range(30)], until="2026-11-19")
    told = paragraph(stage.decide(stage.record()))
    assert "проверено 0 из 30 пунктов, 0 %, нужно 100 %. Не проверены: t.nobody.0," in told
    assert len(told) < 700
    assert "ничего не закрывают" not in told
    good = replace(stage, until="2026-12-31")
    assert "Известных расхождений 1, ближайший срок 31.12.2026: о них известно, и они ничего" in paragraph(
        good.decide(good.record())
    )


@pytest.mark.parametrize("width", [60, 80])
def test_terminal_keeps_to_its_width(closed: Decision, width: int) -> None:
    told = lines(closed, width)
    assert max(map(len, told)) <= width
    assert "  ✗ Вне карантина прошло всё: не пройдено 2, из них в карантине 0" in lines(closed, 80)


def test_terminal_says_how_much_it_left_out(closed: Decision) -> None:
    assert "  … и ещё 5, все — в verdict.json" in lines(many(closed, 25), 80)


def test_annotation_stands_at_the_line_of_the_step(closed: Decision) -> None:
    told = workflow_commands(closed)
    assert told[0].startswith(f"::error file={URI},line=8,title=Вхожу::Не пройден на шаге")
    assert told[-1].startswith("::notice title=Ворота закрыты%2C код 1::Ворота закрыты: есть находки.")


def test_annotation_escapes_what_would_end_it(closed: Decision) -> None:
    odd = Finding("failures", Code.FINDING, "50 %\nи ещё", "a,b.feature", 3, title="раз: два")
    told = workflow_commands(replace(closed, findings=(odd,)))[0]
    assert told == "::error file=a%2Cb.feature,line=3,title=раз%3A два::50 %25%0Aи ещё"


def test_annotations_beyond_what_github_shows_are_told(closed: Decision) -> None:
    errors = [line for line in workflow_commands(many(closed, 25)) if line.startswith("::error")]
    assert len(errors) == AT_MOST
    assert "И ещё причин: 16." in errors[-1]
    assert len([line for line in workflow_commands(many(closed, AT_MOST)) if "И ещё" in line]) == 0


def test_summary_is_cut_aloud_with_the_worst_kept(closed: Decision) -> None:
    told = summary(many(closed, 5000), limit=20_000)
    assert len(told.encode()) <= 20_000
    assert "Не пройден 1:" in told
    assert "**Сводка обрезана**" in told
    assert "Сводка обрезана" not in summary(closed)


def test_summary_of_a_great_many_stays_below_the_limit_of_github(closed: Decision) -> None:
    assert 500_000 < len(summary(many(closed, 30_000)).encode()) < 1024 * 1024


def test_summary_means_what_it_says_also_where_markdown_would_not(closed: Decision) -> None:
    odd = Finding("failures", Code.FINDING, "нет <b>кнопки</b> | *да* `x`\n# нет", URI, 3, title="[a](b) _c_")
    shown = MarkdownIt("commonmark").enable("table").render(summary(replace(closed, findings=(odd,))))
    assert "<b>" not in shown
    assert "<em>" not in shown
    assert "<a " not in shown
    assert "нет &lt;b&gt;кнопки&lt;/b&gt; | *да* `x` # нет" in shown


def issues(decision: Decision) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(quality(decision))
    return told


def test_code_quality_has_all_that_gitlab_asks_for(closed: Decision) -> None:
    for one in issues(closed):
        assert one.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not one["location"]["path"].startswith(("/", "."))
        assert one["location"]["lines"]["begin"] >= 1
    assert [one["severity"] for one in issues(closed)] == ["blocker", "major", "minor"]


def test_fingerprint_outlives_the_line_and_is_nobody_elses(closed: Decision) -> None:
    moved = replace(closed, findings=tuple(replace(one, line=one.line + 9) for one in closed.findings))
    before, after = ([one["fingerprint"] for one in issues(each)] for each in (closed, moved))
    assert before == after
    twice = replace(closed, findings=closed.findings * 2)
    assert len({one["fingerprint"] for one in issues(twice)}) == 2 * len(before)
