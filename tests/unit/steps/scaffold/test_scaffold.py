"""A new scenario from answers: sound whatever is chosen, in its place, and nothing that is there is touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.journals import positions
from steps.language.reading import parse_feature
from steps.scaffold import command
from steps.scaffold.answers import BEFORE, STARTS, Answers
from steps.scaffold.fitness import latin, unquoted
from steps.scaffold.interview import Interview, answers
from steps.scaffold.project import FIRST_POSITION, Project
from steps.scaffold.question import Unanswered
from steps.scaffold.writing import Unfit, draft, write

ANSWERS = Answers(
    folder="perm",
    file="settings.feature",
    name="Учитель уходит из настроек",
    severity="важно",
    who=FIRST_POSITION,
    before="привязан",
    start="журнал",
    press=("Личные сообщения", "Отмена"),
    see="Рабочий стол",
    title="Пермь, настройки",
    role="учитель",
)
WRITTEN = """\
# language: ru
@perm @учитель
Функция: Пермь, настройки

  @важно
  Сценарий: Учитель уходит из настроек
    Дано мой учебный профиль привязан
    И вхожу в журнал
    Когда нажимаю «Личные сообщения»
    И нажимаю «Отмена»
    Тогда вижу экран «Рабочий стол»
"""
OPTIONS = {
    "--folder": "perm",
    "--file": "settings",
    "--title": "Пермь, настройки",
    "--role": "учитель",
    "--name": "Учитель уходит из настроек",
    "--before": "привязан",
    "--see": "«Рабочий стол»",
}
PRESSED = ["--press", "Личные сообщения", "--press", "«Отмена»"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("perm", "mesh_parent", "own"):
        (tmp_path / "features" / folder).mkdir(parents=True)
    (tmp_path / "features/mesh_parent/app.feature").write_text(
        "@mesh_parent @родитель\nФункция: Приложение\n  Сценарий: Вход\n    Дано я — «родитель»\n",
        encoding="utf-8",
    )
    return tmp_path


def changed(**other: object) -> Answers:
    return Answers(**{**vars(ANSWERS), **other})  # type: ignore[arg-type]


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("start", [*STARTS, "https://school.permkrai.ru/messages"])
def test_whatever_is_chosen_a_run_would_accept_it(root: Path, before: str, start: str) -> None:
    made = draft(changed(before=before, start=start, who="учитель МЭШ"), Project(root))
    [pickle] = parse_feature(made.added, made.uri).pickles
    assert len(pickle["steps"]) == 6
    assert ("@нужен-телефон" in made.added) == (start in ("мессенджер", "кабинет"))


def test_new_file_is_written_as_answered_by_options(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = [part for option in OPTIONS.items() for part in option]
    assert command.main([*options, *PRESSED], root) == 0
    assert (root / "features/perm/settings.feature").read_text(encoding="utf-8") == WRITTEN
    assert "svyazka.py run features/perm/settings.feature:6\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "there", [WRITTEN, WRITTEN.rstrip("\n"), WRITTEN.replace("\n", "\r\n"), "\ufeff" + WRITTEN]
)
def test_scenario_is_added_to_a_file_and_what_is_there_stays_to_the_byte(root: Path, there: str) -> None:
    file = root / "features/perm/settings.feature"
    file.write_bytes(there.encode())
    made = draft(changed(name="Ещё один", start="кабинет"), Project(root))
    write(made)
    after = file.read_bytes()
    assert after.startswith(there.encode())
    assert after.count(b"\r\n") in (0, after.count(b"\n"))
    lines = after.decode("utf-8-sig").splitlines()
    assert lines[made.line - 1 :][:1] == ["  Сценарий: Ещё один"]
    assert lines[made.line - 3 :][:2] == ["", "  @важно @нужен-телефон"]


UNFIT = {
    "a name that is taken": ({}, "название «Учитель уходит из настроек» уже занято"),
    "a label whose quotes do not pair": ({"name": "Другой", "see": "Стол»"}, "неизвестный шаг"),
    "a file elsewhere": ({"file": "../settings.feature"}, "Имя «../settings.feature» не годится"),
    "a name that is read otherwise": ({"name": " Другой"}, "читалось бы иначе"),
}


@pytest.mark.parametrize("case", UNFIT)
def test_what_a_run_would_refuse_is_told_and_not_written(root: Path, case: str) -> None:
    other, said = UNFIT[case]
    file = root / "features/perm/settings.feature"
    file.write_text(WRITTEN, encoding="utf-8")
    with pytest.raises(Unfit, match=said):
        draft(changed(**other), Project(root))
    assert [path.name for path in root.rglob("*.feature")].count("settings.feature") == 1
    assert file.read_text(encoding="utf-8") == WRITTEN


def test_file_that_has_come_meanwhile_is_not_written_over(root: Path) -> None:
    made = draft(ANSWERS, Project(root))
    made.path.write_text("чужое", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write(made)
    assert made.path.read_text(encoding="utf-8") == "чужое"


MISSING = {
    "no name": (
        ["--folder", "perm"],
        "Нужен ответ. Как назвать сценарий? Скажите, что в нём происходит (ключ --name)",
    ),
    "no such folder": (["--folder", "pern"], "«pern» не подходит. Может быть, «perm»? (ключ --folder)"),
    "no label": (["--folder", "perm", "--name", "Имя"], "(ключ --press)"),
}


@pytest.mark.parametrize("case", MISSING)
def test_where_nobody_can_be_asked_the_missing_option_is_named(
    root: Path, case: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    arguments, said = MISSING[case]
    assert command.main(arguments, root) == 64
    assert said in capsys.readouterr().err
    assert not list((root / "features/perm").iterdir())


def test_questions_are_asked_until_they_are_understood(root: Path) -> None:
    told: list[str] = []
    said: Iterator[str] = iter(
        [
            "родители",
            "mesh_parent",
            "app",
            "Вход",
            "Родитель выходит",
            "",
            "3",
            "",
            "Ещё",
            "Выйти",
            "",
            "Вход",
            "критично",
        ]
    )
    found = answers(Interview({}, lambda _: next(said), told.append), Project(root))
    assert found == Answers(
        folder="mesh_parent",
        file="app.feature",
        name="Родитель выходит",
        severity="критично",
        who="родитель",
        before="без профиля",
        start="журнал",
        press=("Ещё", "Выйти"),
        see="Вход",
    )
    assert told[1] == "«родители» не подходит. Есть: mesh_parent, perm. Ещё раз:"
    assert "Название «Вход» уже занято в этом файле. Дайте другое. Ещё раз:" in told
    assert "  1. mesh_parent  " in told[0]
    assert "own" not in told[0]


def test_first_position_is_one_of_those_there_are() -> None:
    assert FIRST_POSITION in positions()


def test_names_and_labels_as_people_type_them() -> None:
    assert latin("Учитель уходит, не дождавшись СМС!") == "uchitel_ukhodit_ne_dozhdavshis"
    assert latin("42") == "scenario"
    assert [unquoted(each) for each in ("«Стол»", '"Стол"', "Чат «5 «А»»", "«А» и «Б»", "«5 «А»»")] == [
        "Стол",
        "Стол",
        "Чат «5 «А»»",
        "«А» и «Б»",
        "5 «А»",
    ]


def test_an_answer_is_needed() -> None:
    with pytest.raises(Unanswered):
        answers(Interview({}, None, print), Project(command.ROOT))
