"""The defect that a caption reads otherwise, for any caption: on whatever page it stands."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from werkzeug.wrappers import Request, Response

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import HTML, AnswerSeam

TOKEN = re.compile(r"<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->|<[^>]*>|[^<]+", re.S | re.I)
ATTRIBUTE = re.compile(r'(\s(?:aria-label|placeholder|title|alt|value|data-[\w-]+)=")([^"]*)(")')
TAG = re.compile(r"<(/?)(\w+)")
MARK = r"<[^>]*>"
# What an instruction shows of one moment or one person stands otherwise on the screen: «1:53», «ka***@mail.ru».
VARYING = (
    (re.compile(r"\d+:\d\d"), r"(?:\d+:\d\d|\{left\})"),
    (re.compile(r"[\w*\\]+@[\w.\\]+"), r"[\w*]+@[\w.]+"),
)
CAPTIONS = {"button", "a", "label", "h1", "h2", "h3", "option", "legend", "th", "title", "summary"}
OTHERWISE = "Другая надпись"


def caption_defect(label: str) -> Defect:
    """The defect that this caption reads otherwise."""
    return Defect(
        says=f"Вместо надписи «{label}» человек видит «{OTHERWISE}».",
        kind=Kind.CAPTION,
        labels=(label,),
        replaces=(AnswerSeam(partial(_change, label)),),
    )


def _change(label: str, answer: Response, asked: Request) -> None:
    recaption = partial(recaptioned, label=label)
    if answer.mimetype == HTML:
        answer.set_data(recaption(answer.get_data(as_text=True)))
    elif answer.mimetype == "application/json":
        answer.set_data(json.dumps(_deep(json.loads(answer.get_data()), recaption)))


def _deep(told: Any, change: Callable[[str], str]) -> Any:
    if isinstance(told, dict):
        return {key: _deep(value, change) for key, value in told.items()}
    if isinstance(told, list):
        return [_deep(value, change) for value in told]
    return change(told) if isinstance(told, str) else told


def recaptioned(page: str, label: str) -> str:
    """The page with the caption read otherwise: where it is all there is to read, and as words of running text.

    Within a longer caption it is another caption, and stays. A part of it may be marked: a number, a name, each of a
    row; after a colon more may follow.
    """
    return "".join(_retold(_unmarked(page, label), _as_written(label)))


def _unmarked(page: str, label: str) -> str:
    """The page with the marks behind those of its words that are the caption."""
    gap = rf"((?:\s|{MARK})+)"
    words = gap.join(re.escape(html.escape(word, quote=False)) for word in label.split())
    return re.sub(rf"(?<!\w){words}(?!\w)", partial(_marks_last, label), page)


def _marks_last(label: str, found: re.Match[str]) -> str:
    marks = "".join(re.findall(MARK, "".join(found.groups())))
    return f"{html.escape(label, quote=False)}{marks}" if marks else found[0]


def _as_written(label: str) -> str:
    """A pattern of the caption, however it is broken into lines and its quotes are written."""
    text = r"\s+".join(re.escape(html.escape(word, quote=False)) for word in label.split())
    for shown, any_such in VARYING:
        text = shown.sub(any_such.replace("\\", r"\\"), text)
    return text.replace('"', '(?:"|&#34;|&quot;)').replace("'", "(?:'|&#39;|&#x27;)")


def _retold(page: str, text: str) -> Iterator[str]:
    rest = r"(\s.*|\s*)" if text.endswith(":") else r"(\s*)"
    whole, within = re.compile(rf"(\s*){text}{rest}", re.S), re.compile(rf"(?<!\w){text}(?!\w)")
    depth = 0
    for token in TOKEN.findall(page):
        if tag := TAG.match(token):
            depth += (-1 if tag[1] else 1) if tag[2].lower() in CAPTIONS else 0
            yield ATTRIBUTE.sub(partial(_attribute, whole), token)
        elif token.startswith("<"):
            yield token
        elif alone := whole.fullmatch(token):
            yield f"{alone[1]}{OTHERWISE}{alone[2]}"
        else:
            yield token if depth > 0 else within.sub(OTHERWISE, token)


def _attribute(label: re.Pattern[str], found: re.Match[str]) -> str:
    said = label.sub(rf"\1{OTHERWISE}\2", found[2]) if label.fullmatch(found[2]) else found[2]
    return f"{found[1]}{said}{found[3]}"
