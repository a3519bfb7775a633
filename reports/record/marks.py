"""The clause marks of a feature: which clauses the step on a line carries out."""

import re
from collections.abc import Sequence

from reports.record.messages import Message

_MARK = re.compile(r"\s*#>(.*)")


def marks_of(comments: Sequence[Message]) -> dict[int, tuple[str, ...]]:
    """Returns the clauses by the line of their step: the first line under the mark that is no comment itself."""
    texts = {comment["location"]["line"]: comment["text"] for comment in comments}
    marks: dict[int, tuple[str, ...]] = {}
    for line, text in sorted(texts.items()):
        if found := _MARK.match(text):
            step = next(below for below in range(line + 1, line + len(texts) + 2) if below not in texts)
            marks[step] = marks.get(step, ()) + tuple(re.findall(r"[^\s,]+", found[1]))
    return marks
