"""The personal data that VK ID asks for must be real."""

from datetime import date, timedelta

import pytest

from sim_server.web.forms import FORM_OUTDATED
from tests.http.browser import Browser
from tests.http.ways import GO_ON, ask_to_link, prove_phone
from tests.http.world import World
from tests.people import OLGA, particulars

NAME, DATE = "Введите настоящее имя", "Проверьте дату рождения"


def day_after_tomorrow(world: World) -> str:
    """Still to come, even if midnight passes meanwhile."""
    now = world.api.get(world.path).json["now"]
    return str(date.fromisoformat(now[:10]) + timedelta(days=2))


@pytest.fixture
def asked(world: World, browser: Browser) -> Browser:
    """A browser at the account's data."""
    ask_to_link(browser, OLGA)
    prove_phone(browser, world, OLGA, password=None)
    assert browser.page.heading == "Личные данные"
    return browser


@pytest.mark.parametrize("field", ["last_name", "first_name", "middle_name"])
@pytest.mark.parametrize("value", ["Ольга1", "О", "Olga", "ольга", "12", "О-", "Ольга!"])
def test_names_that_are_not_real_are_refused(world: World, asked: Browser, field: str, value: str) -> None:
    page = asked.submit(GO_ON, **particulars(OLGA, **{field: value}))
    assert page.heading == "Личные данные"
    assert page.text.count(NAME) == 1
    assert page.form_with(GO_ON).values[field] == value
    assert world.events("vk_id_registered") == []


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("last_name", "Введите фамилию"),
        ("first_name", "Введите имя"),
        ("middle_name", "Введите отчество"),
        ("birth_date", "Введите дату рождения"),
        ("sex", "Выберите пол"),
    ],
)
def test_empty_field_is_told_by_its_name(asked: Browser, field: str, told: str) -> None:
    page = asked.submit(GO_ON, **particulars(OLGA, **{field: ""}))
    assert page.heading == "Личные данные"
    assert told in page.text


@pytest.mark.parametrize("value", ["2999-01-01", "1899-12-31"])
def test_impossible_birth_date_is_refused(asked: Browser, value: str) -> None:
    page = asked.submit(GO_ON, **particulars(OLGA, birth_date=value))
    assert page.heading == "Личные данные"
    assert DATE in page.text


def test_birth_date_is_judged_by_the_world_s_today(world: World, asked: Browser) -> None:
    born = particulars(OLGA, birth_date=day_after_tomorrow(world))
    assert DATE in asked.submit(GO_ON, **born).text
    world.pass_time(days=2)
    later = world.browser("d2")
    ask_to_link(later, OLGA)
    prove_phone(later, world, OLGA, password=None)
    assert later.submit(GO_ON, **born).heading == "Создание учебного профиля"


@pytest.mark.parametrize("value", ["вчера", "31.12.1990", "1990-13-45"])
def test_birth_date_that_is_no_date_is_told(asked: Browser, value: str) -> None:
    page = asked.submit(GO_ON, **particulars(OLGA, birth_date=value))
    assert (page.heading, asked.status) == ("Личные данные", 200)
    assert asked.page.html.count('role="alert"') == 1


def test_unknown_sex_is_refused(asked: Browser) -> None:
    page = asked.submit(GO_ON, **particulars(OLGA, sex="other"))
    assert (page.heading, asked.status) == ("Личные данные", 200)


def test_new_vk_id_is_offered_what_the_journal_knows_where_one_only_checks_it(asked: Browser) -> None:
    own = particulars(OLGA)
    assert asked.page.form_with(GO_ON).values.items() >= own.items()
    asked.submit(GO_ON, **own)
    asked.submit("Создать учебный профиль")
    assert asked.page.form_with(GO_ON).values["last_name"] == ""


def test_refused_answers_stand_in_their_fields_and_are_told_once(asked: Browser) -> None:
    typed = particulars(OLGA, last_name="Зайцев0")
    page = asked.submit(GO_ON, **typed)
    assert page.form_with(GO_ON).values.items() >= typed.items()
    again = asked.open(asked.url)
    assert (again.heading, again.alerts) == ("Личные данные", [])


def test_answer_without_a_body_is_refused_like_an_outdated_page(asked: Browser) -> None:
    page = asked.open(asked.request_of(GO_ON)[0], "POST", {})
    assert (page.heading, asked.status, FORM_OUTDATED in page.text) == ("Личные данные", 200, True)


def test_date_that_is_no_date_stands_in_its_field(asked: Browser) -> None:
    page = asked.submit(GO_ON, **particulars(OLGA, birth_date="вчера"))
    assert page.form_with(GO_ON).values["birth_date"] == "вчера"
