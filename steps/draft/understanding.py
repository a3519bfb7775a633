"""From a sentence to what is done and seen: the phrases of each verb, in order, and what stays not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reports.texts.words import Form, Token, tokens_of
from steps.draft import entering, looking, pressing, signing
from steps.draft.arrows import segments_of
from steps.draft.context import Context
from steps.draft.phrases import Phrase, phrases_of
from steps.draft.verbs import Verb
from steps.draft.vocabulary import Act, Deed

Rule = Callable[[Phrase, Context], Iterator[Act]]
RULES: dict[Verb | None, Rule] = {
    None: pressing.by_means,
    Verb.PRESS: pressing.press,
    Verb.GO: pressing.go,
    Verb.TICK: pressing.tick,
    Verb.ACCEPT: pressing.press,
    Verb.CHANGE: pressing.change,
    Verb.CLOSE: pressing.close,
    Verb.RELOAD: pressing.reload,
    Verb.SIGN_IN: signing.sign_in,
    Verb.ENTER: entering.enter,
    Verb.REPEAT: entering.repeat,
    Verb.CHECK: looking.check,
    Verb.SEE: looking.see,
    Verb.VANISH: looking.vanish,
    Verb.ARRIVE: looking.arrive,
    Verb.FIND: looking.find,
    Verb.WAIT: looking.wait,
}
ASKING = (Form.ORDER, Form.INFINITIVE, Form.TOGETHER)
# What may be said besides without asking for anything of its own, once the sentence has given a step.
BESIDES = (Verb.GO, Verb.ACCEPT, Verb.FIND, Verb.PRESS, Verb.CHECK)


@dataclass(frozen=True)
class Understanding:
    """What a sentence gave: its acts in order, and the words of it that ask for something nobody knows."""

    acts: tuple[Act, ...] = ()
    unknown: tuple[str, ...] = ()


def understand(sentence: str, context: Context) -> Understanding:
    """Take a sentence apart; `context` knows what was said before it and learns what it says."""
    acts: list[Act] = []
    unknown: list[tuple[Verb | None, str]] = []
    for tokens in segments_of(tokens_of(sentence)):
        for phrase in phrases_of(tokens):
            found = list(RULES[phrase.verb](phrase, context))
            acts = _in_order(acts, found, phrase)
            context.remember(found)
            if not found and phrase.head and phrase.head.form in ASKING:
                unknown.append((phrase.verb, _said(phrase)))
    left = tuple(words for verb, words in unknown if not (acts and verb in BESIDES))
    return Understanding(tuple(acts), left)


def _in_order(acts: Sequence[Act], found: Sequence[Act], phrase: Phrase) -> list[Act]:
    """A code arrives before it is entered, although «код, который придёт» says so behind."""
    arriving = (
        phrase.verb is Verb.ARRIVE and acts and acts[-1].deed in (Deed.ENTER_CODE, Deed.ENTER_MAILED_CODE)
    )
    return [*acts[:-1], *found, acts[-1]] if arriving else [*acts, *found]


def _said(phrase: Phrase) -> str:
    head = phrase.head.text if phrase.head else ""
    return " ".join([head, *(_quoted(token) for token in phrase.after)])


def _quoted(token: Token) -> str:
    return f"«{token.text}»" if token.form is Form.LABEL else token.text
