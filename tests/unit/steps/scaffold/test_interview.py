"""The dialogue: every answer is checked where it is given, and what the file says already is not asked."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from fixtures.journals import positions
from steps.scaffold.answers import Answers
from steps.scaffold.interview import Interview, answers
from steps.scaffold.project import Project
from steps.scaffold.writing import draft, write

HEAD = "# language: ru\n@perm @учитель\nФункция: Пароль\n"
FIRST = """
  @важно
  Сценарий: Первый
    Дано {given}
    Когда нажимаю «Отмена»
    Тогда вижу экран «Рабочий стол»
"""
PLAIN = HEAD + FIRST.format(given="вхожу в журнал")
RULED = HEAD + "\n  Правило: Так\n" + FIRST.format(given="вхожу в журнал").replace("\n  ", "\n    ")
ACTING = (
    HEAD
    + "\n  Предыстория:\n    Дано я — «учитель МЭШ»\n    И вхожу в журнал\n"
    + FIRST.format(given="обновляю страницу")
)
NAMING = HEAD + "\n  Предыстория:\n    Дано я — «учитель МЭШ»\n" + FIRST.format(given="вхожу в журнал")
DESCRIBING = NAMING.replace("МЭШ»\n", "МЭШ»\n    И у меня нет VK ID\n")
IN_A_RULE = HEAD + ACTING.removeprefix(HEAD).replace("\n  ", "\n    ").replace(
    "\n", "\n  Правило: Так\n\n", 1
)
NEW = ["perm", "", "Выход", "", "", "", "", "", "", "Отмена", "", "Вход", ""]
# The places of answers in it.
FILE, NEW_NAME, WHO, BEFORE, START, PRESS, MORE, SEEN = 1, 3, 6, 7, 8, 9, 10, 11


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "features/perm").mkdir(parents=True)
    return Project(tmp_path)


def asked(project: Project, said: Sequence[str]) -> tuple[Answers, list[str]]:
    left, told = iter(said), []
    found = answers(Interview({}, lambda _: next(left), told.append), project)
    assert not list(left), "asked less than answered"
    return found, told


def corrected(at: int, wrong: str) -> list[str]:
    return [*NEW[:at], wrong, *NEW[at:]]


REFUSED = {
    "a file": (
        FILE,
        "мой",
        "Имя «мой» не годится: нужны строчные латинские буквы, цифры и «_», например moy. Ещё раз:",
    ),
    "a new file": (NEW_NAME, "Мой файл", "например moy_fayl. Ещё раз:"),
    "an address": (START, "мой журнал", "«мой журнал» — не адрес: он начинается с https://."),
    "a label": (PRESS, "Стол»", "Надпись «Стол»» не годится"),
    "one label more": (MORE, "«Ещё", "Надпись ««Ещё» не годится"),
    "a screen": (SEEN, "«»", "Надпись ««»» не годится"),
    "the opposite of a choice": (
        BEFORE,
        "не привязан",
        "«не привязан» не подходит. Есть: привязан, профиль,",
    ),
    "no name": (2, "", "Нужен ответ. Как назвать сценарий? Скажите, что в нём происходит"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_will_not_do_is_asked_again_at_once(project: Project, case: str) -> None:
    at, wrong, said = REFUSED[case]
    found, told = asked(project, corrected(at, wrong))
    [refusal] = [each for each in told if not each.startswith("\n")]
    assert refusal.startswith(said) or refusal.endswith(said)
    assert "--" not in refusal
    assert found == asked(project, NEW)[0]


def test_a_file_is_named_without_its_extension_too(project: Project) -> None:
    (project.root / "features/perm/password.feature").write_text(PLAIN, encoding="utf-8")
    there, told = asked(project, ["perm", "password", "Выход", *NEW[6:]])
    assert there.file == "password.feature"
    assert not any("О чём файл" in each for each in told)
    fresh, told = asked(project, ["perm", "moy", "Выход", *NEW[4:]])
    assert fresh.file == "moy.feature"
    assert not any("Имя нового файла" in each for each in told)


def test_a_new_file_never_gets_the_name_of_one_there_is(project: Project) -> None:
    (project.root / "features/perm/vykhod.feature").write_text(PLAIN, encoding="utf-8")
    assert asked(project, NEW)[0].file == "vykhod_2.feature"
    _, told = asked(project, corrected(NEW_NAME, "vykhod"))
    assert "Файл «vykhod.feature» уже есть. Дайте другое имя. Ещё раз:" in told


SAID = {
    "acting": (ACTING, [], "кто человек и где он."),
    "acting in the rule": (IN_A_RULE, [], "кто человек и где он."),
    "describing": (DESCRIBING, [""], "кто человек."),
    "naming": (NAMING, ["", ""], "кто человек."),
}


@pytest.mark.parametrize("case", SAID)
def test_what_a_background_says_is_neither_asked_nor_written(project: Project, case: str) -> None:
    source, beginning, said = SAID[case]
    file = project.root / "features/perm/password.feature"
    file.write_text(source, encoding="utf-8")
    found, told = asked(project, ["perm", "password", "Выход", *beginning, *NEW[PRESS:]])
    assert f"\nВ этом файле есть «Предыстория»: она уже говорит, {said}" in told
    assert (bool(found.before), bool(found.start)) == (len(beginning) == 2, bool(beginning))
    added = draft(found, project).added
    assert "я — «" not in added
    assert ("Дано" in added) == bool(beginning)


@pytest.mark.parametrize("source", [PLAIN, RULED, ACTING, IN_A_RULE, PLAIN.replace("  ", "\t")])
def test_scenario_stands_as_far_in_as_the_one_before(project: Project, source: str) -> None:
    file = project.root / "features/perm/password.feature"
    file.write_text(source, encoding="utf-8")
    beginning = [] if "Предыстория" in source else ["", "", ""]
    write(draft(asked(project, ["perm", "password", "Выход", *beginning, *NEW[PRESS:]])[0], project))
    lines = file.read_text(encoding="utf-8").splitlines()
    for start in ("Сценарий: ", "@важно", "Когда ", "Тогда "):
        assert len({line[: -len(line.lstrip())] for line in lines if line.lstrip().startswith(start)}) == 1


def test_a_person_is_shown_once_and_the_usual_one_needs_one_word(project: Project) -> None:
    found, told = asked(project, [*NEW[:WHO], "учитель", *NEW[WHO + 1 :]])
    assert found.who == "учитель ЭПОС"
    [shown] = [each for each in told if "Кто этот человек?" in each]
    assert "журнала «" not in shown
    assert len(project.people()) == len(set(positions().values()))
    general = "учитель журнала «perm»"
    assert asked(project, [*NEW[:WHO], general, *NEW[WHO + 1 :]])[0].who == general
