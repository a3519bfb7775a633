"""The page a recording begins on: where one can go, each address a link."""

from __future__ import annotations

from playwright.sync_api import Page

from fixtures.stand import Stand

BLANK = "about:blank"
EMPTY = ("about:", "chrome://")  # a new tab, before anybody goes anywhere in it
BESIDE = ("phone", "mailbox")  # these are open already
LAY_OUT = """([title, hint, addresses]) => {
    const make = (tag, text) => Object.assign(document.createElement(tag), {textContent: text});
    const list = make('ul', '');
    for (const address of addresses) {
        const item = make('li', ''), link = make('a', address);
        link.href = address;
        item.append(link);
        list.append(item);
    }
    document.title = title;
    document.documentElement.lang = 'ru';
    document.body.replaceChildren(make('h1', title), make('p', hint), list);
}"""
TITLE = "Запись сценария"
HINT = (
    "Наберите адрес или выберите сайт. Всё, что вы сделаете дальше, станет шагами. "
    "Что человек должен увидеть, отмечайте щелчком с клавишей Alt или кнопкой «Проверить»; к ней ведёт клавиша F2."
)


def is_empty(address: str) -> bool:
    """Whether nobody has gone anywhere yet."""
    return address.startswith(EMPTY)


def start_page(page: Page, stand: Stand, title: str = TITLE, hint: str = HINT) -> None:
    """Write it into an empty page."""
    sites = [address for name, address in stand.sites.items() if name not in BESIDE]
    page.evaluate(LAY_OUT, [title, hint, sites])
