"""What a run would do to whom, as a person is told before anything is done: on a stand that is not ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fixtures.conduct.deeds import HARMLESS, Deed, in_words
from fixtures.residents.agreement import Agreed
from fixtures.residents.choosing import Choice, NobodyFits, PastLoans, choices
from fixtures.residents.company import STAFF
from fixtures.residents.reading import Resident
from fixtures.residents.wishes import Wish
from fixtures.stand import Stand
from steps.runner.intent import ANY_SEED, Intent, refusal

TO_LOOK = 1  # sign-in more, for whoever is put back: whether all is as before
RETURNED = frozenset({Deed.LINK, Deed.UNLINK})
NOTHING_LASTS = "только входить и смотреть"


@dataclass
class Share:
    """What would be done with one person."""

    scenarios: int = 0
    deeds: set[Deed] = field(default_factory=set)

    def add(self, deeds: Iterable[Deed]) -> None:
        """One more scenario has this person."""
        self.scenarios += 1
        self.deeds |= set(deeds)


@dataclass(frozen=True)
class Intended:
    """The whole of it: with whom what, how often somebody signs in at least, and why what is left is not done.

    Those are `owed` whom a run before has left otherwise than they were.
    """

    stand: Stand
    shares: Mapping[str, Share]
    called: Mapping[str, str]
    scenarios: int
    sign_ins: int
    left_out: Mapping[str, int]
    owed: Sequence[str] = ()

    @property
    def agreed(self) -> Agreed:
        """What is agreed to by whoever agrees to this."""
        return Agreed({key: frozenset(one.deeds) for key, one in self.shares.items()}, frozenset(self.owed))

    def lines(self) -> Iterator[str]:
        """Tell it."""
        kind = "живая система" if self.stand.live else "не наш симулятор"
        yield f"Стенд «{self.stand.title}» — {kind}. Что будет сделано и с кем:"
        yield from (f"  {line}" for line in self._returned())
        yield from (f"  {line}" for key in sorted(self.shares) for line in self._person(key))
        if not self.shares:
            yield "  ничего и ни с кем"
        yield f"Сценариев: {self.scenarios}; входов — не меньше {self.sign_ins}{self._limit()}."
        if self.left_out:
            yield f"Не выполним: {sum(self.left_out.values())}"
            yield from (
                f"  {number} — {why}" for why, number in sorted(self.left_out.items(), key=_commonest)
            )

    def _returned(self) -> Iterator[str]:
        if self.owed:
            yield "Сначала вернём, как было, тех, кого оставил прежний прогон:"
            yield from (f"  {self.called[key]}" for key in self.owed)

    def _person(self, key: str) -> Iterator[str]:
        share = self.shares[key]
        lasting = frozenset(share.deeds) - HARMLESS
        yield f"{self.called[key]} — сценариев: {share.scenarios}"
        returned, kept = lasting & RETURNED, lasting - RETURNED
        yield from (f"  {in_words(returned)} — потом вернём как было",) if returned else ()
        yield from (f"  {in_words(kept)} — этого не вернуть",) if kept else ()
        yield from () if lasting else (f"  {NOTHING_LASTS}",)

    def _limit(self) -> str:
        if self.stand.sign_ins_per_hour is None:
            return ""
        more = self.sign_ins > self.stand.sign_ins_per_hour
        rest = "; на что входов не хватит, то пропустим" if more else ""
        return f", за час позволено {self.stand.sign_ins_per_hour}{rest}"


def _commonest(told: tuple[str, int]) -> tuple[int, str]:
    return -told[1], told[0]


def intended(
    stand: Stand,
    planned: Sequence[tuple[Intent, str]],
    residents: Sequence[Resident],
    known: PastLoans,
    left: Collection[str] = (),
) -> Intended:
    """Go through what is planned as the run would; beside each intent stands why the stand lacks what it needs.

    The first scenario puts those back who were `left` by a run before.
    """
    shares: dict[str, Share] = {}
    left_out, uses = Counter[str](), Counter(known.uses)
    scenarios = sign_ins = 0
    for intent, lack in planned:
        try:
            if why := lack or refusal(intent, stand).partition(":")[0]:
                raise NobodyFits(why)
            choice = _chosen(intent, residents, PastLoans(uses, known.spent))
            prepared = {key: _prepared(intent, key, one) for key, one in choice.residents.items()}
            if refused := frozenset().union(*prepared.values()) - stand.allowed:
                raise NobodyFits(f"не позволено {in_words(refused)}")
        except NobodyFits as nobody:
            left_out[str(nobody)] += 1
            continue
        scenarios, sign_ins = scenarios + 1, sign_ins + intent.sign_ins + TO_LOOK
        for key, one in choice.residents.items():
            shares.setdefault(one.key, Share()).add({*intent.deeds, *prepared[key]})
            uses[one.key] += 1
    called = {one.key: _called(one) for one in residents}
    owed = [one.key for one in residents if scenarios and one.key in left]
    return Intended(stand, shares, called, scenarios, sign_ins + len(owed) * TO_LOOK, left_out, owed)


def _chosen(intent: Intent, residents: Sequence[Resident], known: PastLoans) -> Choice:
    wishes = {key: Wish.of(one, ANY_SEED) for key, one in intent.people.items() if key not in STAFF}
    return next(choices(wishes, residents, known))


def _prepared(intent: Intent, key: str, one: Resident) -> frozenset[Deed]:
    """What has to be done before, for this one to be as the scenario wants them."""
    wanted = intent.people[key].account.linked
    unlike = one.as_persona(key).account.linked != wanted
    return frozenset({Deed.LINK if wanted else Deed.UNLINK} if unlike else ())


def _called(one: Resident) -> str:
    """As the people's file knows them: no phone, no login."""
    return f"{one.key}: {one.last_name} {one.first_name} {one.middle_name}, журнал «{one.journal}»"
