"""One browser of one world, over the simulator's WSGI entrance: it opens, presses, fills in, keeps its cookies."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from werkzeug.test import Client, TestResponse

from tests.http.page import Page

MOST_REDIRECTS = 10
VK_ID_HOSTS = ("id.vk.com", "id.vk.ru")
UNSENT = {
    "sex",
    "friend",
    "everywhere_else_out",
    "people",
    "no_robot",
}  # lists without a choice and boxes without a tick


class Browser:
    """What a person sees and does."""

    def __init__(self, wsgi: Any, agent: str = "") -> None:
        self.client = Client(wsgi)
        self.agent = agent
        self.url = ""
        self.status = 0
        self.page = Page("")

    @property
    def query(self) -> dict[str, str]:
        """The query of the address now shown."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.url).query).items()}

    @property
    def path(self) -> str:
        """The path of the address now shown."""
        return urlsplit(self.url).path

    def ask(self, method: str, url: str, data: dict[str, str] | None = None) -> TestResponse:
        """One request, redirects not followed; the page shown stays."""
        parts = urlsplit(urljoin(self.url, url))
        address = f"{parts.scheme}://{parts.netloc}"
        headers = {"User-Agent": f"Tests {self.agent}"}
        return self.client.open(
            parts.path or "/",
            base_url=address,
            query_string=parts.query,
            method=method,
            data=data,
            headers=headers,
        )

    def open(self, url: str, method: str = "GET", data: dict[str, str] | None = None) -> Page:
        """Goes there, through all redirects, and returns the page."""
        for _hop in range(MOST_REDIRECTS):
            answer = self.ask(method, url, data)
            self.url = urljoin(self.url, url)
            if answer.status_code not in (301, 302, 303):
                self.status, self.page = answer.status_code, Page(answer.text)
                return self.page
            method, url, data = "GET", answer.headers["Location"], None
        raise AssertionError(f"redirected in a circle: {self.url}")

    def submit(self, button: str, /, **fields: str) -> Page:
        """Fills in the fields of the button's form, by their names, and presses the button."""
        return self.open(*self.request_of(button, **fields))

    def submit_until_back(self, button: str, /, **fields: str) -> str:
        """Presses the button and stops before the client: returns the callback's address, not yet opened."""
        url, method, data = self.request_of(button, **fields)
        for _hop in range(MOST_REDIRECTS):
            url = urljoin(self.url, self.ask(method, url, data).headers["Location"])
            if urlsplit(url).path == "/vk/callback" or urlsplit(url).netloc not in VK_ID_HOSTS:
                return url
            method, data = "GET", None
        raise AssertionError("VK ID did not send the browser back")

    def request_of(self, button: str, /, **fields: str) -> tuple[str, str, dict[str, str] | None]:
        """What pressing the button would send: address, method, body."""
        form = self.page.form_with(button)
        unknown = set(fields) - set(form.values) - UNSENT
        assert not unknown, f"«{button}» has no fields {unknown}; there are {set(form.values)}"
        values, url = {**form.values, **fields}, urljoin(self.url, form.action or self.url)
        if form.method == "post":
            return url, "POST", values
        return (f"{url}?{urlencode(values)}" if values else url), "GET", None

    def follow(self, link: str) -> Page:
        """Presses a link."""
        assert link in self.page.links, f"no link «{link}»; there are {list(self.page.links)}"
        return self.open(self.page.links[link])
