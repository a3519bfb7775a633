"""A site of a few pages on this machine, which remembers who asked it for what."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class SmallSite:
    """Where it is, what it shows at which path, and what it was asked for; a text with `→` leads elsewhere."""

    port: int
    pages: Mapping[str, str]
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The address by a name; `127.0.0.1` is another host to a browser."""
        return f"http://localhost:{self.port}"


@contextmanager
def small_site(pages: Mapping[str, str]) -> Iterator[SmallSite]:
    """Serves these pages until the block ends."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802 - the library's name
            site.asked.append(self.path)
            shown = site.pages.get(self.path)
            leads_to = (shown or "").partition("→")[2]
            self.send_response(404 if shown is None else 302 if leads_to else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if leads_to:
                self.send_header("Location", leads_to)
            self.end_headers()
            self.wfile.write((shown or "").encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        site = SmallSite(server.server_port, pages)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()
