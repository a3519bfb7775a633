"""What holds before a scenario and again after it, where nothing can be arranged: reached by the ways that people have.

It is done at computers of its own, which nobody watches. Who is beyond repair is taken no more; whoever could not be
put back for any other reason stays owed, and the next run tries again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress

import pytest
from playwright.sync_api import Error as BrowserError

from fixtures.conduct.deeds import Deed
from fixtures.conduct.guard import Conduct, NotAllowed
from fixtures.control import SimulatorDied
from fixtures.journals import journal_called
from fixtures.people import Persona
from fixtures.residents.choosing import NobodyFits
from fixtures.residents.keeping import Debt, EverybodyTaken
from fixtures.residents.reading import Resident
from fixtures.residents.spoiling import MADE_PROFILE, spoilt
from fixtures.sight.masks import names_of, secrets_of
from fixtures.sight.mismatch import Mismatch
from fixtures.world import World
from reports.record.masks import Masks
from steps.screens.actor import Actor
from steps.screens.phone import Phone
from steps.ways import journal, support, vk_id
from steps.ways.captions import captions_for

OURS = ("fixtures", "steps", "reports")  # whose errors speak to people


@contextmanager
def _apart(world: World, conduct: Conduct | None = None) -> Iterator[Actor]:
    """Somebody of the same people at a computer of its own."""
    other = world.apart(conduct)
    try:
        yield Actor(other)
    finally:
        other.close_computers()


def prepare(world: World, keys: Collection[str]) -> None:
    """Have those who were just taken as their scenario wants them, and know what they have read already."""
    assert world.company is not None
    _return_left_behind(world, keys)
    unlike = [key for key in keys if _is_unlike(world, world.people[key])]
    used = [key for key in keys if key in world.company.used_before]
    for key in unlike:
        conduct = world.company.conduct_with([key])
        _prove_allowed(conduct, world.wanted_links[key])
        world.company.owe([key], {})
        with _apart(world, conduct) as actor:
            actor.sit(key, key)
            _make(actor, linked=world.wanted_links[key])
    if "phone" in world.stand.powers and (seen := {*unlike, *used}):
        with _apart(world) as actor:
            world.read_before |= {
                address: number for key in seen for address, number in _messages(actor, key)
            }


def _is_unlike(world: World, person: Persona) -> bool:
    """Whether somebody's profile has to be linked or unlinked for this scenario."""
    return person.account.linked != world.wanted_links[person.key]


def _return_left_behind(world: World, keys: Collection[str]) -> None:
    """Put those back who were waited for in vain: their scenario has come to no end; raises NobodyFits."""
    company = world.company
    assert company is not None
    for key, debt in [*company.left_behind(keys)]:
        resident = company.residents[key]
        _bring_home(world, resident, resident.as_persona(key), debt)
        if [*company.left_behind([key])]:
            raise NobodyFits("человека, который подходит, не удалось вернуть как было")


def _prove_allowed(conduct: Conduct | None, linked: bool) -> None:
    """What a scenario wants changed beforehand is its deed; only what is put back afterwards is not."""
    if conduct is not None:
        deed = Deed.LINK if linked else Deed.UNLINK
        conduct.prove({deed}, "Дано учебный профиль привязан" if linked else "Дано он не привязан")


def _messages(actor: Actor, key: str) -> Iterator[tuple[str, int]]:
    actor.sit(key, key)
    kept: list[Phone] = [actor.phone]
    if actor.person.email and "mailbox" in actor.world.stand.powers:
        kept.append(actor.mailbox)
    for one in kept:
        yield one.address, one.number_of_messages()


def put_back(world: World) -> None:
    """Have everybody who acted as the file says; whoever is not stays owed, or is taken no more."""
    company = world.company
    if company is None:
        return
    if "support" in company.holds:
        # What is left, the next one sees.
        with suppress(Mismatch, BrowserError), world.apart_from_it(), _apart(world) as actor:
            support.handle_all(actor)
    told = {key: one.as_persona(key) for key, one in company.residents.items()}
    told = {key: one for key, one in told.items() if key in world.acted or _is_unlike(world, one)}
    debt = Debt(world.done, len(company.residents) > 1)
    for key in sorted(told, key=lambda key: told[key].account.linked):  # first who must not be linked
        try:
            _bring_home(world, company.residents[key], told[key], debt)
        except SimulatorDied:
            return


def collect_debts(world: World) -> None:
    """Put back whom a scenario has left that came to no end: its process was killed, or was told to stop at once.

    As long as nobody may sign in they wait.
    """
    company = world.company
    if company is None:
        return
    with suppress(SimulatorDied, NotAllowed, EverybodyTaken), closing(company.debts()) as debts:
        for resident, debt in debts:
            company.take_turn()
            _bring_home(world, resident, resident.as_persona(resident.key), debt)


def _bring_home(world: World, resident: Resident, person: Persona, debt: Debt) -> None:
    """Have somebody as the file says, or known to be beyond repair; where neither comes about they stay owed.

    However long the scenario has taken, there is time for it.
    """
    company = world.company
    assert company is not None
    try:
        with world.apart_from_it():
            spent = _why_spent(world, person, debt)
        company.answer_for(resident, spent)
    except SimulatorDied:
        raise
    except (Exception, pytest.skip.Exception) as error:  # noqa: BLE001 - whatever it is, it must not be forgotten
        masks = Masks(world.stand.hides, names_of([person]), secrets_of([person]))
        company.leave_out(resident, debt, masks.text(_in_words(error)))


def _in_words(error: BaseException) -> str:
    """The error in one line for people; of what speaks to nobody only what it is."""
    if isinstance(error, BrowserError):
        return "страница не отвечает"
    is_told = type(error).__module__.partition(".")[0] in OURS or isinstance(error, pytest.skip.Exception)
    first, *_ = str(error).splitlines() or [""]
    return first if is_told and first else f"непредвиденная ошибка {type(error).__name__}"


def _why_spent(world: World, person: Persona, debt: Debt) -> str:
    """Have somebody as the file says; say why they never can be, empty if they are."""
    try:
        return spoilt(person, debt.done, debt.crowded) or _returned(world, person)
    except NoWay as shut:
        return f"вернуть как было нельзя: {shut}"


def _returned(world: World, person: Persona) -> str:
    """Have their profile linked, or not, as the file says; say why they are not the same all the same."""
    with _apart(world) as actor:
        actor.world.people = {**actor.world.people, person.key: person}
        actor.sit(person.key, person.key)
        changed = _make(actor, person.account.linked)
    return MADE_PROFILE if changed and not person.has_profile else ""


def _make(actor: Actor, linked: bool) -> bool:
    """Have the profile of whoever acts linked or not; say whether it was otherwise."""
    journal.sign_in(actor, actor.person.account)
    if journal.is_linked(actor) == linked:
        return False
    if linked:
        journal.begin_linking(actor)
        vk_id.walk_to_the_end(actor)
        journal.see_link(actor)
    else:
        _unlink(actor)
    return True


def _unlink(actor: Actor) -> None:
    """As the journal lets its people; where it does not, by the desk of the support that is ours."""
    account = actor.person.account
    if captions_for(actor).unlink:
        journal.unlink(actor)
    elif actor.world.stand.simulator and journal_called(account.journal).support:
        actor.world.have_to_oneself("support")
        support.ask_to_unlink(actor, account)
        support.handle(actor)
    else:
        raise NoWay("в журнале нет кнопки, которая отвязывает")


class NoWay(LookupError):
    """No screen of the journal leads there; the message is Russian."""
