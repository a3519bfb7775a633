"""A small library of sentences, captions, tags and clauses, and texts with the cursor marked in them."""

from dataclasses import replace
from pathlib import Path

import pytest

from steps.catalogue.gathering import catalogue
from steps.editor.knowledge import ClausePlace, Knowledge
from steps.editor.text import Text
from steps.labels.known import Captions, KnownLabels
from steps.lint.known import known_to

CURSOR = "¦"
LABELS = KnownLabels(
    {
        "journal": {
            "Стол": Captions(("Войти", "Чаты | все"), (), ("Добро пожаловать", "Профиль: ‹ФИО›")),
            "Вход": Captions(("Войти",), ("Логин", "Пароль"), ("Через ‹время› ещё раз",)),
        }
    }
)
CLAUSES = {
    name: ClausePlace(name, "действие", f"Пункт {name}.", "шаг 1", ("Войти",), Path("/x/t.toml"), number)
    for number, name in enumerate(("t.v1.1", "t.v1.2", "u.v1.1"))
}
TAGS = {"критично": "без этого нельзя", "важно": "видно каждому"}


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The real sentences and rules beside invented captions, tags and clauses."""
    known = replace(known_to(), clauses=dict.fromkeys(CLAUSES, ("Войти",)), labels=LABELS, root=None)
    return Knowledge(known, catalogue(known.matcher.definitions), LABELS, TAGS, CLAUSES)


def at_cursor(marked: str) -> tuple[Text, int, int]:
    """Take the mark of the cursor out of a text; return its line and column too."""
    before = marked[: marked.index(CURSOR)]
    return Text(marked.replace(CURSOR, "")), before.count("\n"), len(before) - (before.rfind("\n") + 1)
