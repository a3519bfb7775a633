"""Passwords: their hashes, and what a new one needs. That Cyrillic letters count as letters is assumed."""

from collections.abc import Callable

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from sim_server.domain.limits import LIMITS

_hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # real, at a cost that suits a simulator
SHORTEST = 8
SPECIAL = "!\"#$%'()*"  # no other character counts as a special one (assumed); it does no harm either

# What a password lacks while its condition does not hold. mesh_parent.recovery.7.3
NEEDED: dict[str, Callable[[str], bool]] = {
    f"{SHORTEST} символов": lambda password: len(password) >= SHORTEST,
    "заглавной буквы": lambda password: any(char.isupper() for char in password),
    "строчной буквы": lambda password: any(char.islower() for char in password),
    "цифры": lambda password: any(char.isdecimal() for char in password),
    "спецсимвола (! \" # $ % ' () *)": lambda password: any(char in SPECIAL for char in password),
}


def hash_password(password: str) -> str:
    """The password's argon2id hash, salted."""
    return _hasher.hash(password)


def password_matches(password_hash: str, password: str) -> bool:
    """Whether the hash was made from this password."""
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False


class PasswordUnfit(ValueError):
    """The password does not keep the rules; the message is a Russian sentence."""


def check_new_password(password: str) -> None:
    """Return if the password keeps every rule; otherwise raise PasswordUnfit, which names all it lacks."""
    lacking = [name for name, holds in NEEDED.items() if not holds(password)]
    if lacking:
        raise PasswordUnfit(f"В пароле не хватает: {', '.join(lacking)}")
    if len(password) > LIMITS.longest_password:
        raise PasswordUnfit(f"Пароль слишком длинный: больше {LIMITS.longest_password} символов")
