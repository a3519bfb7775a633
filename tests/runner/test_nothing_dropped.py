"""Nothing that stands in a feature, or lies where features were asked for, is passed over without a word."""


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
