"""What a sentence is for its reader: does it ask, warn, tell, or only name something; and under which «если»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from reports.texts.document import Block, BlockKind, Sentence
from reports.texts.labels import labels_in
from reports.texts.phrases import Phrase, phrases_of
from reports.texts.verbs import CONDITION, HAPPENING, NEGATING, Verb
from reports.texts.words import Form, Token, tokens_of

PRINTED_WORDS = 4  # a line with so few words, and without a sign at its end, is what a picture shows
SENTENCE_SIGNS = ".!?:;,…"
ALARMS = {"внимание", "важно", "осторожно"}
ALARM_MARKS = ("!", "⚠", "⚠️")
AT_END = re.compile(r",\s+(?=(?:в случае,?\s+)?если\s)")
NOTE = re.compile(r"^[А-ЯЁ][а-яё]+(?: [а-яё]+)?: (?=[Ее]сли )")  # «Примечание: если …»
ASKING = (Form.ORDER, Form.INFINITIVE, Form.TOGETHER)
NAMING = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PAGE, BlockKind.COLUMN)


class SentenceKind(StrEnum):
    """What a sentence does, in the words for its readers; the first three are kinds of clauses too."""

    ASKS = "действие"
    WARNS = "предупреждение"
    TELLS = "факт"
    NAMES = "название или подпись"


def kind_of(sentence: Sentence) -> SentenceKind:
    """Say what a sentence does; «не нажимайте» warns and never asks."""
    if names_only(sentence):
        return SentenceKind.NAMES
    tokens = tokens_of(sentence.quoted)
    if _is_chain(tokens) or any(asks(phrase) or phrase.is_noun for phrase in phrases_of(tokens)):
        return SentenceKind.ASKS
    return SentenceKind.WARNS if warns(sentence) else SentenceKind.TELLS


def _is_chain(tokens: Sequence[Token]) -> bool:
    """Say whether a sentence is a way through a menu: «Настройки → Сервисы → «Подключить»»."""
    return any(token.form is Form.ARROW for token in tokens)


def asks(phrase: Phrase) -> bool:
    """Say whether a phrase is an order to do something that can be done."""
    is_order = phrase.head is not None and phrase.head.form in (*ASKING, Form.HAPPENS)
    return is_order and phrase.verb not in (*HAPPENING, Verb.FIND)


def warns(sentence: Sentence) -> bool:
    """Say whether a sentence forbids something or calls for attention."""
    tokens = tokens_of(sentence.text)
    lemmas = [token.lemma for token in tokens]
    forbids = any(
        one == "не" and two.form is Form.ORDER for one, two in zip(lemmas, tokens[1:], strict=False)
    )
    return forbids or bool(NEGATING.union(ALARMS) & set(lemmas)) or sentence.block.number in ALARM_MARKS


def names_only(sentence: Sentence) -> bool:
    """Say whether a sentence only names something: a heading, a picture, a page, a column, what a picture shows."""
    block = sentence.block
    lone = len(sentence.text.split()) == 1 and sentence.text[-1:] not in SENTENCE_SIGNS
    is_bare_cell = block.kind is BlockKind.CELL and (
        lone or not any(each.isalpha() for each in sentence.text)
    )
    return block.kind in NAMING or is_bare_cell or is_printed(block)


def is_printed(block: Block) -> bool:
    """Say whether a line of its own is what a picture of a screen shows: few words, no sign, nothing quoted."""
    few = len(block.text.split()) <= PRINTED_WORDS
    if block.kind is not BlockKind.PARAGRAPH or not few or block.text[-1:] in SENTENCE_SIGNS:
        return False
    return not any(token.form in (Form.LABEL, Form.ADDRESS) for token in tokens_of(block.quoted))


def condition_of(text: str) -> str:
    """Return the «если …» a sentence begins with, its «или», or the question it is; nothing if all do what it says."""
    text = NOTE.sub("", text)
    opening = [word.strip(",").lower() for word in text.split()[:3]]
    if text.endswith("?"):
        return text[:1].lower() + text[1:-1]
    if opening[:1] == ["или"]:
        return "или"
    if opening[:2] == ["при", "необходимости"]:
        return "при необходимости"
    if opening[:1] and (opening[0] in CONDITION or opening == ["в", "случае", "если"]):
        said = re.split(r"[,:(]", text)[0].strip().rstrip(".!?")
        return said[:1].lower() + said[1:]
    return ""


def condition_at_end_of(text: str) -> str:
    """Return the «если …» a sentence ends with: «подождите, если появилось сообщение»; nothing if more follows it."""
    masked = text
    for label in labels_in(text):
        masked = f"{masked[: label.start]}{'x' * (label.end - label.start)}{masked[label.end :]}"
    starts = [found.end() for found in AT_END.finditer(masked)]
    said = text[starts[-1] :] if starts else ""
    more_follows = any(phrase.head for phrase in phrases_of(tokens_of(said)))
    return "" if more_follows else said.rstrip(" .!;:")


class Forks:
    """Knows, sentence after sentence, the «если» each stands under: its own, its block's, or that over its list."""

    def __init__(self) -> None:
        """Begin before the first sentence of a document."""
        self._block: Block | None = None
        self._fork = ""
        self._is_over_list = False

    def fork_of(self, sentence: Sentence) -> str:
        """Return the condition and the number of the sentence that has it; nothing on the main way."""
        block = sentence.block
        if block.kind in (BlockKind.PAGE, BlockKind.CAPTION):
            return ""  # what was set between an «если …:» and its list ends nothing
        if block is not self._block and not (self._is_over_list and block.kind is BlockKind.ITEM):
            self._fork, self._is_over_list = "", False
        self._block = block
        if condition := condition_of(sentence.text):
            self._fork = f"{condition} ({sentence.number})"
            self._is_over_list = sentence.text.rstrip().endswith(":")
        return self._fork
