"""What can be ordered to go wrong, as tables in Markdown for people who point a journal of their own here."""

from __future__ import annotations

from collections.abc import Iterator

from sim_server.domain.faults import KINDS_AT, OF_NO_CLIENT, FaultKind

KINDS = {
    FaultKind.ERROR: (
        "Ответ с кодом `status`: 503 (так обычно), 429, 500, 502 или 504; у вызовов клиента — с ошибкой в JSON"
    ),
    FaultKind.SLOW: (
        "Ответ через `seconds` секунд по часам мира: они уходят вперёд, ждать не приходится; "
        "через десять и больше — как `silent`. У СМС, звонка и письма столько длится отправка"
    ),
    FaultKind.SILENT: (
        "Ответа нет. Журнал симулятора ждёт десять секунд по часам мира; чужой клиент сразу получает 503, "
        "браузер — страницу «Сервис не отвечает»"
    ),
    FaultKind.CUT: "Соединение рвётся без ответа",
    FaultKind.BROKEN_JSON: "Ответ 200, но от JSON пришла половина",
    FaultKind.WRONG_STATE: "В ответе на вход не тот `state`",
    FaultKind.WRONG_CLIENT: (
        "Выдано другому клиенту: на код обмен ответит `invalid_client`, в `id_token` чужой `app`"
    ),
    FaultKind.EXPIRED: "Код или `access_token` истёк сразу; `refresh_token` действует",
    FaultKind.LOST: "Не доходит",
    FaultKind.DOUBLED: "Приходит дважды",
    FaultKind.LATE: "Приходит через `seconds` секунд по часам мира",
}
POINTS = {
    "page": "страницы для людей",
    "authorize": "`GET /authorize`",
    "callback": "ответ на вход, который браузер несёт клиенту",
    "exchange": "`POST /oauth2/auth`, обмен кода",
    "refresh": "`POST /oauth2/auth`, следующая пара токенов",
    "user_info": "`POST /oauth2/user_info`",
    "public_info": "`POST /oauth2/public_info`",
    "logout": "`POST /oauth2/logout`",
    "revoke": "`POST /oauth2/revoke`",
    "sms": "СМС с кодом",
    "call": "звонок, последние цифры номера — код",
    "letter": "письмо с кодом",
}


def fault_tables() -> str:
    """The points with what can go wrong there, and what each kind means."""
    return "\n".join((*_points(), "", *_kinds()))


def _points() -> Iterator[str]:
    yield "| `system` | `point` | что это | `kind` | `client` |"
    yield "|---|---|---|---|---|"
    for (system, point), possible in KINDS_AT.items():
        kinds = ", ".join(f"`{kind}`" for kind in FaultKind if kind in possible)
        client = "" if (system, point) in OF_NO_CLIENT else "можно"
        yield f"| `{system}` | `{point}` | {POINTS[point]} | {kinds} | {client} |"


def _kinds() -> Iterator[str]:
    yield "| `kind` | что случается |"
    yield "|---|---|"
    yield from (f"| `{kind}` | {says} |" for kind, says in KINDS.items())
