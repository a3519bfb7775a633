"""The answer for a page that has opened VK ID in a window: told to the page, by a message, and the window closes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from flask import make_response, render_template
from werkzeug.wrappers import Response

from sim_server.domain.callbacks import answer_in

ACTION = "oauth2_authorize_response"  # with the state at its end: what `@vkid/sdk` waits for
ORIGIN = re.compile(r"([a-z][a-z0-9+.-]*)://([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?")


def opener_of(origin: str, callbacks: Iterable[str]) -> str:
    """The whole origin of the client's address that is on the named site; empty if none is.

    The named one may lack its port, which `@vkid/sdk` leaves out.
    """
    named = ORIGIN.fullmatch(origin)
    for callback in callbacks:
        own = urlsplit(callback)
        whole = ORIGIN.fullmatch(f"{own.scheme}://{own.netloc.lower()}")
        if named and whole and named.group(1, 2) == whole.group(1, 2):
            return whole[0]
    return ""


def is_client_s(origin: str, callbacks: Iterable[str]) -> bool:
    """Whether the origin, and nothing but an origin, is a site of the client, at whatever port."""
    return bool(opener_of(origin, callbacks))


def tell_opener(origin: str, redirect_uri: str, callback: str) -> Response:
    """A page that tells whoever has opened it what the callback would have told; nobody else can read it."""
    answer = answer_in(callback, redirect_uri)
    message = {"action": f"{ACTION}{answer.get('state', '')}", "payload": answer}
    page = render_template("vk_id/popup.html", message=message, origin=origin, callback=callback)
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    return response
