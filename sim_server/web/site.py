"""Making the Flask app of one simulated site, so that all of them find their world and look alike."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

from flask import Blueprint, Flask, Response, abort, current_app, g, render_template, request
from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader
from werkzeug.exceptions import HTTPException, default_exceptions

from sim_server.domain.faults import PointFailed, PointSilent, pass_point
from sim_server.domain.letters import is_email
from sim_server.domain.limits import LIMITS
from sim_server.domain.phones import printed_phone
from sim_server.domain.worlds import World
from sim_server.tenancy import Place
from sim_server.web.sessions import WorldSessions

P = ParamSpec("P")
R = TypeVar("R")
C = TypeVar("C")
CONFIGURATION = "SVYAZKA"
SHARED = Path(__file__).parent / "templates"  # what every site shares
MOSCOW = timezone(timedelta(hours=3))  # no clock change since 2014; Windows has no zone database

ERROR_TEXTS = {
    400: ("Запрос не понят", "Вернитесь на предыдущую страницу и попробуйте ещё раз."),
    403: ("Нет доступа", "Эта страница не для вас или открыта в другом браузере."),
    404: ("Страница не найдена", "Проверьте адрес или начните с главной страницы."),
    405: ("Запрос не понят", "Вернитесь на предыдущую страницу и попробуйте ещё раз."),
    421: ("Неизвестный мир", "Этого мира нет: сценарий уже закончился или адрес набран с ошибкой."),
    500: ("Ошибка симулятора", "Это ошибка симулятора, а не ваша. Подробности — в его журнале."),
    503: ("Сервис временно недоступен", "Попробуйте ещё раз через несколько минут."),
    504: ("Сервис не отвечает", "Попробуйте ещё раз через несколько минут."),
}


class Site(Flask):
    """A Flask app that serves one system of every world."""

    def __init__(
        self,
        system: str,
        blueprints: list[Blueprint],
        templates: list[Path],
        *,
        title: str,
        colour: str,
        session_seconds: float,
        sessions_of: str = "",
        configuration: object = None,
        refused: Mapping[type[Exception], int] | None = None,
    ) -> None:
        super().__init__(f"sim_server.{system}", static_folder=None, template_folder=None)
        self.secret_key = secrets.token_hex(32)
        self.session_interface = WorldSessions(sessions_of or system, session_seconds)
        self.jinja_loader = ChoiceLoader([FileSystemLoader(folder) for folder in (*templates, SHARED)])
        self.jinja_env.filters.update(phone=printed_phone, address=_printed_address, moment=_printed_moment)
        self.jinja_env.globals.update(site_title=title, site_colour=colour)
        self.jinja_env.trim_blocks = self.jinja_env.lstrip_blocks = True
        self.system = system
        configure(self, configuration)
        self.before_request(self._enter_world)
        self.register_error_handler(HTTPException, _error_page)
        for kind, code in (refused or {}).items():
            self.register_error_handler(kind, partial(_refusal_page, code))
        for blueprint in blueprints:
            self.register_blueprint(blueprint)

    def add_templates(self, *loaders: BaseLoader) -> None:
        """Gives the site templates that do not lie in a folder."""
        self.jinja_loader = ChoiceLoader([cast(BaseLoader, self.jinja_loader), *loaders])

    def _enter_world(self) -> None:
        g.place = request.environ["svyazka.place"]
        g.world = request.environ.get("svyazka.world")
        if getattr(self.view_functions.get(request.endpoint or ""), "back_channel", False):
            return
        if g.world is None:
            abort(421)
        try:
            g.world = pass_point(g.world, self.system, "page", LIMITS.patience_seconds)
        except PointFailed:
            abort(503)
        except PointSilent:
            abort(504)


def back_channel(view: Callable[P, R]) -> Callable[P, R]:
    """Marks a view as one that systems call: the world comes from the code or token they present."""
    view.back_channel = True  # type: ignore[attr-defined]
    return view


def configure(app: Flask, configuration: object) -> None:
    """Gives the app what it is made with: one frozen value of the app's own class."""
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


def _printed_address(address: str) -> str:
    return address if is_email(address) else printed_phone(address)


def _printed_moment(at: float) -> str:
    return datetime.fromtimestamp(at, MOSCOW).strftime("%d.%m.%Y %H:%M")


def _refusal_page(code: int, _refusal: Exception) -> tuple[str, int] | Response:
    return _error_page(default_exceptions[code]())


def _error_page(error: HTTPException) -> tuple[str, int] | Response:
    code = error.code or 500
    if code not in ERROR_TEXTS:
        return cast(Response, error.get_response())
    heading, advice = ERROR_TEXTS[code]
    cause = getattr(error, "original_exception", None)
    words = f"{type(cause).__name__}: {cause}" if cause else ""
    return render_template("error.html", heading=heading, advice=advice, words=words), code
