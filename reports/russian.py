"""What Russian asks of numbers and days."""

from datetime import date


def plural(number: int, one: str, few: str, many: str) -> str:
    """Return a number with the word's right form: 1 сценарий, 2 сценария, 5 сценариев, 11 сценариев."""
    tail = number % 100
    if tail % 10 == 1 and tail != 11:
        return f"{number} {one}"
    if tail % 10 in (2, 3, 4) and tail not in (12, 13, 14):
        return f"{number} {few}"
    return f"{number} {many}"


def length(seconds: float) -> str:
    """Return a length of time as people say it: 0,4 с, 12 с, 2 мин 05 с."""
    if seconds < 10:
        return f"{seconds:.1f} с".replace(".", ",")
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} мин {rest:02d} с" if minutes else f"{rest} с"


def day(of: date) -> str:
    """Return a day as people write it: 20.11.2026."""
    return f"{of:%d.%m.%Y}"
