"""@vkid/sdk on pages of a site of its own, in Chromium: by redirect, in a window, by One Tap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page

from tests.conformance.client import CLIENT_ID, Client, Refused, prove_refused
from tests.conformance.npm_shop import version_of
from tests.conformance.screens import go_through
from tests.conformance.sdk_site import HOST, IN_WINDOW, PAGE, sdk_site
from tests.conformance.served import Served
from tests.conformance.trusting import trusting_browser

SDK = "@vkid/sdk"
WAIT_MS = 15_000
ASK = """([name, given]) => window.VKIDSDK.Auth[name](...given).then(
    (told) => ({told}),
    (refusal) => ({refusal: refusal.error_description || refusal.error || String(refusal)}))"""


class VkIdSdk(Client):
    """The SDK in the browser of one person."""

    name = package = SDK
    registry = "npm"
    callback = PAGE
    settings = ("app", "redirectUrl", "scope", "mode", "responseMode: Callback (в окне)")
    calls = (
        *(
            "вход переходом",
            "вход в окне",
            "One Tap кнопкой и шторкой",
            "обмен",
            "данные",
            "публичные данные",
        ),
        *("обновление", "выход", "отзыв (в SDK его нет: зовёт страница)"),
    )
    packages: ClassVar[Path]
    browser: ClassVar[Browser]

    def __init__(self, *told: Any) -> None:
        """Begin with a browser that remembers nobody."""
        super().__init__(*told)
        self._page = self.browser.new_context(
            user_agent=f"Mozilla/5.0 Chrome/150 Svyazka/{self.world.name}.d1", locale="ru-RU"
        ).new_page()
        self._page.set_default_timeout(WAIT_MS)

    @property
    def version(self) -> str:
        """The fetched one."""
        return version_of(self.packages, self.package)

    def sign_in(self) -> None:
        """By redirect: the page's own lines send the person away, exchange the code and ask who came."""
        page = self._page
        page.goto(PAGE)
        page.wait_for_url(lambda address: address != PAGE)
        if "error" in _query(page.url):
            raise Refused(page.url)
        with page.expect_response("**/oauth2/*", timeout=WAIT_MS) as heard:
            go_through(page, self.world)
            back = _query(page.url)
            if "code" not in back:
                raise Refused(str(back))
        self._keep(heard.value.json(), back["device_id"])
        self._code = back["code"], back["device_id"]

    def user(self, access_token: str) -> Mapping[str, Any]:
        """Ask by the SDK."""
        return dict(self._ask("userInfo", access_token)["user"])

    def refresh(self) -> None:
        """Renew by the SDK."""
        told = self._ask("refreshToken", self.tokens["refresh_token"], self.tokens["device_id"])
        self._keep(told, self.tokens["device_id"])

    def leave(self) -> None:
        """Show who it is before the next sign-in, sign out; then the other ways to sign in, and the consent back."""
        assert self._ask("publicInfo", self.tokens["id_token"])["user"]["last_name"].endswith(".")
        assert self._ask("logout", self.tokens["access_token"]) == {"response": 1}
        for press in (_press_button, _press_one_tap, _press_sheet):
            self._sign_in_by(press)
        assert self._page.evaluate("window.VKIDSDK.Auth.revoke === undefined")
        told = {"client_id": CLIENT_ID, "access_token": self.tokens["access_token"]}
        assert self._page.evaluate(REVOKE, told) == {"response": 1}

    def prove_nothing_left(self) -> None:
        """Prove that neither the identity nor the code can be used any more, with all that the SDK's cookies hold."""
        for name, given in (
            ("publicInfo", (self.tokens["id_token"],)),
            ("exchangeCode", self._code),
            ("logout", (self.tokens["access_token"],)),
        ):
            prove_refused(self, self._ask, name, *given)

    def _sign_in_by(self, press: Callable[[Page], None]) -> None:
        """What is pressed opens VK ID in a window, which tells the page and closes."""
        page = self._page
        page.goto(f"https://{HOST}{IN_WINDOW}")
        with page.expect_popup() as opened:
            press(page)
        go_through(opened.value, self.world)
        page.wait_for_selector("body[data-came], body[data-refused]")
        came = page.evaluate("window.came")
        if not came:
            raise Refused(str(page.evaluate("window.refused")))
        self._keep(self._ask("exchangeCode", came["code"], came["device_id"]), came["device_id"])
        assert self.user(self.tokens["access_token"])

    def _ask(self, name: str, *given: str) -> dict[str, Any]:
        """Call the SDK on its page, and hear what it makes of the answer."""
        heard = self._page.evaluate(ASK, [name, list(given)])
        if "refusal" in heard:
            raise Refused(heard["refusal"])
        return dict(heard["told"])

    def _keep(self, told: Mapping[str, Any], device_id: str) -> None:
        if "error" in told:
            raise Refused(told["error_description"])
        self.tokens = {**told, "device_id": device_id}


REVOKE = """(told) => fetch("https://id.vk.ru/oauth2/revoke", {method: "POST", body: new URLSearchParams(told)})
    .then((answer) => answer.json())"""


def _press_button(page: Page) -> None:
    page.click("#window")


def _press_one_tap(page: Page) -> None:
    """Show the button, which is the SDK's own: a frame of another site is not told who is remembered."""
    page.click("#show-onetap")
    page.click("#onetap button")


def _press_sheet(page: Page) -> None:
    """Show the sheet, and press in VK ID's frame, to which the SDK's own sheet gives way."""
    page.click("#show-floating")
    page.frame_locator("iframe").get_by_role("button", name="Войти с VK ID").click()


def _query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@contextmanager
def sdk_in_chromium(packages: Path, served: Served, home: Path) -> Iterator[type[Client]]:
    """Have the site's pages and a browser that trusts them and VK ID; gives the client. Raises Untried."""
    with sdk_site(packages / SDK) as site:
        trusted = {"VK ID": served.ca_file.read_bytes(), "journal": site.authority}
        rules = {**served.rules, HOST: site.port}
        with trusting_browser(home, trusted, rules) as browser:
            yield type("VkIdSdk", (VkIdSdk,), {"packages": packages, "browser": browser})
