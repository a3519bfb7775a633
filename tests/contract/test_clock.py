"""Whatever a page does by timers it has done when the world's time has moved, and shows it before anyone looks."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, Route

from fixtures.browser import Chromium
from fixtures.sight.clock import Clock
from fixtures.sight.device import Device

# Counts down by a real interval; three timers one after the other; a fetch, a frame and a transition in a timer.
PAGE = """<!doctype html><meta charset="utf-8"><title>Часы</title>
<style>#faded { opacity: 0; transition: opacity 30s } #faded.in { opacity: 1 }</style>
<h1>Часы</h1><p id="left"></p><p id="chain"></p><p id="fetched"></p><p id="framed"></p><p id="faded">Видно</p>
<script>
  const put = (id, text) => document.getElementById(id).textContent = text;
  const deadline = Date.now() + 60_000;
  const show = () => put("left", `Осталось ${Math.max(0, Math.ceil((deadline - Date.now()) / 1000))}`);
  show(); setInterval(show, 1000);
  setTimeout(() => setTimeout(() => setTimeout(() => put("chain", "Третий"), 20_000), 20_000), 20_000);
  setTimeout(async () => put("fetched", await (await fetch("/answer")).text()), 59_000);
  setTimeout(() => requestAnimationFrame(() => put("framed", "Кадр")), 59_500);
  setTimeout(() => document.getElementById("faded").classList.add("in"), 59_900);
</script>"""
DONE = {"left": "Осталось 0", "chain": "Третий", "fetched": "Ответ", "framed": "Кадр", "faded": "Видно"}


def answer(route: Route) -> None:
    if route.request.url.endswith("/answer"):
        route.fulfill(body="Ответ", content_type="text/plain; charset=utf-8")
    else:
        route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")


@pytest.fixture
def device(chromium: Chromium) -> Iterator[Device]:
    context = chromium.context("Svyazka/none.d1")
    context.route("**/*", answer)
    yield Device("d1", context, clock=Clock(context))
    context.close()


def shown(page: Page) -> dict[str, str]:
    """What is to be seen without waiting for anything."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('p')].filter(
            each => getComputedStyle(each).opacity === '1').map(each => [each.id, each.textContent]))"""
    )


def test_due_timers_have_run_and_are_painted_before_the_next_look(device: Device):
    device.page.goto("https://site.test/")
    assert shown(device.page)["left"] == "Осталось 60"
    device.let_time_pass(timedelta(minutes=1))
    assert shown(device.page) == DONE


def test_tab_and_window_opened_before_see_the_same_time_as_one_opened_later(device: Device):
    device.page.goto("https://site.test/")
    with device.page.expect_popup() as opened:
        device.page.evaluate("void open('/window')")
    opened.value.wait_for_load_state()
    device.let_time_pass(timedelta(minutes=1))
    device.open_tab()
    device.page.goto("https://site.test/later")
    pages = [*device.context.pages]
    assert [shown(page)["left"] for page in pages] == ["Осталось 0", "Осталось 0", "Осталось 60"]
    moments = [page.evaluate("Date.now()") for page in pages]
    assert max(moments) - min(moments) < 1_000
    device.let_time_pass(timedelta(seconds=59))
    assert [shown(page)["left"] for page in pages] == ["Осталось 0", "Осталось 0", "Осталось 1"]


def test_second_before_the_end_is_still_a_second_before_the_end(device: Device):
    device.page.goto("https://site.test/")
    device.let_time_pass(timedelta(seconds=58))
    left = int(shown(device.page)["left"].removeprefix("Осталось "))
    assert left in (1, 2)  # the clock goes on by itself
    assert "chain" not in {name for name, text in shown(device.page).items() if text}


def test_long_time_is_jumped_over_but_for_its_end(device: Device):
    device.page.goto("https://site.test/")
    device.let_time_pass(timedelta(days=30))
    assert shown(device.page) == DONE


POLLING = """<!doctype html><meta charset="utf-8"><title>Новости</title><h1>Новости</h1><p id="news">нет</p>
<script>
  document.getElementById("news").dataset.begun = Date.now();
  setInterval(async () => document.getElementById("news").textContent = await (await fetch("/news")).text(), 2500);
</script>"""


def test_what_a_page_asks_for_again_and_again_has_come_round_before_something_is_missed(device: Device):
    def tell(route: Route) -> None:
        body = "есть" if route.request.url.endswith("/news") else POLLING
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    device.context.route("**/*", tell)
    device.page.goto("https://site.test/")
    before = device.page.evaluate("Date.now()")
    device.come_round()
    assert device.page.locator("#news").text_content() == "есть"
    assert device.page.evaluate("Date.now()") - before < 1_500  # no time of the world has passed
