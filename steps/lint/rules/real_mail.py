"""An address of mail that may be somebody's: only those in reserved domains belong to nobody (RFC 2606, RFC 6761)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from steps.language.problem import Problem
from steps.language.rule import Weight
from steps.lint.inspected import Inspected

WEIGHT = Weight.REMARK
MAIL = re.compile(r"(?<![\w.*+-])[\w.*+-]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
NOBODYS = re.compile(r"(?:.+\.)?(?:test|example|invalid|localhost|example\.(?:com|net|org))", re.IGNORECASE)


def find(inspected: Inspected) -> Iterator[Problem]:
    """Yield the addresses that a person may have, wherever they stand, unless they are a clause's caption."""
    for number, line in enumerate(inspected.lines if "@" in inspected.text else (), start=1):
        for found in MAIL.finditer(line):
            if not NOBODYS.fullmatch(found[1]) and not _is_printed(found[0], inspected):
                message = f"почта «{found[0]}» может быть чьей-то. Возьмите ничью: «anna@pochta.test»."
                yield inspected.problem("real_mail", number, message, found.start() + 1)


def _is_printed(address: str, inspected: Inspected) -> bool:
    """Whether screens show it, as an instruction says: the address of a service."""
    return any(address in label for labels in inspected.known.clauses.values() for label in labels)
