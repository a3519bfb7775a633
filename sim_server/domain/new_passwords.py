"""What a new password needs: the rules the instruction prints. That Cyrillic letters count as letters is assumed."""

from __future__ import annotations

from collections.abc import Callable

from sim_server.domain.limits import LIMITS

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


class PasswordUnfit(ValueError):
    """The password does not keep the rules; the message is a Russian sentence."""


def check_new_password(password: str) -> None:
    """Returns if the password keeps every rule; otherwise raises PasswordUnfit, which names all it lacks."""
    lacking = [name for name, holds in NEEDED.items() if not holds(password)]
    if lacking:
        raise PasswordUnfit(f"В пароле не хватает: {', '.join(lacking)}")
    if len(password) > LIMITS.longest_password:
        raise PasswordUnfit(f"Пароль слишком длинный: больше {LIMITS.longest_password} символов")
