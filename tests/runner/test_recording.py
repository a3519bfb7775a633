"""What is done in a real browser is recorded in the words of scenarios, and the recording runs green."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from fixtures.browser import Chromium
from fixtures.control import Control
from fixtures.sight.device import Device
from fixtures.sight.dialogs import PROMPT
from fixtures.stand import Stand
from steps.language.reading import read_feature
from steps.recording.answering import consent
from steps.recording.ear import Ear
from steps.recording.earlier import described
from steps.recording.record import Wanted, begun
from steps.recording.recorder import Recorder
from steps.recording.seats import OFFERED
from steps.recording.stage import staged_on
from tests.runner.conftest import Project
from tests.runner.test_pages import PAGES, ends

ROOT = Path(__file__).parents[2]
VARIANT_1 = ROOT / "features" / "perm" / "variant_1.feature"

GIVENS = ("у меня есть VK ID и учебный профиль", "мой телефон «+7 199 111-11-11»")


class Hand:
    """A program in a person's place: it acts on the page in front, and takes what was recorded of that."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder

    @property
    def page(self) -> Page:
        return self.recorder.device.page

    @property
    def me(self):
        return self.recorder.person

    def go(self, address: str) -> None:
        self.page.goto(address)
        self.heed()

    def pages(self) -> list[Page]:
        return [page for page in self.page.context.pages if "phone" not in page.url]

    def newest_page(self) -> Page:
        return self.pages()[-1]

    def press(self, name: str) -> None:
        self.named(name).click()
        self.heed()

    def fill(self, label: str, value: str) -> None:
        self.page.get_by_label(label, exact=True).fill(value)

    def mark(self, text: str) -> None:
        """Mark as seen, as a person does: with Alt."""
        self.page.get_by_text(text, exact=True).filter(visible=True).first.click(modifiers=["Alt"])
        self.heed()

    def named(self, name: str):
        link, button = (self.page.get_by_role(role, name=name, exact=True) for role in ("link", "button"))
        return link.or_(button).filter(visible=True)

    def read_code(self) -> str:
        """Look at the phone, which lies open in a tab of its own."""
        phone = next(page for page in self.page.context.pages if "phone" in page.url)
        phone.reload()
        return re.search(r"\b\d{6}\b", phone.get_by_role("listitem").first.inner_text())[0]

    def heed(self) -> list[str]:
        return [str(entry) for entry in self.recorder.heed()]

    def written(self) -> list[str]:
        return [str(step) for step in self.recorder.manuscript.steps]


def walk_variant_1(hand: Hand) -> None:
    """Perm's first variant, done by a program on the page."""
    hand.page.goto("https://school.permkrai.ru")
    hand.heed()
    hand.press("Вход для сотрудников")
    hand.fill("Логин", hand.me.account.login)
    hand.fill("Пароль", hand.me.account.password)
    hand.press("Войти")
    hand.press("Личные сообщения")
    hand.press("Привязать учебный профиль VK ID")
    hand.fill("Телефон", "+7 199 111-11-11")
    hand.press("Продолжить")
    hand.mark("Используйте пароль, указанный при регистрации с телефоном +7 199 111-11-11")
    hand.fill("Введите пароль", hand.me.vk_password)
    hand.press("Продолжить")
    hand.fill("Введите код", hand.read_code())
    hand.press("Продолжить")
    hand.press("Продолжить в учебном профиле")
    hand.press("Продолжить")
    hand.mark("Личные сообщения")
    hand.mark(f"Учебный профиль: {hand.me.full_name}")
    hand.mark("Перейти в VK Мессенджер")
    hand.mark("Чат с родителями, 5 «А»")


def actions_of_variant_1() -> list[str]:
    document = read_feature(VARIANT_1, VARIANT_1.name)
    return [f"Когда {step['text']}" for step in document.pickles[0]["steps"] if step["type"] == "Action"]


FORM, WINDOWS, DIALOGS = (f"https://page.test/{name}.html" for name in ("form", "windows", "dialogs"))


def fill_in_form(hand: Hand) -> None:
    """Lists, boxes, dates, quotes within quotes, everything typed and chosen by keys and mouse."""
    hand.go(FORM)
    hand.fill("Имя", "Берёза «5 «А»»")
    hand.page.get_by_label("Дата рождения").press_sequentially("02021990")
    hand.page.get_by_label("Пол").focus()
    hand.page.keyboard.press("ArrowDown")
    hand.page.get_by_label("Согласие").click()
    hand.page.get_by_text("По «СМС»").click()
    hand.fill("Письмо «как есть»", "раз «\nдва | три")
    hand.press("Отправить «анкету»")
    hand.mark("Отправлено")
    hand.named("Дважды").dblclick()
    hand.heed()
    for seen in (
        "Дважды",
        "Осталось 1:53",
        "Всё “по правилам”, 5 «А»",
        "Непарная « кавычка",
        "Проверьте имя",
    ):
        hand.mark(seen)
    for label in ("Имя", "Дата рождения", "Пол", "Письмо «как есть»"):
        hand.page.get_by_label(label).click(modifiers=["Alt"])
    hand.heed()


IN_FORM = [
    f"Когда открываю «{FORM}»",
    "Когда ввожу «Берёза «5 «А»»» в поле «Имя»",
    "Когда ввожу дату «02.02.1990» в поле «Дата рождения»",
    "Когда выбираю «Женский» в поле «Пол»",
    "Когда отмечаю «Согласие»",
    "Когда отмечаю «По «СМС»»",
    "Когда заполняю поля: | Письмо «как есть» | раз «\nдва | три |",
    "Когда нажимаю «Отправить «анкету»»",
    "Тогда вижу сообщение «Отправлено»",
    "Когда дважды нажимаю «Дважды»",
    "Тогда вижу сообщение «Дважды»",
    "Тогда вижу обратный отсчёт «Осталось»",
    "Тогда вижу «Всё “по правилам”, 5 «А»»",
    "Тогда вижу надписи: | Непарная « кавычка |",
    "Тогда вижу сообщение «Проверьте имя»",
    "Тогда в поле «Имя» вижу «Берёза «5 «А»»»",
    "Тогда в поле «Дата рождения» вижу «1990-02-02»",
    "Тогда в поле «Пол» вижу «Женский»",
    "Тогда в полях вижу: | Письмо «как есть» | раз «\nдва | три |",
]


def go_through_windows(hand: Hand) -> None:
    """A window that a page opens and closes, tabs opened and closed by hand, «Назад» and a reload."""
    hand.go(WINDOWS)
    hand.press("Войти")
    opened = hand.newest_page()
    opened.get_by_role("button", name="Готово", exact=True).click()
    hand.heed()
    hand.mark("Вы вошли")
    tab = hand.page.context.new_page()
    tab.goto(FORM)
    hand.heed()
    hand.go(DIALOGS)
    tab.go_back()
    tab.reload()
    hand.heed()
    hand.mark("Анкета")
    first = hand.pages()[0]
    first.get_by_role("heading").click(modifiers=["Alt"])
    hand.heed()
    tab.close()
    hand.heed()
    hand.mark("Журнал")


IN_WINDOWS = [
    f"Когда открываю «{WINDOWS}»",
    "Когда нажимаю «Войти»",
    "Тогда открывается новое окно",
    "Когда нажимаю «Готово»",
    "Тогда вижу сообщение «Вы вошли»",
    "Когда открываю вторую вкладку",
    f"Когда открываю «{FORM}»",
    f"Когда открываю «{DIALOGS}»",
    "Когда нажимаю в браузере «Назад»",
    "Когда обновляю страницу",
    "Тогда вижу экран «Анкета»",
    "Когда возвращаюсь на первую вкладку",
    "Тогда вижу экран «Журнал»",
    "Когда закрываю третью вкладку",
    "Тогда вижу экран «Журнал»",
]


def answer_dialogs(hand: Hand) -> None:
    """Windows of the browser's own, each answered by whoever records."""
    hand.go(DIALOGS)
    hand.press("Сломать")
    hand.press("Отвязать")
    hand.press("Назваться")
    hand.mark("Аня")
    hand.fill("Черновик", "Начало")
    hand.press("Дальше")
    hand.mark("Другая страница")


IN_DIALOGS = [
    f"Когда открываю «{DIALOGS}»",
    "Когда закрою окно браузера «Внутренняя ошибка»",
    "Когда нажимаю «Сломать»",
    "Когда на вопрос браузера «Отвязать профиль?» соглашусь",
    "Когда нажимаю «Отвязать»",
    "Когда на вопрос браузера «Как вас зовут?» отвечу «Аня»",
    "Когда нажимаю «Назваться»",
    "Тогда вижу сообщение «Аня»",
    "Когда ввожу «Начало» в поле «Черновик»",
    "Когда на вопрос браузера, уйти ли со страницы, соглашусь",
    "Когда нажимаю «Дальше»",
    "Тогда вижу экран «Другая страница»",
]


def answer(kind: str, words: str) -> str | None:
    return "Аня" if kind == PROMPT else consent(kind, words)


@contextmanager
def a_hand(stand: Stand, control: Control, chromium: Chromium, *givens: str) -> Iterator[Hand]:
    ear = Ear(OFFERED)

    def bought(device: Device) -> None:
        ear.attach(device)
        device.context.route("https://page.test/**", served)

    with staged_on(bought, stand, control, chromium) as stage:
        yield Hand(begun(stage, ear, Wanted(described(givens=givens)), answer))


def served(route: Route) -> None:
    file = PAGES / urlsplit(route.request.url).path.lstrip("/")
    route.fulfill(body=file.read_bytes(), content_type="text/html; charset=utf-8")


@pytest.fixture
def hand(stand: Stand, control: Control, chromium: Chromium) -> Iterator[Hand]:
    with a_hand(stand, control, chromium, *GIVENS) as made:
        yield made


SEEN_IN_VARIANT_1 = [
    "Тогда вижу «Используйте пароль, указанный при регистрации с телефоном +7 199 111-11-11»",
    "Тогда вижу экран «Личные сообщения»",
    "Тогда вижу «Учебный профиль:» и свои фамилию, имя и отчество",
    "Тогда вижу кнопку «Перейти в VK Мессенджер»",
    "Тогда вижу «Чат с родителями, 5 «А»»",
]


def test_variant_1_comes_out_as_it_is_written_and_runs_green(hand: Hand, paged: Project):
    walk_variant_1(hand)
    assert [step for step in hand.written() if step.startswith("Когда")] == actions_of_variant_1()
    assert [step for step in hand.written() if step.startswith("Тогда")] == SEEN_IN_VARIANT_1
    paged.feature(hand.recorder.text)
    assert ends(paged) == [("passed", "")]


WALKS = {
    "form": (fill_in_form, IN_FORM),
    "windows": (go_through_windows, IN_WINDOWS),
    "dialogs": (answer_dialogs, IN_DIALOGS),
}


def test_what_is_recorded_on_our_own_pages_runs_green(
    stand: Stand, control: Control, chromium: Chromium, paged: Project
):
    for name, (walk, steps) in WALKS.items():
        with a_hand(stand, control, chromium) as hand:
            walk(hand)
            assert hand.written() == steps
            paged.feature(hand.recorder.text, f"{name}.feature")
    assert ends(paged) == [("passed", "")] * len(WALKS)
