"""Hashing passwords, at a cost that suits a simulator: real argon2, least memory and time."""

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

_hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def hash_password(password: str) -> str:
    """The password's argon2id hash, salted."""
    return _hasher.hash(password)


def password_matches(password_hash: str, password: str) -> bool:
    """Whether the hash was made from this password."""
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False
