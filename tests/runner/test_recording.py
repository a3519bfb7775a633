"""What is done in a real browser is recorded in the words of scenarios, and the recording runs green."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, Playwright, Route

from fixtures.browser import Chromium, launch, launch_arguments
from fixtures.control import Control
from fixtures.environment.browsers import BrowserMissing
from fixtures.phones import printed_phone
from fixtures.sight.device import Device
from fixtures.sight.dialogs import PROMPT
from fixtures.simulator import Address
from fixtures.stand import Stand
from steps.language.reading import parse_feature, read_feature
from steps.recording.answering import consent
from steps.recording.ear import Ear
from steps.recording.earlier import described, scenario_at
from steps.recording.record import Wanted, begun
from steps.recording.recorder import Recorder
from steps.recording.seats import OFFERED, PHONE
from steps.recording.stage import staged_on
from tests.runner.conftest import Project
from tests.runner.test_pages import PAGES, ends, with_our_pages

ROOT = Path(__file__).parents[2]
VARIANT_1 = ROOT / "features" / "perm" / "variant_1.feature"

UNLINKING = ROOT / "features" / "perm" / "unlinking.feature"
CANCELLING = 1 + UNLINKING.read_text(encoding="utf-8").split("\n").index(
    "  Сценарий: Отмена ничего не меняет"
)
GIVENS = ("у меня есть VK ID и учебный профиль", "мой телефон — «+7 199 111-11-11»")


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

    @property
    def phone(self) -> Page:
        """The phone, which lies open in a tab of its own."""
        return next(page for page in self.page.context.pages if "phone" in page.url)

    def read_code(self) -> str:
        """Look at the phone."""
        phone = self.phone
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


FORM, WINDOWS, DIALOGS, FRAMED = (
    f"https://page.test/{name}.html" for name in ("form", "windows", "dialogs", "framed")
)


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
    hand.mark("Дважды")
    hand.named("Убрать").last.click()
    hand.heed()
    hand.mark("Нет Петровой")
    hand.named("Убрать").first.click(modifiers=["Alt"])
    hand.heed()
    for seen in (
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
    "Когда нажимаю «Убрать» в строке «Петрова»",
    "Тогда вижу сообщение «Нет Петровой»",
    "Тогда вижу кнопку «Убрать» в строке «Иванова, 5 «А»»",
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
    hand.press("К окнам")
    hand.page.get_by_label("Черновик").click()
    hand.heed()  # what the field is called is known by the time it is left with its page
    hand.fill("Черновик", "Ещё")
    hand.go(FORM)
    hand.mark("Анкета")


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
    "Когда нажимаю «К окнам»",
    "Когда ввожу «Ещё» в поле «Черновик»",
    "Когда на вопрос браузера, уйти ли со страницы, соглашусь",
    f"Когда открываю «{FORM}»",
    "Тогда вижу экран «Анкета»",
]


def act_in_frame(hand: Hand) -> None:
    """What stands in a frame, even of another host, is on the screen like anything else."""
    hand.go(FRAMED)
    frame = hand.page.frame_locator("iframe")
    frame.get_by_label("Код из СМС").fill("482913")
    frame.get_by_label("Запомнить").click()
    frame.get_by_label("Область").focus()
    hand.page.keyboard.press("ArrowDown")
    frame.get_by_role("button").click()
    hand.heed()
    frame.get_by_role("status").click(modifiers=["Alt"])
    hand.heed()


IN_FRAME = [
    f"Когда открываю «{FRAMED}»",
    "Когда ввожу «482913» в поле «Код из СМС»",
    "Когда отмечаю «Запомнить»",
    "Когда выбираю «Пермь» в поле «Область»",
    "Когда нажимаю «Продолжить»",
    "Тогда вижу сообщение «482913, Пермь, помню»",
]


def answer(kind: str, words: str) -> str | None:
    return "Аня" if kind == PROMPT else consent(kind, words)


@contextmanager
def a_hand(stand: Stand, control: Control, chromium: Chromium, *givens: str) -> Iterator[Hand]:
    ear = Ear(OFFERED)

    def bought(device: Device) -> None:
        ear.attach(device)
        device.context.route("https://page.test/**", served)
        device.context.route("https://other.test/**", served)

    with staged_on(bought, stand, control, chromium) as stage:
        yield Hand(begun(stage, ear, Wanted(described(givens=givens)), answer))


def served(route: Route) -> None:
    file = PAGES / urlsplit(route.request.url).path.lstrip("/")
    route.fulfill(body=file.read_bytes(), content_type="text/html; charset=utf-8")


@pytest.fixture
def paged(project: Project) -> Project:
    return with_our_pages(project)


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
    "frame": (act_in_frame, IN_FRAME),
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


def test_second_person_and_second_device_are_said_and_so_is_the_way_back(hand: Hand):
    hand.go(FORM)
    mine = hand.page
    list(hand.recorder.go_on_as("colleague"))
    hand.go(WINDOWS)
    hand.mark("Журнал")
    list(hand.recorder.go_on_as(PHONE))
    hand.go(DIALOGS)
    mine.get_by_label("Согласие").click()
    hand.heed()
    assert hand.written()[len(GIVENS) :] == [
        f"Когда открываю «{FORM}»",
        "Когда коллега садится за свой компьютер",
        f"Когда открываю «{WINDOWS}»",
        "Тогда вижу экран «Журнал»",
        "Когда беру в руки телефон",
        f"Когда открываю «{DIALOGS}»",
        "Когда я возвращаюсь за свой компьютер",
        "Когда отмечаю «Согласие»",
    ]


def test_what_no_sentence_says_is_told_and_still_done(hand: Hand):
    hand.go(FORM)
    said = hand.page.get_by_role("status")
    hand.named("Ещё").last.click()
    assert hand.heed() == [
        "Не записано: нажатие на «Ещё» — на экране у этого нет имени, которое есть только у него"
    ]
    assert said.inner_text() == "Два"
    hand.page.get_by_text("Сложить").click()
    assert hand.heed() == ["Не записано: нажатие на «Сложить» — это не кнопка и не ссылка"]
    assert said.inner_text() == "Сложено"
    hand.page.get_by_label("Поиск").fill("а")
    hand.page.keyboard.press("Enter")
    assert hand.heed() == [
        "Когда ввожу «а» в поле «Поиск»",
        "Не записано: отправка формы клавишей Enter — такого предложения нет",
    ]
    assert said.inner_text() == "Найдено"
    hand.page.get_by_label("Согласие").dblclick()
    assert hand.heed()[1:] == ["Не записано: снятая галочка «Согласие» — такого предложения нет"]


def test_strip_is_used_by_keys_alone_and_the_page_knows_nothing_of_it(hand: Hand):
    hand.go(FORM)
    page, keys = hand.page, hand.page.keyboard
    page.evaluate(COUNT_EVENTS)
    seen_before = page.locator("html").aria_snapshot()
    keys.press("F2")
    for _ in range(TO_WORDS):
        keys.press("Tab")
    keys.type("Тогда вижу сообщение «Проверьте имя»")
    keys.press("Enter")
    assert hand.heed() == ["Тогда вижу сообщение «Проверьте имя»"]
    keys.press("F2")
    keys.press("Enter")
    assert page.evaluate("window.counted") == 0
    assert page.locator("html").aria_snapshot() == seen_before
    assert not page.get_by_text("Проверить").count()
    hand.named("Дважды").focus()
    keys.press("Enter")
    assert hand.heed() == ["Тогда вижу кнопку «Дважды»"]
    keys.press("F2")
    for _ in range(TO_WORDS + 1):
        keys.press("Tab")
    keys.press("Enter")
    assert hand.heed() == []
    assert hand.recorder.ended


TO_WORDS = 5  # from the first button of the strip to where a step is written out
COUNT_EVENTS = """() => {
    window.counted = 0;
    for (const kind of ['click', 'keydown', 'keyup', 'pointerdown', 'focusin', 'input', 'change'])
        for (const target of [window, document]) target.addEventListener(kind, () => window.counted++, true);
}"""


def test_code_is_said_by_where_it_was_read(hand: Hand):
    list(hand.recorder.say("Когда вхожу в журнал"))
    list(hand.recorder.say("начинаю привязку"))
    list(hand.recorder.say("дохожу до экрана «Подтвердите вход»"))
    hand.fill("Введите код", "000000")
    hand.press("Продолжить")
    hand.phone.reload()
    hand.phone.get_by_role("listitem").first.click(modifiers=["Alt"])
    hand.heed()
    for typed in (code := hand.read_code(), "", code):
        hand.fill("Введите код", typed)
        hand.page.keyboard.press("Tab")
        hand.heed()
    hand.press("Продолжить")
    assert hand.written()[len(GIVENS) + 3 :] == [
        "Когда ввожу «000000» в поле «Введите код»",
        "Когда нажимаю «Продолжить»",
        "Тогда на мой телефон приходит СМС с кодом",
        "Когда ввожу код из СМС в поле «Введите код»",
        "Когда ввожу «» в поле «Введите код»",
        "Когда ввожу код из последнего СМС в поле «Введите код»",
        "Когда нажимаю «Продолжить»",
    ]


def test_own_data_and_codes_are_filled_in_from_the_strip(hand: Hand):
    list(hand.recorder.say("Когда вхожу в журнал"))
    list(hand.recorder.say("начинаю привязку"))
    for filled in ("fill_phone", "fill_vk_password", "fill_code"):
        hand.page.get_by_role("textbox").focus()
        hand.heed()
        list(hand.recorder.fill_own(filled))
        hand.press("Продолжить")
    assert hand.written()[len(GIVENS) + 2 :] == [
        "Когда ввожу свой телефон в поле «Телефон»",
        "Когда нажимаю «Продолжить»",
        "Когда ввожу свой пароль от VK ID в поле «Введите пароль»",
        "Когда нажимаю «Продолжить»",
        "Когда ввожу код из СМС в поле «Введите код»",
        "Когда нажимаю «Продолжить»",
    ]


def test_address_without_a_scheme_is_opened_where_the_stand_serves_it(hand: Hand):
    hand.page.goto("about:blank")
    with pytest.raises(BrowserError):
        hand.page.goto("http://school.permkrai.ru/")
    hand.page.wait_for_url("chrome-error:**")
    assert hand.heed() == ["Когда открываю «https://school.permkrai.ru»"]
    assert hand.page.url.startswith("https://school.permkrai.ru/")
    with pytest.raises(BrowserError):
        hand.page.goto("https://nowhere.test/")
    hand.page.wait_for_url("chrome-error:**")
    assert hand.heed() == ["Не записано: адрес https://nowhere.test/ — такого сайта на стенде нет"]


def test_what_is_quoted_of_me_is_said_of_me_in_the_beginning(
    stand: Stand, control: Control, chromium: Chromium
):
    with a_hand(stand, control, chromium, "у меня есть VK ID и учебный профиль") as hand:
        list(hand.recorder.say("вхожу в журнал"))
        list(hand.recorder.say("начинаю привязку"))
        list(hand.recorder.say("дохожу до экрана «Введите пароль»"))
        hand.fill("Введите пароль", f"{hand.me.last_name} {hand.me.account.login}")
        hand.page.get_by_text("Используйте пароль").click(modifiers=["Alt"])
        *_, name, typed, doubt, phone, seen = hand.heed()
    assert name == f"Дано меня зовут «{hand.me.full_name}»"
    assert doubt == "Проверьте: логин здесь — того, кто в сценарии «я», а в прогоне он другой"
    assert phone == f"Дано мой телефон — «{printed_phone(hand.me.phone)}»"
    assert [typed, seen] == hand.written()[-2:]
    assert hand.written()[1:3] == [name, phone]


def test_recording_goes_on_from_the_end_of_a_scenario(stand: Stand, control: Control, chromium: Chromium):
    ear, beginning = Ear(OFFERED), scenario_at(f"{UNLINKING}:{CANCELLING}")
    with staged_on(ear.attach, stand, control, chromium) as stage:
        hand = Hand(begun(stage, ear, Wanted(beginning)))
        hand.press("Отвязать учебный профиль VK ID")
        text = hand.recorder.text
    document = parse_feature(text, "recorded.feature")
    assert not document.problems
    *earlier, last = document.pickles[0]["steps"]
    assert [(step["type"], step["text"]) for step in earlier] == [
        (each.kind, each.text) for each in beginning.steps
    ]
    assert last["text"] == "нажимаю «Отвязать учебный профиль VK ID»"


@pytest.fixture
def shown(driver: Playwright, simulator_address: Address) -> Iterator[Chromium]:
    """A browser with a window, on a screen that nobody sees."""
    if shutil.which("Xvfb") is None:
        pytest.skip("нет Xvfb: запись в браузере с окном не проверена")
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1200x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with screen, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISPLAY", f":{screen.stdout.readline().strip()}")
        try:
            started = Chromium(partial(launch, driver, launch_arguments(simulator_address), True), True)
        except BrowserMissing:
            pytest.skip("нет браузера с окном: запись в нём не проверена")
        else:
            yield started
            started.close()
        finally:
            screen.terminate()


def test_variant_1_comes_out_the_same_in_a_browser_with_a_window(
    stand: Stand, control: Control, shown: Chromium
):
    with a_hand(stand, control, shown, *GIVENS) as hand:
        walk_variant_1(hand)
        assert [step for step in hand.written() if step.startswith("Когда")] == actions_of_variant_1()
        assert [step for step in hand.written() if step.startswith("Тогда")] == SEEN_IN_VARIANT_1


def test_command_ends_in_order_with_ctrl_c_and_writes_no_file_when_nothing_was_done(tmp_path: Path):
    out = tmp_path / "recorded.feature"
    command = [sys.executable, "svyazka.py", "record", "--headless", "--out", str(out), "--given", GIVENS[0]]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as recording:
        assert "у меня есть VK ID и учебный профиль" in recording.stdout.readline()
        recording.send_signal(signal.SIGINT)
        told, _ = recording.communicate(timeout=60)
    assert recording.returncode == 1, told
    assert "Ничего не сделано, файл не записан." in told
    assert not out.exists()
