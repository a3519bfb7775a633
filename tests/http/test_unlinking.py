"""Taking a link back."""

import pytest

from tests.http.browser import Browser
from tests.http.ways import GO_ON, JOURNAL, LINK, MESSENGER, UNLINK, enter_journal, link
from tests.http.world import World
from tests.people import ANNA, PAVEL, full_name


@pytest.fixture
def linked(world: World, browser: Browser) -> Browser:
    """Anna's browser after linking, at her messages page."""
    link(browser, world, ANNA)
    return browser


def test_it_is_asked_back_before_anything_happens(world: World, linked: Browser) -> None:
    page = linked.submit(UNLINK)
    assert page.heading == "Отвязать учебный профиль VK ID?"
    assert {"Отвязать", "Отмена"} <= set(page.buttons)
    assert "anna" in world.links


def test_cancelling_keeps_everything(world: World, linked: Browser) -> None:
    linked.submit(UNLINK)
    page = linked.submit("Отмена")
    assert page.form_with(UNLINK)
    assert "Учительская" in page.items
    assert world.events("unlinked") == []


def test_unlinking_takes_link_chats_and_messenger(world: World, linked: Browser) -> None:
    messages = linked.url
    assert "Учительская" in linked.follow("Перейти в VK Мессенджер").links
    linked.open(messages)
    linked.submit(UNLINK)
    page = linked.submit("Отвязать")
    assert (page.heading, page.items) == ("Личные сообщения", [])
    assert page.form_with(LINK)
    assert linked.open(f"{JOURNAL}/messenger").form_with(LINK)
    assert set(world.links) == {"pavel"}
    page = linked.open(MESSENGER)
    assert (page.heading, "Учительская" in page.links) == ("VK Мессенджер", False)


def test_another_s_link_is_untouched(world: World, linked: Browser) -> None:
    linked.submit(UNLINK)
    linked.submit("Отвязать")
    other = world.browser("d2")
    page = enter_journal(other, PAVEL)
    assert page.form_with(UNLINK)
    assert page.items == ["Учительская", "Чат с родителями, 5 «А»", "Чат с учениками, 5 «А»"]


def test_it_can_be_linked_again_by_variant_1(world: World, linked: Browser) -> None:
    linked.submit(UNLINK)
    linked.submit("Отвязать")
    page = link(world.browser("d2"), world, ANNA)
    assert page.form_with(UNLINK)
    assert page.items == ["Учительская", "Чат с родителями, 5 «А»", "Чат с учениками, 5 «А»"]
    assert world.links["anna"] == full_name(ANNA)
    assert world.events("study_profile_created") == []


def test_done_in_another_tab_the_old_page_does_no_harm(world: World, linked: Browser) -> None:
    old_page = linked.request_of(UNLINK)
    linked.submit(UNLINK)
    old_question = linked.request_of("Отвязать")
    linked.submit("Отвязать")
    assert linked.open(*old_page).form_with(LINK)
    assert linked.open(*old_question).form_with(LINK)
    assert len(world.events("unlinked")) == 1


def test_forged_form_does_not_unlink(world: World, linked: Browser) -> None:
    linked.open(f"{JOURNAL}/unlink", "POST", {"csrf_token": "forged"})
    assert "anna" in world.links


def test_new_link_after_unlinking_takes_another_profile(world: World, linked: Browser) -> None:
    linked.submit(UNLINK)
    linked.submit("Отвязать")
    linked.submit(LINK)
    linked.submit("Продолжить в учебном профиле")
    linked.submit(GO_ON, last_name="Орлова")
    assert world.links["anna"] == "Орлова Анна Викторовна"
