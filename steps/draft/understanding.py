"""From a sentence to what is done and seen: the phrases of each verb, in order, and what stays not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reports.texts.kinds import asks
from reports.texts.phrases import Phrase, phrases_of
from reports.texts.verbs import Verb
from reports.texts.words import Form, Token, tokens_of
from steps.draft import entering, looking, pressing, signing
from steps.draft.arrows import segments_of
from steps.draft.context import Context
from steps.draft.leaving_out import happening, is_left_out, states_in
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
    Verb.RESTORE: pressing.restore,
    Verb.FIND: looking.find,
    Verb.WAIT: looking.wait,
}
ADVERBIAL = (Form.NOUN, Form.GERUND)
KEYS = {"enter", "ввод"}


@dataclass(frozen=True)
class Understanding:
    """What a sentence gave: its acts in order, and the words of it that ask for something nobody knows.

    `left_out` are the words that tell, beside the acts, what happens and no step says.
    """

    acts: tuple[Act, ...] = ()
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def understand(sentence: str, context: Context) -> Understanding:
    """Take a sentence apart; `context` knows what was said before it and learns what it says."""
    acts: list[Act] = []
    unknown: list[Phrase] = []
    untold: list[Phrase] = []
    everything = tokens_of(sentence)
    context.around = frozenset(token.lemma for token in everything)
    phrases = [phrase for tokens in segments_of(everything) for phrase in phrases_of(tokens)]
    for number, phrase in enumerate(phrases):
        found = list(RULES[phrase.verb](phrase, context))
        if not found and asks(phrase) and not _says_the_same(phrases, number, context):
            unknown.append(phrase)
        if not found and is_left_out(phrase):
            untold.append(phrase)
        acts = _in_order(acts, found, phrase)
        context.remember(found)
    is_intro = not acts and sentence.rstrip().endswith(":")
    happens = dict.fromkeys(_written(each) for each in (*map(happening, untold), *states_in(everything)))
    left_out = tuple(happens) if acts else ()
    return Understanding(tuple(acts), () if is_intro else tuple(map(_said, unknown)), left_out)


def _says_the_same(phrases: Sequence[Phrase], at: int, context: Context) -> bool:
    """Say whether a phrase without a step of its own only names what another one does.

    «Нажатием на «X» откройте форму», «примите согласие, нажав «X»», «откройте журнал и войдите в него»,
    «наберите адрес и нажмите Enter».
    """
    verb = phrases[at].verb
    before, after = phrases[at - 1] if at else None, phrases[at + 1] if at + 1 < len(phrases) else None
    if after and after.head and after.head.form is Form.GERUND:
        return True
    if verb is Verb.PRESS:
        opened = context.last is not None and context.last.deed is Deed.OPEN
        return opened and any(token.lemma in KEYS for token in phrases[at].after)
    if before and before.verb is Verb.PRESS and before.head and before.head.form in ADVERBIAL:
        return True
    followed = after.verb if after else None
    return (verb, followed) in ((Verb.GO, Verb.SIGN_IN), (Verb.CHECK, Verb.SEE), (Verb.CHECK, Verb.VANISH))


def _in_order(acts: Sequence[Act], found: Sequence[Act], phrase: Phrase) -> list[Act]:
    """A code arrives before it is entered, although «код, который придёт» says so behind."""
    arriving = (
        phrase.verb is Verb.ARRIVE and acts and acts[-1].deed in (Deed.ENTER_CODE, Deed.ENTER_MAILED_CODE)
    )
    return [*acts[:-1], *found, acts[-1]] if arriving else [*acts, *found]


def _said(phrase: Phrase) -> str:
    """Return the words of a phrase as they were written, without the signs and the «и» at its ends."""
    return _written([*([phrase.head] if phrase.head else []), *phrase.after])


def _written(tokens: Sequence[Token]) -> str:
    said = ""
    for token in tokens:
        said += token.text if token.form is Form.SIGN and token.text not in "(—–-+" else f" {_quoted(token)}"
    return said.strip(" ,.;:!?").removesuffix(" и").rstrip(",")


def _quoted(token: Token) -> str:
    return f"«{token.text}»" if token.form is Form.LABEL else token.text
