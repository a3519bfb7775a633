"""The addresses under /oauth2/: every answer there is JSON that nobody keeps, and that a page of any site may read."""

from __future__ import annotations

from typing import Any, TypeVar, cast
from urllib.parse import quote

from flask import Blueprint, jsonify, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from sim_server.domain.worlds import World
from sim_server.vk_id.called import Presented
from sim_server.vk_id.endpoints import AUTH, ENDPOINTS, METHOD, Answer, answer_call, refusal
from sim_server.vk_id.sign_in import VkIdConfig
from sim_server.web.headers import UNANSWERED
from sim_server.web.site import FAILURE_HEADER, back_channel, configured

R = TypeVar("R", bound=Response)
calls = Blueprint("calls", __name__, url_prefix="/oauth2")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT")
BEARER = "bearer"


@calls.route("/", defaults={"name": ""}, methods=METHODS, provide_automatic_options=False)
@calls.route("/<rest:name>", methods=METHODS, provide_automatic_options=False)
@back_channel
def call(name: str) -> Response:
    """Answer a client's call; the client is public and proves itself by what it presents."""
    asked, world = _presented(), _named_world()
    if name not in (AUTH, *ENDPOINTS):
        return _answered(refusal(world, asked, "invalid_request", "method is unknown"))
    if request.method != METHOD:
        answer = _answered(refusal(world, asked, "invalid_request", f"{METHOD} is expected"))
        answer.headers["Allow"] = METHOD
        return answer
    return _answered(answer_call(configured(VkIdConfig).database, name, asked, world))


@calls.route("/<rest:name>", methods=["OPTIONS"])
@back_channel
def allow(name: str) -> Response:  # noqa: ARG001 - of any call
    """Let a page of another site call; what a browser asks beforehand."""
    return Response(status=204)


@calls.errorhandler(HTTPException)
def _failed(error: HTTPException) -> Any:
    """An error of ours, or a body that is too large: a client reads it like any other refusal."""
    code = error.code or 500
    cause = getattr(error, "original_exception", None)
    kind = "server_error" if code >= 500 else "invalid_request"
    answer = jsonify(error=kind, error_description=error.name.lower(), state="")
    answer.status_code = code
    if cause is not None:
        answer.headers[FAILURE_HEADER] = quote(f"{type(cause).__name__}: {cause}")
    return answer


@calls.after_request
def _is_not_kept(response: Any) -> Any:
    response.headers["Cache-Control"] = "no-store"
    return let_pages_read(response)


def let_pages_read(response: R) -> R:
    """Name the page's own origin, as a browser that sends its cookies along wants it."""
    response.headers["Vary"] = "Origin"
    if origin := request.headers.get("Origin"):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Credentials"] = "true"
    if request.method == "OPTIONS":
        wanted = request.headers.get("Access-Control-Request-Headers", "")
        response.headers["Access-Control-Allow-Methods"] = f"{METHOD}, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = wanted or "Content-Type, Authorization"
    return response


def _presented() -> Presented:
    """The parameters of address and body, and the header's token: said at two places it is repeated. RFC 6750 §2."""
    query, form = request.args, request.form
    scheme, _blank, token = request.headers.get("Authorization", "").partition(" ")
    header = MultiDict([("access_token", token.strip())] if scheme.lower() == BEARER else [])
    given: dict[str, str] = {**header.to_dict(), **form.to_dict(), **query.to_dict()}
    repeated = (name for name in given if sum(len(one.getlist(name)) for one in (header, form, query)) > 1)
    return Presented(given, frozenset(repeated), frozenset(query), request.url_root)


def _named_world() -> World | None:
    return cast("World | None", request.environ.get("svyazka.world"))


def _answered(answer: Answer) -> Response:
    response = jsonify(answer.body)
    response.status_code = answer.status
    if answer.torn:
        response.data = response.data[: len(response.data) // 2]
    if answer.unanswered:
        response.headers[UNANSWERED] = answer.unanswered
    return response
