"""Variant 1 of Perm on the second face in a real browser, walked as a person would: by what is seen on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect

from fixtures.browser import launch, launch_arguments
from fixtures.simulator import Address
from sim_server.server import Listener
from sim_server.wild.face import WildFace
from sim_server.wild.people import WITH_PROFILE

PERM = "https://school-permkrai-ru.shkola.test"
PHONE = "https://phone-svyazka-test.svyaz.test"
Json = dict[str, Any]
MASKED = {
    "": "+7 ",
    "+7 1": "+7 1",
    "1+7 ": "+7 1",
    "81991112233": "+7 199 111 22 33",
    "+7 +7 199 111-11-11": "+7 199 111 11 11",
    "1991111111": "+7 199 111 11 11",
    "+7 person@pochta.test": "person@pochta.test",
}


@pytest.fixture
def context(driver: Playwright, face: WildFace) -> Iterator[BrowserContext]:
    """A browser that reaches the second face and nothing else."""
    listener = Listener(face, 0, face.hosts)
    listener.start()
    browser = launch(driver, launch_arguments(Address("", listener.port, face.hosts)))
    yield browser.new_context(ignore_https_errors=True, locale="ru-RU")
    browser.close()
    listener.stop()


def press(page: Page, words: str) -> None:
    """Press what is called so, wherever the words are put."""
    page.get_by_text(words, exact=True).last.click()


def accept_cookies(page: Page) -> None:
    """Press what the bar, or whatever it is, has for that."""
    page.get_by_text(re.compile("^(Хорошо|Принять|Принять все)$")).last.click()


def seen_field(page: Page, at: int = 0) -> Locator:
    """The field at that place, counted from above."""
    return page.locator("input:visible").nth(at)


def typed_into_mask(page: Page) -> dict[str, str]:
    """What the phone field makes of what is typed there."""
    return dict(
        page.evaluate(
            """async (typed) => {
                const main = document.querySelector("script[type=module]").src;
                const { masked } = await import(main.replace("main.js", "fields.js"));
                return Object.fromEntries(typed.map((one) => [one, masked(one)]));
            }""",
            [*MASKED],
        )
    )


def code_on(phone: Page, number: str) -> str:
    phone.goto(f"{PHONE}/{number.lstrip('+')}")
    message = phone.get_by_text(re.compile(r"\b\d{6}\b")).first
    found = re.search(r"\b\d{6}\b", message.inner_text())
    assert found
    return found[0]


def test_teacher_links_the_profile_in_a_window_that_closes_itself(
    context: BrowserContext, people: list[Json]
) -> None:
    fits = [one for one in people if one["journal"] == "perm" and not one["robot_check"]]
    me = [one for one in fits if one["situations"] == [WITH_PROFILE]][-1]
    page = context.new_page()
    troubles: list[str] = []
    context.on("weberror", lambda error: troubles.append(str(error.error)))

    page.goto(PERM)
    accept_cookies(page)
    press(page, "Вход для сотрудников")
    expect(page.get_by_text("Пароль", exact=True).first).to_be_attached()
    seen_field(page, 0).press_sequentially(me["login"])
    seen_field(page, 1).press_sequentially(me["password"])
    press(page, "Войти")
    page.get_by_alt_text("Личные сообщения").or_(page.get_by_title("Личные сообщения")).click()
    with page.expect_popup() as opened:
        press(page, "Привязать учебный профиль VK ID")
    vk_id = opened.value
    accept_cookies(vk_id)
    expect(vk_id.get_by_text("Вход в VK ID", exact=True)).to_be_visible()
    phone = seen_field(vk_id)
    expect(phone).to_have_value("+7 ")
    assert typed_into_mask(vk_id) == MASKED
    phone.press_sequentially(me["phone"][2:])
    expect(phone).to_have_value(re.compile(r"^\+7 199 \d{3} \d\d \d\d$"))
    press(vk_id, "Продолжить")
    expect(vk_id.get_by_text("Используйте пароль, указанный при регистрации")).to_be_visible()
    seen_field(vk_id).press_sequentially(me["vk_password"])
    press(vk_id, "Продолжить")
    expect(vk_id.get_by_text("Подтвердите вход", exact=True)).to_be_visible()
    code = code_on(context.new_page(), me["phone"])
    seen_field(vk_id).click()
    vk_id.keyboard.type(code)  # sent by itself
    press(vk_id, "Продолжить в учебном профиле")
    expect(vk_id.get_by_text("Информация о себе", exact=True)).to_be_visible()
    with vk_id.expect_event("close"):
        press(vk_id, "Продолжить")

    expect(page.get_by_text("Перейти в VK Мессенджер", exact=True)).to_be_visible()
    expect(page.get_by_text("Чат с учениками, 5 «А»")).to_be_visible()
    assert page.url == f"{PERM}/messages"
    assert not page.locator("h1, button, label, select, [data-testid]").count()
    assert not troubles
