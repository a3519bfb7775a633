"""The protocol before VK ID's (`oauth.vk.com/authorize`, no PKCE): it is not served, and whoever asks is told so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from werkzeug.wrappers import Request, Response

HOSTS = ("oauth.vk.com", "oauth.vk.ru")
SCREEN = "/authorize"  # the one address that a person is sent to
CALLS = ("/access_token", "/token")
INSTEAD = "the old protocol is not served: use https://id.vk.ru/authorize with PKCE (S256)"
PAGE = """<!doctype html>
<html lang="ru"><meta charset="utf-8"><title>Старый протокол — VK ID</title>
<body style="font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
<h1>Вход невозможен</h1>
<p>Сервис входит по старому протоколу (<code>oauth.vk.com</code>), а VK ID работает только по новому.</p>
<p>Тому, кто пишет сервис: отправляйте людей на <code>https://id.vk.ru/authorize</code> с PKCE
(<code>code_challenge_method=S256</code>).</p>
</body></html>
"""


def refuse(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Refuse whatever is asked: a person in Russian, a program as the protocol has it."""
    path = Request(environ).path
    if path == SCREEN:
        return Response(PAGE, 400, mimetype="text/html")(environ, start_response)
    told = {"error": "invalid_request", "error_description": INSTEAD}
    headers = {"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}
    status = 400 if path in CALLS else 404
    return Response(json.dumps(told), status, headers, mimetype="application/json")(environ, start_response)
