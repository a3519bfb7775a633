"""What pages do that no system of ours does, tried by scenarios with the real browser, to the right verdict."""

import shutil
from textwrap import indent

import pytest

from reports.record.messages import read
from reports.record.run import read_run
from steps.screens.complaining import WHICH_ONE
from tests.runner.conftest import ROOT, STRICT, Project

PAGES = ROOT / "tests" / "pages"
WIRING = f"""
import runpy
pytest_plugins = runpy.run_path({str(ROOT / "conftest.py")!r})["pytest_plugins"]
pytest_plugins = [each for each in pytest_plugins if each != "steps.runner.repeat"]  # one test has it

from pathlib import Path
from urllib.parse import urlsplit
import pytest

PAGES = Path({str(PAGES)!r})
ACTION_MS, QUESTION_SECONDS = 8_000, 20

def served(route):
    file = PAGES / urlsplit(route.request.url).path.lstrip("/")
    if file.name == "slow":
        return
    if file.is_file():
        route.fulfill(body=file.read_bytes(), content_type="text/html; charset=utf-8")
    else:
        route.fulfill(status=404, body="")

@pytest.fixture(scope="session")
def chromium(chromium):
    import fixtures.sight.patience
    import fixtures.sight.device
    fixtures.sight.patience.QUESTION_SECONDS = QUESTION_SECONDS
    fixtures.sight.device.ACTION_PATIENCE_MS = ACTION_MS
    make = chromium._context
    def context(*told, **more):
        made = make(*told, **more)
        made.route("https://page.test/**", served)
        made.route("https://other.test/**", served)
        return made
    chromium._context = context
    return chromium
"""
HASTE = "ACTION_MS, QUESTION_SECONDS = 2_000, 6"  # where something is to fail, for it waits so long
SEEN = {
    "dialogs.html": "Тогда вижу экран «Окна браузера»",
    "endless.html": "Тогда вижу экран «Вечность»",
    "framed.html?дважды": "Тогда вижу экран «Журнал»",
    "complaining.html": "Тогда вижу экран «Жалобы»",
    "repeated.html": "Тогда вижу экран «Журнал класса»",
}
HEAD = "# language: ru\n@vk_id\nФункция: Страница\n"


@pytest.fixture
def paged(project: Project) -> Project:
    """A project with our own pages."""
    return with_our_pages(project)


def with_our_pages(project: Project) -> Project:
    """Give a project's scenarios our sentences and all that belongs to a run, and our own pages to open."""
    (project.path / "conftest.py").write_text(WIRING, encoding="utf-8")
    (project.path / "pytest.ini").write_text(STRICT, encoding="utf-8")
    return project


def ends(project: Project, *more: str) -> list[tuple[str, str]]:
    """How each scenario of the project ended, and why, in their order."""
    outcome = project.svyazka("-n", "1", "--out", "out", "--evidence", "on-failure", *more, ".")
    record = project.path / "out" / "messages.ndjson"
    assert record.exists(), outcome.text
    return [(one.status, one.reason) for one in read_run(read(record)).scenarios]


def scenarios(page: str, *steps: tuple[str, ...]) -> str:
    """A feature with a scenario for each of these sequences of steps, begun on this page; each looks at something."""
    opened = f"Когда открываю «https://page.test/{page}»"
    looked = [() if any(one.startswith("Тогда") for one in each) else (SEEN[page],) for each in steps]
    bodies = [
        indent("\n".join((opened, *each, *look)), "    ") for each, look in zip(steps, looked, strict=True)
    ]
    return HEAD + "\n".join(f"  Сценарий: {at}\n{body}\n" for at, body in enumerate(bodies, start=1))


@pytest.mark.parametrize("feature", sorted(path.name for path in PAGES.glob("*.feature")))
def test_scenarios_on_our_own_pages_pass(paged: Project, feature: str):
    shutil.copy(PAGES / feature, paged.path)
    ended = ends(paged)
    assert ended
    assert [one for one in ended if one != ("passed", "")] == []


UNHEARD = [
    (("Когда нажимаю «Сломать»",), "страница показала окно «Внутренняя ошибка», чего никто не ждал"),
    (("Когда нажимаю «Отвязать»",), "страница задала вопрос «Отвязать профиль?», чего никто не ждал"),
    (
        ("Когда нажимаю «Назваться»",),
        "страница попросила написать ответ на «Как вас зовут?», чего никто не ждал",
    ),
    (
        ("Когда нажимаю «Новое окно»", "Тогда открывается новое окно", "Когда нажимаю «Сломать»"),
        "страница показала окно «Внутренняя ошибка», чего никто не ждал",
    ),
    (
        ("Когда ввожу «Начало» в поле «Черновик»", "И нажимаю «Дальше»"),
        "страница спросила, уйти ли с неё, чего никто не ждал",
    ),
    (
        ("Когда ввожу «Начало» в поле «Черновик»", "И закрываю первую вкладку"),
        "страница спросила, уйти ли с неё, чего никто не ждал",
    ),
    (
        ("Когда нажимаю «Рамка»", "Тогда вижу «Нет такого»"),
        "на экране «Рамка» нет надписи «Нет такого»; есть: «Внутри рамки»;"
        " перед этим страница показала окно «Из рамки», чего никто не ждал",
    ),
    (
        ("Когда на вопрос браузера «Да?» соглашусь", "И нажимаю «Отвязать»"),
        "страница задала вопрос «Отвязать профиль?», а ждали «Да?»",
    ),
    (
        ("Когда на вопрос браузера «Да?» соглашусь", "И обновляю страницу"),
        "вопроса «Да?» страница не задала",
    ),
    (("Когда закрою окно браузера «Сохранено»",), "окна «Сохранено» страница не показала"),
]


def test_dialog_that_nobody_expects_and_one_that_does_not_come_are_findings(paged: Project):
    paged.conftest(HASTE)
    paged.feature(scenarios("dialogs.html", *(steps for steps, _ in UNHEARD)))
    assert ends(paged) == [("failed", why) for _, why in UNHEARD]


UNTOLD = [
    (
        ("Когда нажимаю «Изменить»",),
        "из кнопки «Изменить» не выбрать: их 3; скажите, где она: «… в строке «…»»",
    ),
    (("Когда нажимаю «Изменить» в строке «Сидоров»",), "нет строки «Сидоров»"),
    (("Когда нажимаю «Удалить» под надписью «Оценки»",), "нет кнопки «Удалить»"),
    (("Тогда вижу «шумит» в строке «Иванова»",), "нет надписи «шумит»"),
    (
        ("Тогда вижу экран «Журнал класса»", "И не вижу кнопку «Простить» в строке «Петров»"),
        "есть кнопка «Простить»",
    ),
    (("Тогда вижу экран «Журнал класса»", "И не вижу «шумит» в строке «Сидоров»"), "нет строки «Сидоров»"),
]


def test_label_of_another_part_is_none(paged: Project):
    paged.conftest("ACTION_MS = 3_000")
    paged.feature(scenarios("repeated.html", *(steps for steps, _ in UNTOLD)))
    ended = ends(paged)
    assert [status for status, _ in ended] == ["failed"] * len(UNTOLD)
    assert [why for (_, told), (_, why) in zip(ended, UNTOLD, strict=True) if why not in told] == []


FRAMED = [
    (
        ("Когда нажимаю «Продолжить»",),
        "на экране «Журнал» из кнопки «Продолжить» не выбрать: их 2; " + WHICH_ONE,
    ),
    (
        ("Когда нажимаю «Отправить»",),
        "на экране «Журнал» нет кнопки «Отправить», возможно, это «Убрать»; есть: «Продолжить», «Убрать»",
    ),
    (
        ("Тогда вижу экран «Журнал»", "И не вижу «Вход через VK ID»"),
        "на экране «Журнал» видна надпись «Вход через VK ID»",
    ),
]


def test_what_is_in_a_frame_is_on_the_screen_also_when_it_should_not_be(paged: Project):
    paged.conftest(HASTE)
    paged.feature(scenarios("framed.html?дважды", *(steps for steps, _ in FRAMED)))
    assert ends(paged) == [("failed", why) for _, why in FRAMED]


CLOSED = [
    (
        (
            "Когда нажимаю «Войти»",
            "Тогда открывается новое окно",
            "Когда закрываю первую вкладку",
            "И нажимаю «Готово»",
            "Тогда вижу экран «Вход»",
        ),
        "окно закрыла сама страница, а другого нет",
    ),
    (
        (
            "Когда нажимаю «Войти»",
            "Тогда открывается новое окно",
            "Когда нажимаю «Готово»",
            "И возвращаюсь на вторую вкладку",
        ),
        "вкладку с номером 2 закрыла сама страница",
    ),
    (
        (
            "Когда нажимаю «Войти»",
            "Тогда открывается новое окно",
            "Когда нажимаю «Готово погодя»",
            "Тогда вижу «Нет такого»",
        ),
        "окно, в котором это делалось, закрыла сама страница",
    ),
]


def test_going_on_in_a_window_that_its_page_has_closed_is_a_finding(paged: Project):
    paged.conftest(HASTE)
    paged.feature(scenarios("windows.html", *(steps for steps, _ in CLOSED)))
    assert ends(paged) == [("failed", why) for _, why in CLOSED]


SILENT = "страница не отвечает"
ENDLESS = [
    ("Когда нажимаю «Считать»", "Тогда вижу экран «Готово»"),
    ("Когда нажимаю «Считать»", "И проходит 5 минут"),
    ("Когда нажимаю «Считать»", "Тогда вижу экран «Вечность»", "И не вижу «Покой»"),
]


def test_page_whose_script_never_ends_is_told_and_the_next_scenario_runs(paged: Project):
    paged.conftest(HASTE)
    rested = ("Тогда вижу экран «Вечность»", "И вижу «Покой»")
    text = scenarios("endless.html", *ENDLESS, rested)
    paged.feature(text.replace("Функция", "@нужно-время\nФункция"))
    *silent, last = ends(paged)
    assert last == ("passed", "")
    assert [(status, why.partition(":")[0]) for status, why in silent] == [("failed", SILENT)] * len(ENDLESS)


def test_repeat_of_a_scenario_on_such_a_page_ends_too(paged: Project):
    paged.conftest(HASTE)
    paged.conftest('pytest_plugins.append("steps.runner.repeat")')
    paged.feature(scenarios("endless.html", ENDLESS[0]))
    assert ends(paged) == [("failed", f"{SILENT}: на ней ничего не найти и не нажать")]


def test_scenario_that_spends_its_time_waiting_is_broken_unless_something_was_looked_for(paged: Project):
    paged.conftest("ACTION_MS, QUESTION_SECONDS = 8_000, 8")
    paged.conftest(
        """
        from steps.language.sentence import sentence, when
        @when(sentence("жду браузер"))
        def wait(actor):
            actor.device.page.evaluate("() => new Promise(done => setTimeout(done, 8_000))")
        """
    )
    looked = ("Тогда вижу «Тревога»",)
    paged.feature(scenarios("endless.html", looked, ("Когда жду браузер",)))
    (missing, waited) = ends(paged, "--timeout", "4")
    assert missing == ("failed", "на экране «Вечность» нет надписи «Тревога»; есть: «Покой»")
    assert waited == ("broken", "сценарий ждал браузер дольше, чем ему можно (--timeout)")


COMPLAINED = [
    (
        ("Когда нажимаю «Ошибиться»",),
        "страница пожаловалась: ошибка страницы: Cannot read properties of null (reading 'click')",
    ),
    (("Когда нажимаю «Пожаловаться»",), "страница пожаловалась: консоль: Всё пропало"),
    (
        ("Когда нажимаю «Не найти»", "Тогда вижу сообщение «Нет такого»"),
        "страница пожаловалась: консоль: Failed to load resource: the server responded with a status of 404 (Not Found)"
        " — https://page.test/nowhere",
    ),
    (
        ("Когда нажимаю «Не дойти»", "Тогда вижу сообщение «Не дошло»"),
        "страница пожаловалась: не загрузилось: net::ERR_NAME_NOT_RESOLVED — https://nobody.test/",
    ),
]


def test_complaint_of_a_page_that_nobody_expects_is_a_finding_where_the_stand_says_so(paged: Project):
    paged.feature(scenarios("complaining.html", *(steps for steps, _ in COMPLAINED)))
    assert ends(paged) == [("failed", why) for _, why in COMPLAINED]
