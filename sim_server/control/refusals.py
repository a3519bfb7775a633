"""What the control API answers when it refuses: a status and a Russian sentence, for every way to be refused."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, jsonify
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import HTTPException

from sim_server.defects.acting import DefectUnsound
from sim_server.defects.catalogue import DefectUnknown
from sim_server.domain.clients import ClientKnown
from sim_server.domain.people import FriendUnknown, JournalUnknown, PeopleConflict, ProfileWithoutOwner
from sim_server.domain.phones import PhoneMalformed
from sim_server.domain.protocol_rules import RulesUnsound
from sim_server.domain.transfers import AccountUnknown
from sim_server.domain.worlds import ClockTooFar, WorldUnknown
from sim_server.errands.hand import LedInCircle
from sim_server.vk_id.registration import ClientUnsound

BY_EXCEPTION: dict[type[Exception], tuple[int, str]] = {
    WorldUnknown: (404, "Такого мира нет"),
    PeopleConflict: (409, "Эти люди мешают друг другу: у двоих один логин, телефон, почта или профиль"),
    ProfileWithoutOwner: (
        409,
        "Учебный профиль бывает только у того, у кого есть VK ID, как и страница; привязка — у кого есть профиль",
    ),
    ClientKnown: (409, "Клиент с таким именем у VK ID уже есть, или это имя занято симулятором"),
    JournalUnknown: (409, "Такого журнала в симуляторе нет"),
    FriendUnknown: (409, "Друга, которому доверяют, в этом мире нет: trusted_friends — это ключи людей"),
    AccountUnknown: (409, "Учётной записи с таким логином в этом журнале нет"),
    ClockTooFar: (409, "Так далеко время мира не двигают"),
    PhoneMalformed: (409, "Номер телефона должен быть российским: +7 и ещё 10 цифр"),
}
BY_STATUS = {
    400: "Запрос не понят: тело должно быть в JSON",
    401: "Нужен токен: заголовок Authorization: Bearer …",
    404: "Такого мира, номера или адреса нет",
    405: "Так к этому адресу не обращаются",
    415: "Запрос не понят: тело должно быть в JSON",
    421: "Этот адрес не управляет симулятором: обращайтесь по 127.0.0.1 или localhost",
    500: "Ошибка симулятора, подробности в его журнале",
}
UNSOUND = 422
BEYOND_THE_DOCUMENT = ("value_error",)  # what a validator of ours says, and no JSON Schema could
UNSTORABLE = "Запрос не понят: в тексте есть знаки, которых в тексте не бывает"


def register_refusals(app: Flask) -> None:
    """Make the app answer every refusal of the tables with its sentence."""
    for kind, (status, sentence) in BY_EXCEPTION.items():
        app.register_error_handler(kind, lambda _error, s=status, t=sentence: (jsonify(error=t), s))
    app.register_error_handler(DefectUnknown, _unknown_defect)
    app.register_error_handler(DefectUnsound, _unsound_defect)
    app.register_error_handler(RulesUnsound, _unsound)
    app.register_error_handler(ClientUnsound, _unsound)
    app.register_error_handler(LedInCircle, _led_in_circle)
    app.register_error_handler(HTTPException, _refused)


def unsound_body(error: ValidationError) -> Response:
    """Name the places of a body, query or address that are not as the document says."""
    answer = jsonify(error=f"Запрос не понят: {'; '.join(_complaint(one) for one in error.errors())}")
    beyond = any(one["type"] in BEYOND_THE_DOCUMENT for one in error.errors())
    answer.status_code = 409 if beyond else UNSOUND
    return answer


def _complaint(one: ErrorDetails) -> str:
    place = ".".join(str(part) for part in one["loc"])
    return f"{place} ({one['msg']})" if place else one["msg"]  # nowhere is what the whole of it says


def _refused(error: HTTPException) -> Any:
    if error.code not in BY_STATUS:
        return error.get_response()
    allowed = getattr(error, "valid_methods", None)
    headers = {"Allow": ", ".join(sorted(allowed))} if allowed else {}
    return jsonify(error=BY_STATUS[error.code]), error.code, headers


def refused_by(error: Exception) -> Any:
    """What the table says of that exception."""
    status, sentence = BY_EXCEPTION[type(error)]
    return jsonify(error=sentence), status


def _led_in_circle(error: LedInCircle) -> Any:
    return jsonify(error=str(error)), 409


def _unknown_defect(unknown: DefectUnknown) -> Any:
    return jsonify(error=str(unknown)), 409


def _unsound(unsound: Exception) -> Any:
    return jsonify(error=str(unsound)), 409


def _unsound_defect(unsound: DefectUnsound) -> Any:
    return jsonify(error=f"Дефект записан неверно: {unsound}"), UNSOUND


def unstorable() -> Any:
    """Refuse a text that no database keeps and no page shows."""
    return jsonify(error=UNSTORABLE), UNSOUND
