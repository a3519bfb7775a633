"""POST /oauth2/logout and /oauth2/revoke: a client lets a person go, or gives the person's consent back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sim_server.domain.connections import revoke_client
from sim_server.domain.grants import end_grant
from sim_server.vk_id.called import Called, Endpoint
from sim_server.vk_id.tokens import CLIENT_ID, WRONG_CLIENT
from sim_server.vk_id.user_info import ACCESS_CHECKS, WRONG_TOKEN, found_access_token

DONE = {"response": 1}
TAKES = {
    "client_id": CLIENT_ID,
    "access_token": "токен; его можно прислать и заголовком Authorization: Bearer",
}


def _left(called: Called) -> dict[str, Any]:
    end_grant(called.world, called.found.grant)
    return DONE


def _revoked(called: Called) -> dict[str, Any]:
    grant = called.found.grant
    revoke_client(called.world, grant.vk_account_id, grant.client_id)
    return DONE


def _ending(says: str, answer: Callable[[Called], dict[str, Any]], point: str) -> Endpoint:
    return Endpoint(
        says=says,
        takes=TAKES,
        find=found_access_token,
        checks=ACCESS_CHECKS,
        answer=answer,
        gives={"response": {"const": 1}},
        refuses=(WRONG_TOKEN, WRONG_CLIENT),
        point=point,
    )


LOGOUT = _ending("Выйти: все токены этого входа перестают действовать", _left, "logout")
REVOKE = _ending(
    "Отозвать согласие: кончаются все входы человека в этот клиент, и разрешение спросят снова",
    _revoked,
    "revoke",
)
