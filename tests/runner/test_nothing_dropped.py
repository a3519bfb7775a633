"""Nothing that stands in a feature, or lies where features were asked for, is passed over without a word."""

import re
from unicodedata import normalize

import pytest

STEPS = """
@given(sentence("учитель на рабочем столе"))
def start(): pass

@when(sentence("нажимаю «{label:Label}»"))
def press(label): pass

@then(sentence("вижу «{label:Label}»"))
def see(label): pass

@then(sentence("вижу кнопки:", columns=("Label",)))
def see_all(datatable): assert datatable == ["Войти", "Выйти"], datatable

@when(sentence("заполняю поля:", columns=("Label", "Text")))
def fill_all(datatable): assert datatable == [["Имя", ""], ["Возраст", "7"]], datatable
"""
SOUND = "Функция: {0}\n  Сценарий: {0}\n    Тогда вижу «{0}»\n"


@pytest.fixture
def office(project):
    """A project whose steps always succeed: whatever is not green in it was told of by the language."""
    project.conftest(STEPS)
    return project


@pytest.fixture
def recorded(office):
    """The same, with a record and the summary that is computed from it."""
    office.conftest('pytest_plugins.append("reports.recorder")')
    return office


def scenario(office, *steps: str) -> str:
    """Run one scenario of these steps; return all that was told."""
    office.feature("Функция: Стол\n  Сценарий: Вход\n    " + "\n    ".join(steps) + "\n")
    return office.pytest("-n", "0")


@pytest.mark.parametrize("attached", [("| Такой нет |",), ('"""', "Такой нет", '"""')])
def test_what_a_step_does_not_read_may_not_stand_under_it(office, attached):
    outcome = scenario(office, "Тогда вижу «Выйти»", *attached)
    assert outcome.code == 2
    assert "sample.feature:3: под шагом «вижу «Выйти»» стоит" in outcome.text
    assert "Уберите" in outcome.text


def test_table_that_a_step_waits_for_must_be_there(office):
    outcome = scenario(office, "Тогда вижу кнопки:")
    assert outcome.code == 2
    assert "sample.feature:3: под шагом «вижу кнопки:» нет таблицы" in outcome.text


def test_table_is_read_to_its_last_cell(office):
    steps = [
        "Когда заполняю поля:",
        "| Имя | |",
        "| Возраст | 7 |",
        "Тогда вижу кнопки:",
        "| Войти |",
        "| Выйти |",
    ]
    assert scenario(office, *steps).code == 0


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["| Войти | Выйти |"], "столбцов 2, а шаг «вижу кнопки:» читает 1"),
        (["| Войти |", "|       |"], "в строке 2 таблицы ячейка «» не подходит"),
    ],
)
def test_cell_that_a_step_cannot_read_is_named(office, rows, told):
    outcome = scenario(office, "Тогда вижу кнопки:", *rows)
    assert outcome.code == 2
    assert told in outcome.text


def laid(office, *places: str) -> None:
    """Lay a sound feature at each of these places."""
    for place in places:
        path = office.path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SOUND.format(path.stem), encoding="utf-8")


HIDDEN = ["dist", "build", "venv", "node_modules", ".hidden"]


@pytest.mark.parametrize("asked", [(), ("features",), (".",)])
def test_feature_is_found_in_a_folder_of_whatever_name(office, asked):
    laid(office, "features/plain.feature", *(f"features/{name}/deep/{name[-3:]}.feature" for name in HIDDEN))
    (office.path / "features" / "build" / "test_other.py").write_text("def test_x(): assert False\n")
    outcome = office.pytest("-n", "0", *asked)
    assert outcome.code == 0, outcome.text
    assert f"{1 + len(HIDDEN)} passed" in outcome.text


def test_feature_asked_for_by_its_path_or_folder_is_found_whatever_they_are_called(office):
    laid(office, "features/dist/a.feature", "features/.hidden/b.feature")
    outcome = office.pytest("-n", "0", "features/dist/a.feature", "features/.hidden")
    assert "2 passed" in outcome.text


def test_feature_is_found_however_its_extension_is_written(office):
    laid(office, "features/ONE.FEATURE", "features/two.Feature")
    for asked in ("features", "features/ONE.FEATURE"):
        outcome = office.svyazka("-n", "1", asked)
        assert outcome.code == 0, outcome.text
        assert "прошёл     ONE" in outcome.text


def test_feature_behind_a_link_is_found_and_a_link_to_nowhere_is_named(office):
    laid(office, "elsewhere/real.feature", "other/deep.feature")
    (office.path / "features").mkdir()
    (office.path / "features" / "link.feature").symlink_to(office.path / "elsewhere" / "real.feature")
    (office.path / "features" / "folder").symlink_to(office.path / "other")
    assert "2 passed" in office.pytest("-n", "0", "features").text
    (office.path / "features" / "lost.feature").symlink_to(office.path / "nowhere.feature")
    outcome = office.pytest("-n", "0", "features")
    assert outcome.code == 2
    assert "features/lost.feature:1: ссылка ведёт в никуда" in outcome.text


def test_feature_that_lies_where_nobody_may_look_is_named(recorded):
    office = recorded
    laid(office, "features/plain.feature", "features/env/far/a.feature", "features/kept/b.feature")
    (office.path / "features" / "env" / "pyvenv.cfg").touch()
    (office.path / "features" / "conftest.py").write_text('collect_ignore = ["kept"]\n')
    outcome = office.pytest("-n", "0", "features")
    assert outcome.code == 0
    assert "Не взяты сценарии из «features/env» (файлов: 1): это окружение Python" in outcome.text
    assert "Не взяты сценарии из «features/kept» (файлов: 1): так велит conftest.py" in outcome.text
    left_out = office.pytest("-n", "0", "features", "--ignore=features/env", "--ignore=features/kept")
    assert "Не взяты" not in left_out.text
    (office.path / "features" / "plain.feature").unlink()
    nothing = office.svyazka("-n", "2", "features")
    assert nothing.code == 2
    assert "features/kept:1: Не взяты сценарии" in nothing.text


def test_folder_that_is_a_link_into_itself_is_not_walked_for_ever(recorded):
    office = recorded
    laid(office, "features/plain.feature")
    (office.path / "features" / "again").symlink_to(office.path / "features")
    outcome = office.pytest("-n", "0", "features")
    assert "1 passed" in outcome.text
    assert "это ссылка на папку, в которой она лежит" in outcome.text


@pytest.mark.parametrize("steps", [["Дано учитель на рабочем столе"], ["Когда нажимаю «Войти»"]])
def test_scenario_that_looks_at_nothing_is_unsound(office, steps):
    outcome = scenario(office, *steps)
    assert outcome.code == 2
    assert "sample.feature:2: в сценарии «Вход» нет «Тогда»" in outcome.text


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        (3, ["# > perm.v1.4", "Тогда вижу «Войти»"]),
        (3, ["##> perm.v1.4", "Тогда вижу «Войти»"]),
        (3, ["Тогда вижу «Войти» #> perm.v1.4"]),
        (3, ["#> perm.v1.44", "Тогда вижу «Войти»"]),
        (3, ["#> pskov.v1.4", "Тогда вижу «Войти»"]),
        (3, ["#> perm.v1.4", "Дано учитель на рабочем столе", "Тогда вижу «Войти»"]),
    ],
)
def test_mark_that_counts_for_nothing_is_unsound(office, line, steps):
    outcome = scenario(office, *steps)
    assert outcome.code == 2
    assert f"sample.feature:{line}: " in outcome.text
    assert any(words in outcome.text for words in ("отметка", "пункта «", "пунктов «"))


def outline(
    office, *rows: str, steps: tuple[str, ...] = ("Тогда вижу «<а>»", "И вижу «<б>»"), name: str = "Пары"
):
    """Run an outline with two columns."""
    lines = [f"Структура сценария: {name}", *(f"  {step}" for step in steps), "  Примеры:", "    | а | б |"]
    text = "\n".join(f"  {line}" for line in [*lines, *(f"    {row}" for row in rows)])
    office.feature(f"Функция: Ряды\n{text}\n")
    return office.svyazka("sample.feature", "-n", "1")


def test_rows_with_a_bar_within_a_cell_are_told_apart(recorded):
    outcome = outline(recorded, r"| x \| y | z |", r"| x | y \| z |", r"| x\\ | n |", r"| x | \\n |")
    assert outcome.code == 0, outcome.text
    names = re.findall(
        r'name="(Пары [^"]*)"', (recorded.path / "reports/out/junit.xml").read_text(encoding="utf-8")
    )
    assert len(set(names)) == 4
    assert {r"Пары [x \| y | z]", r"Пары [x | y \| z]"} <= set(names)


def test_empty_cell_that_spoils_a_sentence_is_named(office):
    outcome = outline(office, "| x | y |", "| x |   |")
    assert outcome.code == 2
    assert "sample.feature:8: пустая ячейка в столбце «б»" in outcome.text
    assert "неизвестный шаг" not in outcome.text


def test_column_that_no_step_uses_is_unsound(office):
    outcome = outline(office, "| x | y |", steps=("Тогда вижу «<а>»",), name="Пары <б>")
    assert outcome.code == 0
    outcome = outline(office, "| x | y |", steps=("Тогда вижу «<а>»",))
    assert outcome.code == 2
    assert "sample.feature:5: столбца «б» не берёт ни один шаг" in outcome.text


def test_angle_brackets_of_a_plain_scenario_are_words_on_the_screen(office):
    assert scenario(office, "Когда нажимаю «<не выбрано>»", "Тогда вижу «<не выбрано>»").code == 0


def test_action_that_nobody_looks_at_the_effect_of_is_remarked(recorded):
    outcome = scenario(recorded, "Тогда вижу «Войти»", "Когда нажимаю «Выйти»")
    assert outcome.code == 0
    assert (
        "Замечания:\n  sample.feature:4: после «нажимаю «Выйти»» никто ни на что не смотрит" in outcome.text
    )
    first_page = (recorded.path / "reports/out/report/index.html").read_text(encoding="utf-8")
    assert "никто ни на что не смотрит" in first_page


def test_letters_of_two_code_points_are_the_usual_ones(office):
    text = "@критично\nФункция: Ёлка\n  Сценарий: Чай\n    Когда нажимаю «Ещё чай»\n    Тогда вижу кнопки:\n"
    text += "      | Войти |\n      | Выйти |\n"
    office.feature(normalize("NFD", text))
    for chosen in (
        [],
        ["-k", normalize("NFD", "Чай")],
        ["-m", "критично"],
        [normalize("NFD", "sample.feature::Чай")],
    ):
        outcome = office.pytest("-n", "0", *chosen)
        assert outcome.code == 0, outcome.text
        assert "1 passed" in outcome.text
