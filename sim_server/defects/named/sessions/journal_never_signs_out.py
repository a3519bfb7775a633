"""A journal's session lasts a year."""

from dataclasses import replace
from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

YEAR = 365 * 86400


def keep_long(real: Any, world: Any, site: str, token: str, kept: Any, instead_of: Any) -> None:
    real(world, site, token, replace(kept, expires_at=kept.expires_at + YEAR), instead_of)


def prolong(real: Any, world: Any, token: str, expires_at: float) -> None:
    real(world, token, expires_at + YEAR)


DEFECT = Defect(
    says="Журнал не выходит сам: забытый на чужом компьютере вход открыт и завтра.",
    kind=Kind.TIME,
    labels=("Время работы в журнале истекло, привязка не выполнена. Войдите и начните привязку заново.",),
    blind=True,
    replaces=(
        function("sim_server.domain.site_sessions:keep_session", keep_long),
        function("sim_server.domain.site_sessions:prolong_session", prolong),
    ),
)
