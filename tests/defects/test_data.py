"""Defects of personal data."""

from tests.defects.consequence import consequence
from tests.defects.walking import answer, at_screen, linked, own_form, screen_of, walk
from tests.http.world import World

AT_DATA = ("mesh", "nothing", "profile_data")


def taken(world: World, **typed: str) -> bool:
    """Whether the form with these answers leads on."""
    browser, person = at_screen(world, *AT_DATA)
    answer(browser, world, person, **typed)
    return screen_of(browser) == "consent"


@consequence
def test_unreal_name_accepted(world: World) -> bool:
    return taken(world, last_name="qwerty")


@consequence
def test_birth_in_the_future_accepted(world: World) -> bool:
    return taken(world, birth_date="2999-01-01")


def name_of_link(world: World, journal: str, owns: str, **typed: str) -> str:
    linked(world, journal, owns, **typed)
    return world.links["login0"]


@consequence
def test_correction_lost(world: World) -> bool:
    return name_of_link(world, "perm", "profile", first_name="Вероника") == "Орлова Вера Павловна"


@consequence
def test_new_profile_ignores_the_form(world: World) -> bool:
    return name_of_link(world, "perm", "vk_id", first_name="Вероника") == "Орлова Вера Павловна"


@consequence
def test_names_change_places(world: World) -> bool:
    return name_of_link(world, "mesh", "nothing") == "Вера Орлова Павловна"


def offered_name(world: World, journal: str, owns: str, screen: str) -> str:
    browser, _person = at_screen(world, journal, owns, screen)
    form = own_form(browser)
    assert form
    return form.values["last_name"]


@consequence
def test_form_of_a_stranger(world: World) -> bool:
    return offered_name(world, "perm", "nothing", "account_data") == "Лаптева"


@consequence
def test_perm_form_empty(world: World) -> bool:
    return offered_name(world, "perm", "vk_id", "profile_data") == ""


@consequence
def test_mesh_form_empty(world: World) -> bool:
    return offered_name(world, "mesh", "vk_id", "profile_data") == ""


def stuck_without(world: World, *fields: str) -> bool:
    """Whether the form does not ask for these, and leads nowhere for that."""
    browser, person = at_screen(world, *AT_DATA)
    form = own_form(browser)
    assert form
    asked = not form.values.keys().isdisjoint(fields)
    return not asked and walk(browser, world, person) == ["profile_data", "stuck"]


@consequence
def test_sex_not_asked(world: World) -> bool:
    return stuck_without(world, "sex")


@consequence
def test_birth_date_not_asked(world: World) -> bool:
    return stuck_without(world, "birth_date")


@consequence
def test_names_not_asked(world: World) -> bool:
    return stuck_without(world, "last_name", "first_name", "middle_name")


@consequence
def test_errors_unsaid(world: World) -> bool:
    browser, person = at_screen(world, *AT_DATA)
    answer(browser, world, person, last_name="qwerty")
    assert screen_of(browser) == "profile_data"
    return browser.page.alerts == []


@consequence
def test_outdated_form_accepted(world: World) -> bool:
    browser, person = at_screen(world, "perm", "profile", "phone")
    answer(browser, world, person, csrf_token="of another site")
    return screen_of(browser) == "password"
