"""Each seam is reached, whoever holds what is replaced, in the world that ordered it alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sim_server.defects import orders
from sim_server.defects.acting import DefectUnsound, found_function, is_open
from sim_server.defects.defect import Harmless
from sim_server.defects.seams import MISSING, Replacement, data, function, limit, page, response, template
from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import GO_ON, JOURNAL, enter_journal, give_phone, link, reach_last_screen
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, PAVEL

PERM = "sites/perm/site.toml"
WithDefect = Callable[..., World]


@pytest.fixture
def with_defect(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> WithDefect:
    """What makes a world with these replacements."""

    def made(*replacements: Replacement) -> World:
        change = Harmless(says="Для проверки.", replaces=replacements)
        monkeypatch.setattr(orders, "find", lambda name: change)
        return World(simulator, EVERYBODY, defects=["tried"])

    return made


def sound(world: World) -> Browser:
    """A browser of a sound world of the same simulator."""
    return World(world.simulator, EVERYBODY).browser()


def test_data_is_otherwise_in_one_world(with_defect: WithDefect) -> None:
    world = with_defect(data(PERM, "labels.entrance", "Вход для всех"))
    assert "Вход для всех" in world.browser().open(JOURNAL).links
    assert "Вход для сотрудников" in sound(world).open(JOURNAL).links


def test_data_can_be_taken_away(with_defect: WithDefect) -> None:
    world = with_defect(data(PERM, "chats.0", MISSING))
    chats = link(world.browser(), world, ANNA).items
    assert not any("Учительская" in one for one in chats)
    assert any("Чат с родителями" in one for one in chats)


def test_template_is_otherwise_in_one_world(with_defect: WithDefect) -> None:
    world = with_defect(template("journal/login.html", "  <button>", "<p>Лишнее</p><button>"))
    address = f"{JOURNAL}/login"
    assert "Лишнее" in world.browser().open(address).text
    assert "Лишнее" not in sound(world).open(address).text


def test_screen_of_vk_id_is_a_template(with_defect: WithDefect) -> None:
    world = with_defect(
        template("vk_id/signin/phone.html", "{{ row(form.phone", "<p>Лишнее</p>{{ row(form.phone")
    )
    browser = world.browser()
    enter_journal(browser, ANNA)
    assert "Лишнее" in browser.submit("Привязать учебный профиль VK ID").text


def test_function_is_reached_through_every_name(with_defect: WithDefect) -> None:
    """`chats_of` is imported by name in the journal; the message of the phone is sent in a module of the domain."""
    world = with_defect(
        function("sim_server.domain.chats:chats_of", lambda real, *asked: real(*asked)[:1]),
        function("sim_server.domain.codes:_composed", lambda real, *asked: ("111111", "", "Код 111111")),
    )
    browser = world.browser()
    reach_last_screen(browser, world, ANNA)
    assert world.code(ANNA["phone"]) == "111111"
    assert len(browser.submit(GO_ON).items) == 1 + len(enter_journal(sound(world), ANNA).items)


def test_view_and_context_manager_are_replaced_inside_their_guards(with_defect: WithDefect) -> None:
    world = with_defect(function("sim_server.journal.views:desk", lambda real, account: account.login))
    browser = world.browser()
    assert browser.open(f"{JOURNAL}/desk").heading == "Вход для сотрудников"
    enter_journal_only(browser)
    assert browser.open(f"{JOURNAL}/desk").text == "anna"


def enter_journal_only(browser: Browser) -> None:
    browser.open(f"{JOURNAL}/login")
    browser.submit("Войти", login="anna", password="journal-anna")


def test_method_is_reached(with_defect: WithDefect) -> None:
    world = with_defect(
        function("sim_server.journal.site_tables:LinkPlace.is_for", lambda real, place, role: False)
    )
    browser = world.browser()
    enter_journal_only(browser)
    assert "Личные сообщения" not in browser.page.links


def test_back_channel_is_of_its_caller_s_world(with_defect: WithDefect) -> None:
    """VK ID finds its person by a token: the world that the function acts in is the journal's."""

    world = with_defect(
        function(
            "sim_server.vk_id.user_info:_user",
            lambda real, *known: {**real(*known), "last_name": "Подменённая"},
        )
    )
    link(world.browser(), world, ANNA)
    assert world.links["anna"].startswith("Подменённая")


def test_limit_is_otherwise_in_one_world(with_defect: WithDefect) -> None:
    world = with_defect(limit("wrong_codes", 1))
    assert refusals_of_codes(world)[0] != refusals_of_codes(World(world.simulator, EVERYBODY))[0]


def refusals_of_codes(world: World) -> list[str]:
    browser = world.browser()
    enter_journal(browser, ANNA)
    browser.submit("Привязать учебный профиль VK ID")
    give_phone(browser, ANNA["phone"])
    browser.submit(GO_ON, password="Vesna-2026!")
    return [browser.submit(GO_ON, code="000000").text]


def test_page_and_answer_are_changed(with_defect: WithDefect) -> None:
    world = with_defect(
        page(lambda html, asked: html.replace("</main>", f"{asked.path}</main>")),
        response(lambda answer, asked: answer.headers.set("Cache-Control", "no-store")),
    )
    browser = world.browser()
    assert browser.open(f"{JOURNAL}/login").text.endswith("/login")
    assert browser.ask("GET", JOURNAL).headers["Cache-Control"] == "no-store"
    assert not sound(world).open(f"{JOURNAL}/login").text.endswith("/login")


def test_what_is_arranged_is_sound(with_defect: WithDefect) -> None:
    world = with_defect(function("sim_server.domain.linking:add_link", lambda real, *asked: None))
    assert world.links["pavel"]
    browser = world.browser()
    enter_journal(browser, PAVEL)
    link(world.browser("d2"), world, ANNA)
    assert "anna" not in world.links


def test_nothing_is_open_before_a_world_asks(simulator: Simulator) -> None:
    assert not is_open(found_function("sim_server.domain.support:handle_request"))


@pytest.mark.parametrize(
    "seam",
    [
        data(PERM, "labels.nothing.at_all", ""),
        data("sites/nowhere/site.toml", "labels", {}),
        template("journal/place.html", "nowhere to be found", ""),
        template("journal/place.html", "{% if", ""),
        function("sim_server.domain.codes:check_nothing", lambda real: None),
        function("sim_server.nowhere:nothing", lambda real: None),
        limit("wrong_wishes", 1),
    ],
    ids=lambda seam: seam.place,
)
def test_place_that_there_is_not_is_refused(
    simulator: Simulator, with_defect: WithDefect, seam: Replacement
) -> None:
    with pytest.raises(DefectUnsound):
        orders.Acting.of([seam]) and simulator.defects._systems_with([seam])
