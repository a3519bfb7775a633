"""Who can be brought into a chat: people of the own school, and nobody else, whatever is sent."""

import pytest

from sim_server.simulator import Simulator
from tests.http.browser import Browser
from tests.http.ways import ask_for_messenger, prove_phone
from tests.http.world import Json, World
from tests.people import ANNA, PAVEL, full_name, with_account


def linked(person: Json, school: str, class_name: str) -> Json:
    return with_account(person, school=school, class_names=[class_name], linked=True)


def chat_of_class(simulator: Simulator, school_of_pavel: str) -> tuple[World, Browser, int]:
    """Anna in the chat with parents of her class, and the id of Pavel's study profile."""
    people = [linked(ANNA, "Школа № 12", "5 «А»"), linked(PAVEL, school_of_pavel, "9 «В»")]
    world = World(simulator, people)
    browser = world.browser()
    ask_for_messenger(browser)
    prove_phone(browser, world, ANNA)
    browser.follow("Чат с родителями, 5 «А»")
    links = world.api.get(f"{world.path}/links").json["links"]
    return world, browser, next(link["profile"]["id"] for link in links if link["login"] == "pavel")


@pytest.mark.parametrize(("school", "status"), [("Школа № 12", 200), ("Школа № 57", 403)])
def test_only_the_own_school_can_be_brought_in(simulator: Simulator, school: str, status: int) -> None:
    _, browser, pavel = chat_of_class(simulator, school)
    _, _, sent = browser.request_of("Отправить", text="x")
    assert sent is not None
    address = f"{browser.url}/members/{pavel}"
    page = browser.open(address, "POST", {"csrf_token": sent["csrf_token"]})
    assert (browser.status, full_name(PAVEL) in page.text) == (status, status == 200)


def test_non_member_brings_nobody_in(simulator: Simulator) -> None:
    world, browser, pavel = chat_of_class(simulator, "Школа № 57")
    other = world.browser("d2")
    ask_for_messenger(other)
    prove_phone(other, world, PAVEL)
    other.follow("Учительская")
    _, _, sent = other.request_of("Отправить", text="x")
    assert sent is not None
    other.open(f"{browser.url}/members/{pavel}", "POST", {"csrf_token": sent["csrf_token"]})
    assert other.status == 404
