"""How much room words take in a drawing: nobody can ask a browser while the report is made."""

from collections.abc import Iterator

_NARROW = frozenset(" .,:;!|'()[]/-·ilIjtrf1")
_BROAD = frozenset("ЖМФШЩЫЮжмфшщыюWMwm@—…→%")
# In parts of the letters' size, on the safe side: DejaVu Sans, the broadest of the usual fonts.
_ROOM = 0.62


def breadth(text: str, size: float) -> float:
    """Return how broad a line of text becomes at most, in the unit of the letters' size."""
    return size * sum(0.42 if sign in _NARROW else 0.92 if sign in _BROAD else _ROOM for sign in text)


def wrap(text: str, size: float, room: float, most: int) -> list[str]:
    """Break text into lines that fit into the room; what does not fit into so many lines ends in an ellipsis."""
    lines = list(_lines(text.split(), size, room))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and breadth(last + "…", size) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,") + "…"]


def _lines(words: list[str], size: float, room: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".lstrip()
        if line and breadth(longer, size) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
