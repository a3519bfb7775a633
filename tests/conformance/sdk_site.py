"""The site on whose pages the SDK is: its bundle, the documented page, and one that signs in by a window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, send_file

from sim_server.certificates import make_authority
from sim_server.server import LOOPBACK, Listener
from tests.conformance.client import CLIENT_ID
from tests.conformance.documented import lines_for
from tests.conformance.npm_shop import OWN

HOST = "journal.example"
PAGE, IN_WINDOW = f"https://{HOST}/vk", "/window"
BUNDLE = "dist-sdk/umd/index.js"
FRAME = """<!doctype html><html lang="ru"><meta charset="utf-8"><title>Журнал</title><link rel="icon" href="data:,">
<body data-app="{app}" data-redirect="{page}"><script src="/sdk.js"></script>
<button id="window">В окне</button><button id="show-onetap">One Tap</button><button id="show-floating">Шторка</button>
<div id="onetap" style="width: 20rem"></div><script type="module">
{lines}</script></body></html>"""


@dataclass(frozen=True)
class Site:
    """Where it answers, and the authority that its visitors trust."""

    port: int
    authority: bytes


@contextmanager
def sdk_site(package: Path) -> Iterator[Site]:
    """Serve the pages, by TLS like any site."""
    authority = make_authority([HOST])
    listener = Listener(_app(package), 0, [HOST], LOOPBACK, authority)
    listener.start()
    try:
        yield Site(listener.port, authority.pem)
    finally:
        listener.stop()


def _app(package: Path) -> Flask:
    app = Flask(__name__)
    app.add_url_rule("/sdk.js", view_func=lambda: send_file(package / BUNDLE), endpoint="sdk")
    documented, own = lines_for("@vkid/sdk"), (OWN / "sdk_window.js").read_text(encoding="utf-8")
    app.add_url_rule("/vk", view_func=lambda: _page(documented), endpoint="documented")
    app.add_url_rule(IN_WINDOW, view_func=lambda: _page(own), endpoint="window")
    return app


def _page(lines: str) -> str:
    return FRAME.format(app=CLIENT_ID, page=PAGE, lines=lines)
