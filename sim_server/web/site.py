"""Making the Flask app of one simulated site, so that all of them find their world and look alike."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from functools import partial, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast
from urllib.parse import quote

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader
from werkzeug.exceptions import HTTPException, MisdirectedRequest, default_exceptions
from werkzeug.routing import IntegerConverter, PathConverter

from sim_server.domain.emails import is_email
from sim_server.domain.faults import ANY_CLIENT, PointCut, PointFailed, PointSilent, pass_point
from sim_server.domain.limits import LIMITS
from sim_server.domain.phones import printed_phone
from sim_server.domain.vk_accounts import VkAccount, vk_account_by_id
from sim_server.domain.worlds import World, is_there, note_failure
from sim_server.tenancy import Place
from sim_server.web.headers import CUT, UNANSWERED, protect
from sim_server.web.sessions import WorldSessions

P = ParamSpec("P")
R = TypeVar("R")
C = TypeVar("C")
View = Callable[..., Any]
ErrorPage = tuple[str, int, dict[str, str]] | Response
CONFIGURATION = "SVYAZKA"
SYSTEMS = Path(__file__).parent.parent
SHARED = SYSTEMS / "web" / "templates"  # what every site shares
DAY = 86400
FAILURE_HEADER = "Svyazka-Failure"  # of an answer that is our own error: what it was, percent-encoded
REMEMBERED = "vk_account"  # the key of a session that names a VK ID
MOSCOW = timezone(timedelta(hours=3))  # no clock change since 2014; Windows has no zone database

ERROR_TEXTS = {
    400: ("Запрос не понят", "Вернитесь на предыдущую страницу и попробуйте ещё раз."),
    403: ("Нет доступа", "Эта страница не для вас или открыта в другом браузере."),
    404: ("Страница не найдена", "Проверьте адрес или начните с главной страницы."),
    405: ("Запрос не понят", "Вернитесь на предыдущую страницу и попробуйте ещё раз."),
    429: ("Слишком много запросов", "Подождите немного и попробуйте ещё раз."),
    421: ("Неизвестный мир", "Этого мира нет: сценарий уже закончился или адрес набран с ошибкой."),
    500: ("Ошибка симулятора", "Это ошибка симулятора, а не ваша. Подробности — в его журнале."),
    502: ("Сервис временно недоступен", "Попробуйте ещё раз через несколько минут."),
    503: ("Сервис временно недоступен", "Попробуйте ещё раз через несколько минут."),
    504: ("Сервис не отвечает", "Попробуйте ещё раз через несколько минут."),
}


class Number(IntegerConverter):
    """A number in an address: one that no row can have leads nowhere."""

    regex = r"\d{1,18}"


class Rest(PathConverter):
    """All that is left of an address, whatever it looks like."""

    regex = ".*"
    part_isolating = False


class Site(Flask):
    """A Flask app that serves one system of every world; `templates` are folders that come before the system's own.

    `client` is its name at VK ID, where faults may be ordered for that one alone.
    """

    def __init__(
        self,
        system: str,
        blueprints: list[Blueprint],
        *,
        title: str,
        colour: str,
        templates: Sequence[Path] = (),
        session_seconds: float = DAY,
        sessions_of: str = "",
        client: str = ANY_CLIENT,
        configuration: object = None,
        refused: Mapping[type[Exception], int] | None = None,
    ) -> None:
        super().__init__(f"sim_server.{system}", static_folder=None, template_folder=None)
        self.secret_key = secrets.token_hex(32)
        self.url_map.converters.update(int=Number, rest=Rest)
        self.session_interface = WorldSessions(sessions_of or system, session_seconds)
        folders = *templates, SYSTEMS / system / "templates", SHARED
        self.jinja_loader = ChoiceLoader([FileSystemLoader(folder) for folder in folders])
        self.jinja_env.filters.update(phone=printed_phone, address=_printed_address, moment=_printed_moment)
        self.jinja_env.globals.update(site_title=title, site_colour=colour)
        self.jinja_env.trim_blocks = self.jinja_env.lstrip_blocks = True
        self.system, self.client = system, client
        configure(self, configuration)
        self.before_request(self._enter_world)
        self.after_request(protect)
        self.register_error_handler(HTTPException, _error_page)
        self.register_error_handler(Exception, _told_if_dropped)
        for kind, code in (refused or {}).items():
            self.register_error_handler(kind, partial(_refusal_page, code))
        for blueprint in blueprints:
            self.register_blueprint(blueprint)

    def log_exception(self, exc_info: Any) -> None:
        """Note an error of ours in its world besides: whoever uses the world may see nothing of it."""
        super().log_exception(exc_info)
        world: World | None = request.environ.get("svyazka.world")
        if world is not None:
            with suppress(Exception):  # the error that is told above may be the database's own
                note_failure(world, f"{request.method} {request.base_url}: {_told(exc_info[1])}")

    def add_templates(self, *loaders: BaseLoader) -> None:
        """Give the site templates that do not lie in a folder."""
        self.jinja_loader = ChoiceLoader([cast(BaseLoader, self.jinja_loader), *loaders])

    def _enter_world(self) -> Any:
        g.place = request.environ["svyazka.place"]
        g.world = request.environ.get("svyazka.world")
        if getattr(self.view_functions.get(request.endpoint or ""), "back_channel", False):
            return None
        if g.world is None:
            abort(421)
        return meet_faults("page", self.client)


def back_channel(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view as one that systems call: the world comes from the code or token they present."""
    view.back_channel = True  # type: ignore[attr-defined]
    return view


def lets_in(find: Callable[[], Any], otherwise: Callable[[], Any]) -> Callable[[View], View]:
    """A guard of views: gives them first whom or what it finds; if there is nothing, it answers otherwise."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(*arguments: Any, **named: Any) -> Any:
            found = find()
            return otherwise() if found is None else view(found, *arguments, **named)

        return guarded

    return guard


def go_to(endpoint: str, **values: Any) -> Response:
    """Send the browser on to that page, whatever was asked before."""
    return cast(Response, redirect(url_for(endpoint, **values), 303))


def configure(app: Flask, configuration: object) -> None:
    """Give the app what it is made with: one frozen value of the app's own class."""
    app.config[CONFIGURATION] = configuration


def configured(kind: type[C]) -> C:
    """What this request's app was made with, which is of that class."""
    configuration = current_app.config[CONFIGURATION]
    assert isinstance(configuration, kind)
    return configuration


def current_world() -> World:
    """The world of this request."""
    return cast(World, g.world)


def current_place() -> Place:
    """Where this request belongs."""
    return cast(Place, g.place)


def remembered_account() -> VkAccount | None:
    """The VK ID that this browser's session names, if there still is one: for VK ID itself and whom it signs in to."""
    account_id = session.get(REMEMBERED)
    return None if account_id is None else vk_account_by_id(current_world(), account_id)


def _printed_address(address: str) -> str:
    return address if is_email(address) else printed_phone(address)


def _printed_moment(at: float) -> str:
    return datetime.fromtimestamp(at, MOSCOW).strftime("%d.%m.%Y %H:%M")


def meet_faults(point: str, client: str = ANY_CLIENT) -> ErrorPage | None:
    """Let the request pass this point of its system, or give what is answered there, as the world has ordered."""
    system = cast(Site, current_app).system
    try:
        g.world = pass_point(g.world, system, point, LIMITS.patience_seconds, client).world
    except PointFailed as failed:
        return _disturbed_page(*failed.args)
    except PointSilent:
        abort(504)
    except PointCut:
        return Response(status=503, headers={UNANSWERED: CUT})
    return None


def _disturbed_page(status: int) -> ErrorPage:
    """What a page says that answers with an error because the world has ordered that: no error of ours."""
    heading, advice = ERROR_TEXTS[503 if status == 500 else status]
    return render_template("error.html", heading=heading, advice=advice, words=""), status, {}


def _refusal_page(code: int, _refusal: Exception) -> ErrorPage:
    return _error_page(default_exceptions[code]())


def _told_if_dropped(error: Exception) -> ErrorPage:
    """What goes wrong because the world was dropped meanwhile is no error of ours."""
    world: World | None = request.environ.get("svyazka.world")
    if world is None or is_there(world):
        raise error
    return _error_page(MisdirectedRequest())


def _error_page(error: HTTPException) -> ErrorPage:
    code = error.code or 500
    if code not in ERROR_TEXTS:
        return cast(Response, error.get_response())
    heading, advice = ERROR_TEXTS[code]
    cause = getattr(error, "original_exception", None)
    words = _told(cause) if cause else ""
    page = render_template("error.html", heading=heading, advice=advice, words=words)
    return page, code, {FAILURE_HEADER: quote(words)} if words else {}


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
