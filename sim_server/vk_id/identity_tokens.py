"""Identity tokens: who has signed in, signed by VK ID so that anybody can prove it with the published key. RFC 7519."""

from __future__ import annotations

import secrets
from functools import cache
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from sim_server.domain.database import Database
from sim_server.domain.grants import Grant
from sim_server.domain.limits import LIMITS
from sim_server.domain.signing_keys import signing_key
from sim_server.domain.worlds import World

ALGORITHM = "RS256"
ISSUER = "VK"
BITS = 2048


def identity_token(world: World, grant: Grant, user_id: int) -> str:
    """Say that this user has signed in to this client, in the world's time."""
    key, now = _key(world.database), int(world.now())
    claims = {
        "iss": ISSUER,
        "sub": str(user_id),
        "app": grant.client_id,
        "iat": now,
        "exp": now + LIMITS.access_token_minutes * 60,
        "jti": f"{grant.id}.{secrets.token_urlsafe(8)}",
    }
    return jwt.encode({"alg": ALGORITHM, "kid": key.kid, "typ": "JWT"}, claims, key, algorithms=[ALGORITHM])


def claims_of(database: Database, token: str) -> dict[str, Any] | None:
    """What the token says, if VK ID has signed it."""
    try:
        return dict(jwt.decode(token, _key(database), algorithms=[ALGORITHM]).claims)
    except (JoseError, ValueError):
        return None


def grant_id_of(claims: dict[str, Any]) -> str:
    """The family of tokens that the token was given with."""
    return str(claims.get("jti", "")).partition(".")[0]


def published_keys(database: Database) -> dict[str, Any]:
    """The keys that prove the tokens. RFC 7517 §5."""
    key = _key(database)
    return {"keys": [{**key.as_dict(private=False), "kid": key.kid, "use": "sig", "alg": ALGORITHM}]}


def _key(database: Database) -> RSAKey:
    return _read(signing_key(database, _made))


@cache  # reading a key costs more than signing with it
def _read(pem: str) -> RSAKey:
    key = RSAKey.import_key(pem)
    return RSAKey.import_key(pem, {"kid": key.thumbprint()})


def _made() -> str:
    return RSAKey.generate_key(BITS, private=True).as_pem(private=True).decode()
