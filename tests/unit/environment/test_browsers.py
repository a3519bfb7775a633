"""Which browser is chosen, in which order, and what is said when none fits."""

from pathlib import Path

import pytest

from fixtures.environment.browsers import (
    BrowserMissing,
    BrowserRefused,
    find_browser,
    judge,
    launch_arguments,
)

STORE = "/home/anna/.cache/ms-playwright"
DOWNLOADED_SHELL = f"{STORE}/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell"
DOWNLOADED_CHROMIUM = f"{STORE}/chromium-1255/chrome-linux64/chrome"
SCREEN = {"DISPLAY": ":0"}
IN_ORDER = ["chromium-headless-shell", "google-chrome", "yandex-browser", "chromium", "microsoft-edge"]


@pytest.mark.parametrize("rank", range(len(IN_ORDER)))
def test_first_installed_browser_of_the_order_is_chosen(machine, proofs, rank):
    here = machine(commands=tuple(IN_ORDER[rank:]))

    assert find_browser(False, here, proofs()).path == Path("/usr/bin", IN_ORDER[rank])


def test_playwrights_own_shell_comes_before_everything_installed(machine, proofs):
    here = machine(DOWNLOADED_SHELL, commands=tuple(IN_ORDER))

    found = find_browser(False, here, proofs())

    assert (found.path, found.kind) == (Path(DOWNLOADED_SHELL), "headless_shell")


def test_shell_of_another_playwright_is_not_taken(machine, proofs):
    here = machine(DOWNLOADED_SHELL.replace("1255", "1200"), commands=("google-chrome",))

    assert find_browser(False, here, proofs()).name == "Google Chrome"


def test_nothing_behind_the_chosen_browser_is_started(machine, proofs):
    seen = proofs()

    find_browser(False, machine(commands=tuple(IN_ORDER)), seen)

    assert seen.looked_at == ["chromium-headless-shell"]


def test_browser_that_does_not_start_gives_way_to_the_next(machine, proofs):
    here = machine(commands=("google-chrome", "yandex-browser"))

    assert find_browser(False, here, proofs("google-chrome")).name == "Яндекс Браузер"


def test_failed_browser_is_tried_again_before_giving_up(machine, proofs):
    healing = proofs("google-chrome")
    healing.heals = True

    assert find_browser(False, machine(commands=("google-chrome",)), healing).name == "Google Chrome"


def test_window_is_shown_by_full_browsers_only(machine, proofs):
    here = machine(
        DOWNLOADED_SHELL,
        DOWNLOADED_CHROMIUM,
        commands=("chromium-headless-shell", "chromium"),
        environ=SCREEN,
    )

    assert find_browser(True, here, proofs()).path == Path(DOWNLOADED_CHROMIUM)


def test_window_without_a_screen_is_refused(machine, proofs):
    with pytest.raises(BrowserRefused, match=r"экрана нет.*без --headed"):
        find_browser(True, machine(commands=("google-chrome",)), proofs())


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_only_linux_can_lack_a_screen(machine, platform):
    assert machine(platform=platform).has_screen


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("/Program Files/Google/Chrome/Application/chrome.exe", "Google Chrome"),
        ("/Program Files (x86)/Google/Chrome/Application/chrome.exe", "Google Chrome"),
        ("/Users/anna/AppData/Local/Google/Chrome/Application/chrome.exe", "Google Chrome"),
        ("/Users/anna/AppData/Local/Yandex/YandexBrowser/Application/browser.exe", "Яндекс Браузер"),
        ("/Program Files (x86)/Microsoft/Edge/Application/msedge.exe", "Microsoft Edge"),
        (
            "/Users/anna/AppData/Local/ms-playwright/chromium_headless_shell-1255"
            "/chrome-headless-shell-win64/chrome-headless-shell.exe",
            "headless shell от Playwright",
        ),
    ],
)
def test_browsers_are_found_where_windows_keeps_them(machine, proofs, file, name):
    environ = {
        "PROGRAMFILES": "/Program Files",
        "PROGRAMFILES(X86)": "/Program Files (x86)",
        "LOCALAPPDATA": "/Users/anna/AppData/Local",
    }

    found = find_browser(False, machine(file, platform="win32", environ=environ), proofs())

    assert (found.path, found.name) == (Path(file), name)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "Google Chrome"),
        ("/Users/anna/Applications/Yandex.app/Contents/MacOS/Yandex", "Яндекс Браузер"),
        (
            "/Users/anna/Library/Caches/ms-playwright/chromium_headless_shell-1255"
            "/chrome-headless-shell-mac-arm64/chrome-headless-shell",
            "headless shell от Playwright",
        ),
    ],
)
def test_browsers_are_found_where_macos_keeps_them(machine, proofs, file, name):
    here = machine(file, platform="darwin", home=Path("/Users/anna"))

    assert find_browser(False, here, proofs()).name == name


@pytest.mark.parametrize(
    ("chosen", "store"),
    [("/opt/browsers", "/opt/browsers"), ("0", "/venv/playwright/driver/package/.local-browsers")],
)
def test_playwrights_own_folder_setting_is_heeded(machine, proofs, chosen, store):
    file = f"{store}/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell"
    here = machine(file, environ={"PLAYWRIGHT_BROWSERS_PATH": chosen})

    assert find_browser(False, here, proofs()).path == Path(file)


def test_wished_browser_wins_over_everything(machine, proofs):
    here = machine(
        "/opt/own/chrome", commands=tuple(IN_ORDER), environ={"SVYAZKA_BROWSER": "/opt/own/chrome"}
    )

    assert find_browser(False, here, proofs()).path == Path("/opt/own/chrome")


@pytest.mark.parametrize(
    ("file", "headed", "broken", "message"),
    [
        ("/opt/other", False, (), "«/opt/own-headless», но такого файла нет"),
        ("/opt/own-headless", True, (), "не умеет показывать окно"),
        ("/opt/own-headless", False, ("own-headless",), r"не запускается: не хватает libnss3\.so"),
    ],
)
def test_wish_that_cannot_be_met_is_refused_by_name(machine, proofs, file, headed, broken, message):
    here = machine(
        file, commands=("google-chrome",), environ={"SVYAZKA_BROWSER": "/opt/own-headless", **SCREEN}
    )

    with pytest.raises(BrowserRefused, match=message):
        find_browser(headed, here, proofs(*broken))


@pytest.mark.parametrize(
    ("facts", "advice"),
    [
        ({"distribution": "debian"}, "apt install chromium-headless-shell"),
        ({"distribution": "ubuntu"}, "playwright install chromium-headless-shell"),
        ({"platform": "win32", "distribution": ""}, "Яндекс Браузер"),
        ({"platform": "darwin", "distribution": ""}, "Google Chrome"),
    ],
)
def test_machine_without_browser_gets_one_paragraph_with_advice(machine, proofs, facts, advice):
    with pytest.raises(BrowserMissing, match=advice) as raised:
        find_browser(False, machine(**facts), proofs())

    assert "\n" not in str(raised.value)


def test_ubuntu_is_not_sent_for_a_package_it_lacks(machine, proofs):
    with pytest.raises(BrowserMissing) as raised:
        find_browser(False, machine(distribution="ubuntu"), proofs())

    assert "apt install chromium-headless-shell" not in str(raised.value)


def test_each_candidate_passed_over_has_its_reason(machine, proofs):
    here = machine(commands=("google-chrome", "chromium"), environ=SCREEN)

    reasons = {one.name: one.reason for one in judge(True, here, proofs("google-chrome"))}

    assert reasons["chromium-headless-shell"] == "не умеет показывать окно"
    assert reasons["Google Chrome"] == "не запускается: не хватает libnss3.so"
    assert reasons["Яндекс Браузер"] == "не установлен"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"is_root": True}, ("--no-sandbox",)),
        ({"is_root": False}, ()),
        ({"platform": "win32", "is_root": False}, ()),
    ],
)
def test_sandbox_is_left_out_for_root_alone(machine, facts, expected):
    assert launch_arguments(machine(**facts)) == expected
