"""No page loses anything on its way to the second face: words, fields, buttons, links and what a form sends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from werkzeug.test import TestResponse

from sim_server.wild.trees import Node, page_tree
from tests.http.browser import Browser
from tests.http.page import Page
from tests.http.ways import GO_ON, UNLINK, ask_to_link, give_phone, link
from tests.http.world import World
from tests.people import ANNA

DRAWN_BY_THE_FACE = {
    "←",
    "Имя",
    "фамилия",
    "или",
}  # an arrow, and the caption of the search, which is a field's
WORD = re.compile(r"[^\s,.:;«»()]+")


def all_nodes(told: Any) -> Iterator[Node]:
    """Every node of the tree."""
    if isinstance(told, list):
        for one in told:
            yield from all_nodes(one)
    elif isinstance(told, dict):
        if "k" in told:
            yield told
        for value in told.values():
            yield from all_nodes(value)


def words_of(tree: Node) -> Counter[str]:
    """All that is read on the page."""
    said = [tree["title"], tree["site"]]
    for node in all_nodes(tree):
        said += [str(node.get("t", "")), str(node.get("label", "")), str(node.get("nobody", ""))]
        said += [words for _value, words in node.get("options", [])]
        said += [str(node["value"])] if node.get("kind") == "textarea" else []
    return Counter(WORD.findall(" ".join(said)))


def lost(html: str, tree: Node) -> dict[str, Any]:
    """What the page has and its tree has not."""
    page = Page(html)
    words = Counter(WORD.findall(page.text)) - words_of(tree)
    nodes = list(all_nodes(tree))
    forms = [(node["action"], node["method"]) for node in nodes if node["k"] == "form"]
    links = Counter(node["href"] for node in nodes if node["k"] == "link")
    return {
        "words": {word for word in words if word not in DRAWN_BY_THE_FACE},
        "title": [page.heading] if tree["title"] != page.heading else [],
        "forms": Counter((form.action, form.method) for form in page.forms) - Counter(forms),
        "fields": {name for form in page.forms for name in form.values} - _sent(nodes),
        "values": _values(page) - _values_of(nodes),
        "buttons": len(page.buttons) - sum(node["k"] == "button" for node in nodes),
        "links": {address for address in page.links.values() if not links[address] and address != "/"},
        "alerts": [one for one in page.alerts if one not in _errors(nodes)],
    }


def _sent(nodes: list[Node]) -> set[str]:
    hidden = {name for node in nodes if node["k"] == "form" for name, _value in node["sent"]}
    return hidden | {node["name"] for node in nodes if node["k"] == "field"}


def _values(page: Page) -> set[tuple[str, str]]:
    return {(name, value) for form in page.forms for name, value in form.values.items() if value}


def _values_of(nodes: list[Node]) -> set[tuple[str, str]]:
    hidden = {(name, value) for node in nodes if node["k"] == "form" for name, value in node["sent"]}
    ticked = {(node["name"], "y") for node in nodes if node.get("ticked")}
    return hidden | ticked | {(node["name"], node["value"]) for node in nodes if node["k"] == "field"}


def _errors(nodes: list[Node]) -> set[str]:
    wrong = [node for node in nodes if node.get("tone") == "error"]
    return {"".join(str(one.get("t", "")) for one in all_nodes(node["c"])).strip() for node in wrong}


class Comparing(Browser):
    """A browser that holds every page it gets against its tree."""

    compared = 0

    def ask(self, method: str, url: str, data: dict[str, str] | None = None) -> TestResponse:
        """The answer, if its tree has lost nothing."""
        answer = super().ask(method, url, data)
        if answer.mimetype == "text/html" and answer.status_code == 200:
            missing = {what: one for what, one in lost(answer.text, page_tree(answer.text)).items() if one}
            assert not missing, f"{url}\n{answer.text}"
            self.compared += 1
        return answer


@pytest.fixture
def comparing(world: World) -> Comparing:
    return Comparing(world.simulator, f"Svyazka/{world.name}.d1")


def link_and_write_and_unlink(browser: Browser, world: World, me: dict[str, Any]) -> None:
    link(browser, world, me)
    browser.submit(UNLINK)
    browser.open("https://web.vk.me")
    browser.follow("Войти")
    browser.open("https://web.vk.me/chats/new")


def refuse(browser: Browser, world: World, me: dict[str, Any]) -> None:
    ask_to_link(browser, me)
    give_phone(browser, "123")
    give_phone(browser, me["phone"])
    browser.submit(GO_ON, password="wrong")
    browser.submit(GO_ON, password="")


def recover(browser: Browser, world: World, me: dict[str, Any]) -> None:
    ask_to_link(browser, me)
    give_phone(browser, me["phone"])
    browser.follow("Забыли или не установили пароль?")
    browser.submit(GO_ON)
    browser.submit(GO_ON, code=world.code(me["phone"]))


def look_around(browser: Browser, world: World, me: dict[str, Any]) -> None:
    ask_to_link(browser, me)
    give_phone(browser, "+7 199 888-77-66")
    browser.submit(GO_ON, code=world.code("+71998887766"))
    for address in (
        "https://phone.svyazka.test/",
        f"https://phone.svyazka.test/{me['phone'].lstrip('+')}",
        "https://mail.svyazka.test/",
        "https://support.svyazka.test/",
        "https://support.svyazka.test/desk",
        "https://id.vk.com/",
        "https://sferum.ru/",
        "https://vk.com/",
        "https://www.gto.ru/",
        "https://school.mos.ru/login",
        "https://dnevnik2.petersburgedu.ru/",
    ):
        browser.open(address)


@pytest.mark.parametrize("way", [link_and_write_and_unlink, refuse, recover, look_around])
def test_no_page_on_the_way_loses_anything(
    way: Callable[..., None], comparing: Comparing, world: World
) -> None:
    way(comparing, world, ANNA)
    assert comparing.compared > 5


def test_chat_keeps_whose_each_message_is(world: World) -> None:
    html = '<main><h1>Чат</h1><ol class="messages"><li class="own"><p>Я</p></li><li><p>Коллега</p></li></ol></main>'
    (listed,) = [node for node in all_nodes(page_tree(html)) if node["k"] == "list"]
    assert listed["own"] == [True, False]


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ('<main><h1>А</h1><form action="/x"><svg></svg><p>Слово</p></form></main>', "words"),
        ('<main><h1>А</h1><a href="/there">Туда</a></main>', "links"),
        (
            '<main><h1>А</h1><form action="/x" method="post"><input name="login" value="1"></form></main>',
            "fields",
        ),
    ],
)
def test_comparison_notices_what_is_lost(page: str, what: str) -> None:
    assert not lost(page, page_tree(page))[what]
    assert lost(page, page_tree("<main><h1>А</h1></main>"))[what]
