"""How tests of defects get about: into any journal, and through VK ID's screens by whatever each of them asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from tests.http.browser import Browser
from tests.http.page import Form, Page
from tests.http.world import World
from tests.people import PASSWORD, particulars

Json = dict[str, Any]
VK_ID = "https://id.vk.com"
MESSENGER = "https://web.vk.me"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
MAIL = "karina@pochta.test"
JOURNALS = {  # where each is, and what links there
    "perm": ("school.permkrai.ru", "/messages", "Привязать учебный профиль VK ID"),
    "mesh": ("school.mos.ru", "/messenger/connect", "Перейти к подключению"),
    "mosreg": ("authedu.mosreg.ru", "/messenger/connect", "Перейти к подключению"),
    "diary": ("dnevnik.mos.ru", "/messenger/connect", "Перейти к подключению"),
    "paragraf": ("dnevnik2.petersburgedu.ru", "/chats", "Привязать к VK ID"),
}
ROLES = {"diary": "parent", "paragraf": "pupil"}
OWNED = {
    "profile": {"vk_id": {"password": PASSWORD}, "study_profile": {}},
    "vk_id": {"vk_id": {"password": PASSWORD}},
    "nothing": {},
}
ASIDE = {
    "leave",
    "forget",
    "forgotten",
    "sms",
    "call",
    "letter",
    "resend",
    "other_account",
    "other_way",
    "no_mail",
}
NAMES = ("Орлова Вера Павловна", "Белова Нина Олеговна", "Громова Зоя Львовна", "Дюжева Ада Юрьевна")


def newcomer(world: World, journal: str, owns: str = "profile", *, number: int = 0, **more: Any) -> Json:
    """One more person of the world, with an account of that journal; keys of the account may differ in `account`."""
    last_name, first_name, middle_name = NAMES[number].split()
    account = {
        "journal": journal,
        "login": f"login{number}",
        "password": f"journal-{number}",
        "school": "Школа № 12",
    }
    account |= {"role": ROLES.get(journal, "teacher"), "class_names": ["5 «А»"], "subjects": ["Алгебра"]}
    person = {
        "key": f"newcomer{number}",
        "last_name": last_name,
        "first_name": first_name,
        "middle_name": middle_name,
        "birth_date": "1988-04-05",
        "sex": "female",
        "phone": f"+7199555000{number}",
        "journal_accounts": [account | more.pop("account", {})],
        **OWNED[owns],
        **more,
    }
    assert world.api.post(f"{world.path}/people", json={"people": [person]}).status_code == 201
    return person


def enter(browser: Browser, person: Json, host: str = "") -> Page:
    """Sign in to the journal of the person's account, at its usual address or another."""
    account = person["journal_accounts"][0]
    browser.open(f"https://{host or JOURNALS[account['journal']][0]}/login")
    return browser.submit("Войти", login=account["login"], password=account["password"])


def at_place(browser: Browser, person: Json) -> Page:
    """Sign in, and open the page that offers linking."""
    enter(browser, person)
    host, path, _button = JOURNALS[person["journal_accounts"][0]["journal"]]
    return browser.open(f"https://{host}{path}")


def begin(browser: Browser, person: Json) -> Page:
    """Sign in and press the button that links: VK ID's first screen."""
    at_place(browser, person)
    return browser.submit(JOURNALS[person["journal_accounts"][0]["journal"]][2])


def screen_of(browser: Browser) -> str:
    """Which screen of VK ID is shown, by its name; empty elsewhere."""
    form = own_form(browser)
    return urlsplit(form.action).path.rpartition("/")[2] if form else ""


def own_form(browser: Browser) -> Form | None:
    """The form that the screen of VK ID asks for."""
    if not re.match(r"/(signin|recovery)/", browser.path):
        return None
    return next((one for one in browser.page.forms if one.action.rpartition("/")[2] not in ASIDE), None)


def answer(browser: Browser, world: World, person: Json, **typed: str) -> Page:
    """Answer the screen as it asks: what is typed otherwise counts first."""
    form = own_form(browser)
    assert form is not None, f"nothing is asked for at {browser.url}"
    fitting = {name: typed[name] for name in form.values if name in typed}
    known = dict(_answers(browser, world, person, form))
    return browser.submit(form.buttons[0], **{**known, **fitting})


def _answers(browser: Browser, world: World, person: Json, form: Form) -> Iterator[tuple[str, str]]:
    asked = form.values
    if "phone" in asked:
        yield "phone", person["phone"]
    if "password" in asked:
        yield "password", PASSWORD
    if "code" in asked:
        yield "code", world.code(person["phone"])
    for name, value in particulars(person).items():
        if asked.get(name) == "":
            yield name, value


def walk(browser: Browser, world: World, person: Json, *, until: str = "", **typed: str) -> list[str]:
    """Answer every screen; return their names, then "stuck" where one is shown again or "back" where VK ID ends."""
    seen = [screen_of(browser)]
    while seen[-1] and seen[-1] != until:
        answer(browser, world, person, **typed)
        shown = screen_of(browser)
        if shown == seen[-1]:
            return [*seen, "stuck"]
        seen.append(shown)
    return seen if seen[-1] else [*seen[:-1], "back"]


def at_screen(world: World, journal: str, owns: str, screen: str) -> tuple[Browser, Json]:
    """A newcomer's browser at that screen of VK ID, on the way to linking."""
    browser, person = world.browser(), newcomer(world, journal, owns)
    begin(browser, person)
    seen = walk(browser, world, person, until=screen)
    assert seen[-1] == screen, seen
    return browser, person


def linked(world: World, journal: str, owns: str = "profile", **typed: str) -> tuple[Browser, Json]:
    """A newcomer's browser after all screens, and who that is."""
    browser, person = world.browser(), newcomer(world, journal, owns)
    begin(browser, person)
    assert walk(browser, world, person, **typed)[-1] == "back"
    return browser, person


def screens(world: World, journal: str, owns: str) -> list[str]:
    """All screens that a newcomer is shown."""
    browser, person = world.browser(), newcomer(world, journal, owns)
    begin(browser, person)
    return walk(browser, world, person)


def sign_in_at_vk_id(browser: Browser, world: World, person: Json) -> Page:
    """Let the browser remember the person's VK ID."""
    browser.open(VK_ID)
    browser.submit("Войти в VK ID")
    walk(browser, world, person)
    return browser.page


def enter_messenger(browser: Browser, world: World, person: Json) -> Page:
    """Sign in to the messenger by its own page."""
    browser.open(MESSENGER)
    browser.follow("Войти")
    walk(browser, world, person)
    return browser.page


def captions(page: Page) -> set[str]:
    """What can be read there and pressed, caption by caption, hidden things left out."""
    return {page.heading, *page.links, *page.buttons, *page.items, *page.alerts}


def says(page: Page, words: str) -> bool:
    """Whether the words stand there, as a caption or within what is read."""
    return words in page.text or words in captions(page)
