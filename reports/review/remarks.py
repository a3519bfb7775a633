"""What there is to say of a sentence, in Russian: the same words on the page and in the comments of a .docx."""

from __future__ import annotations

from collections.abc import Iterator

from reports.coverage import Finding, Verdict
from reports.review.reviewing import Review, Row, State

STATES = {
    State.SAME: ("=", "слово в слово"),
    State.REWORDED: ("≈", "другими словами"),
    State.CHANGED: ("≠", "изменено"),
    State.NEW: ("+", "новое"),
    State.UNCLEAR: ("?", "не понято"),
    State.QUIET: ("·", "не о поведении"),
}


# An action off the screens cannot be said more simply: a person is told that too.
UNCLEAR = (
    "Не понято: похоже на действие, но такого на экране не делают или не разобрать какое. "
    "Если это о системе, скажите одним глаголом: «нажмите», «введите», «откройте». Если нет, оставьте как есть."
)


def remarks(done: Review, row: Row) -> Iterator[str]:
    """Yield what a person should look at in a sentence; nothing where all is well."""
    if row.state is State.CHANGED:
        yield f"Изменено, {'; '.join(row.changes)}. {_clauses(row)}: {_texts(row)}"
    elif row.state is State.NEW and done.instruction:
        yield f"Новое: ни один пункт об этом не говорит, никто этого не проверял. Похоже на: {row.kind}."
    elif row.state is State.UNCLEAR:
        yield UNCLEAR
    for clause in row.clauses:
        found = done.findings.get(clause.id)
        if found and found.verdict in (Verdict.DIFFERS, Verdict.KNOWN):
            yield f"Система говорит другое, {clause.id}: {_reason(found)}"
    yield from (_sentence(str(one)) for one in row.unseen)
    if done.instruction is None:
        for dispute in row.disputes:
            yield f"Спорит с известным ({', '.join(dispute.clauses)}): {dispute.title}. Там сказано: {dispute.says}."


def _clauses(row: Row) -> str:
    word = "Пункт" if len(row.clauses) == 1 else "Пункты"
    return f"{word} {', '.join(clause.id for clause in row.clauses)}"


def _texts(row: Row) -> str:
    return " ".join(clause.text for clause in row.clauses)


def _reason(found: Finding) -> str:
    return found.reason or "подробности в отчёте"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
