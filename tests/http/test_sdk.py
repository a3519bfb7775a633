"""What `@vkid/sdk` asks for besides the protocol."""

import pytest
from werkzeug.test import Client

from tests.http.browser import Browser
from tests.http.own_client import ID, OwnClient
from tests.http.world import World
from tests.people import ANNA

PAGE = "http://localhost:5173"
WIDGETS = {"button_one_tap_auth": "onetap", "floating_one_tap_auth": "floatingonetap"}


def frame(widget: str, origin: str = PAGE, app_id: str = ID) -> str:
    return f"https://id.vk.com/{widget}?app_id={app_id}&origin={origin}&v=2.6.7&sdk_type=vkid"


@pytest.mark.parametrize("path", ["/vkid_sdk_get_config", "/stat_events_vkid_sdk"])
def test_settings_and_statistics_are_answered_at_once(world: World, path: str) -> None:
    answer = Client(world.simulator).post(path, base_url="https://id.vk.ru", headers={"Origin": PAGE})
    assert (answer.status_code, answer.json) == (200, {})
    assert answer.headers["Access-Control-Allow-Origin"] == PAGE
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"


def test_button_s_frame_has_nothing_for_a_stranger(world: World, browser: Browser) -> None:
    OwnClient(world)
    page = browser.open(frame("button_one_tap_auth"))
    assert 'tell("onetap: not authorized")' in page.html
    assert "<button" not in page.html


def test_sheet_s_frame_lets_a_stranger_sign_in(world: World, browser: Browser) -> None:
    OwnClient(world)
    page = browser.ask("GET", frame("floating_one_tap_auth")).text
    assert 'tell("floatingonetap: not authorized")' in page
    assert "Войти с VK ID</button>" in page
    assert 'pressed(".enter", "floatingonetap: show full auth")' in page
    assert 'pressed(".close", "common: close")' in page


@pytest.mark.parametrize(("widget", "news"), WIDGETS.items())
def test_frame_offers_whom_the_browser_remembers(
    world: World, browser: Browser, widget: str, news: str
) -> None:
    OwnClient(world).sign_in(browser)
    answer = browser.ask("GET", frame(widget))
    assert f"Продолжить как {ANNA['first_name']}" in answer.text
    assert f'pressed(".enter", "{news}: show full auth")' in answer.text
    assert answer.headers["Content-Security-Policy"].endswith(f"frame-ancestors {PAGE}")
    assert "X-Frame-Options" not in answer.headers


@pytest.mark.parametrize(
    ("origin", "app_id"),
    [
        ("https://evil.example", ID),
        (f"{PAGE}/path", ID),
        (f"{PAGE};script-src *", ID),
        (f"{PAGE}'", ID),
        ("http://[::1", ID),
        (PAGE, "stranger"),
        ("", ID),
    ],
)
def test_frame_is_for_the_client_s_own_pages(
    world: World, browser: Browser, origin: str, app_id: str
) -> None:
    OwnClient(world).sign_in(browser)
    answer = browser.ask("GET", frame("button_one_tap_auth", origin, app_id))
    assert answer.status_code == 400
    assert ANNA["first_name"] not in answer.text
