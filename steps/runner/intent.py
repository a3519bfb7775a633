"""What a scenario would do and to whom, known before it runs: from its steps' declarations, captions and «Дано»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from fixtures.browser import Chromium
from fixtures.cast import ME
from fixtures.conduct.deeds import Deed
from fixtures.conduct.guard import as_address
from fixtures.people import Persona
from fixtures.phones import as_number
from fixtures.stand import Stand
from fixtures.world import World
from steps.language.deeds import deeds_of, texts_of
from steps.language.kinds import KINDS
from steps.language.sentence import Sentence
from steps.runner.execution import arguments_of
from steps.runner.items import ScenarioItem

ANY_SEED = 1  # people are invented from it only to be held against those there are
NAMING = tuple(KINDS[name] for name in ("Who", "Whose", "Other", "Owner"))
MAKES_WHAT_LACKS = (Deed.CONFIRM, Deed.LINK)  # by these somebody without VK ID or profile gets one


@dataclass(frozen=True)
class Intent:
    """Each deed with the first step that would do it, the first step that declares none, and whom it is about."""

    deeds: Mapping[Deed, str]
    people: Mapping[str, Persona]
    sign_ins: int = 0  # at least
    undeclared: str = ""


def intent_of(item: ScenarioItem, stand: Stand) -> Intent:
    """Read it off a scenario, whose «Дано» about people are carried out on nobody."""
    world, deeds, undeclared, sign_ins = _nowhere(stand), dict[Deed, str](), "", 0
    typed = dict[str, str]()
    world.person(ME)
    for step in item.steps:
        definition = item.matches[step["id"]][0]
        done = deeds_of(definition, step)
        undeclared = undeclared or ("" if done else step["text"])
        sign_ins += Deed.SIGN_IN in done
        deeds = {**dict.fromkeys(done, step["text"]), **deeds}
        typed |= dict.fromkeys(_contacts(texts_of(definition, step)), step["text"])
        _meet(world, definition.context, step, only_tells=done == {Deed.TELL})
    if strange := [text for contact, text in typed.items() if contact not in _contacts_of(world)]:
        deeds.setdefault(Deed.OTHERS, strange[0])
    lacking = [one for one in world.people.values() if not (one.has_vk_id and one.has_profile)]
    if making := [deeds[deed] for deed in MAKES_WHAT_LACKS if deed in deeds and lacking]:
        deeds.setdefault(Deed.REGISTER, making[0])
    return Intent(deeds, world.people, sign_ins, undeclared)


def _contacts(texts: Iterable[str]) -> list[str]:
    """The phones and mailboxes among them."""
    return [found for one in texts if (found := as_number(one) or as_address(one))]


def _contacts_of(world: World) -> set[str]:
    return {*_contacts(each for one in world.people.values() for each in (one.phone, one.email))}


def _nowhere(stand: Stand) -> World:
    """A world that nobody ever acts in: it has people and nothing else."""
    return World(stand, None, cast(Chromium, None), ANY_SEED)


def _meet(world: World, context: Any, step: dict[str, Any], only_tells: bool) -> None:
    """Know whom the step speaks of, and what it says of them where it says nothing else."""
    parser = context.parser
    for kind, said in parser.places(step["text"]) if isinstance(parser, Sentence) else ():
        if kind in NAMING:
            world.person(str(kind.convert(said)))
    if only_tells and step["type"] == "Context":
        arguments = arguments_of(context, step)
        wanted = set(context.step_func.__code__.co_varnames[: context.step_func.__code__.co_argcount])
        if "world" in wanted and "actor" not in wanted:
            context.step_func(**arguments, world=world)


def refusal(intent: Intent, stand: Stand) -> str:
    """Why the stand does not let a scenario with this intent run, in Russian; empty if it does."""
    if stand.live and intent.undeclared:
        return (
            f"шаг «{intent.undeclared}» не говорит, что он делает (does): на живой системе такой не выполняют"
        )
    refused = [deed for deed in reversed(Deed) if deed in intent.deeds and deed not in stand.allowed]
    return f"не позволено {refused[0].words}: «{intent.deeds[refused[0]]}»" if refused else ""
