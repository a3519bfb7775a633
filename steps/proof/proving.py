"""Trying the scenarios on the product with each defect, until somebody notices or, for a whole proof, to the end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from fixtures.product import Product
from reports.record.kills import Defect, Ending, Matrix, Row, Try
from steps.proof.notebook import CONTROL, HARMLESS, Notebook
from steps.proof.places import Places, touching
from steps.proof.protocol import tried_by_test
from steps.proof.trying import carry_out, touched_by
from steps.runner.items import ScenarioItem

T = TypeVar("T")
STUMBLES = 8
TRIES = 60
TELL_EVERY = 25
Say = Callable[[str], None]
COMBINED = Defect(HARMLESS, "Все безвредные изменения сразу.", harmless=True)
NONE = Defect(CONTROL, "Без дефекта.", harmless=True)


@dataclass(frozen=True)
class Proof:
    """What is tried: the scenarios, the defects, whether all of a defect's scenarios are or how many at most; and where
    that is noted.
    """

    places: Places
    defects: Sequence[Defect]
    notebook: Notebook
    whole: bool
    before: Matrix | None
    say: Say
    shard: tuple[int, int] = (1, 1)
    most: int = TRIES

    def mine(self, all_of_them: Iterable[T]) -> list[T]:
        """Return the part of something that belongs to this shard."""
        number, of = self.shard
        return [one for at, one in enumerate(all_of_them) if at % of == number - 1]

    def try_defect(self, defect: Defect, coming: Collection[str] | None) -> Row:
        """Try the scenarios that come to its place, until one of them catches it or, in a whole proof, all of them.

        What no screen shows has a test of its own, which comes first.
        """
        by_test = [tried_by_test(defect)] if defect.test else []
        if by_test and not self.whole and by_test[0].ending is Ending.CAUGHT:
            return Row(defect, len(coming or ()), tuple(by_test))
        catchers = self._catchers(defect)
        candidates = self.places.candidates(defect, coming, catchers)
        tries: list[Try] = []
        for item in candidates:
            may_catch = item.identity in catchers or self.places.speaks_of(item, defect)
            if not self.whole and _is_enough(tries, self.most, may_catch):
                break
            tries.append(self._tried(item, defect))
        if not any(one.ending is Ending.CAUGHT for one in tries):
            tries += by_test
        return Row(defect, len(candidates), tuple(tries))

    def try_harmless(self, names: Sequence[str] | None = None) -> None:
        """Carry out these scenarios, or all, with all harmless changes, and note what their worlds came across.

        Where one does not pass, it is tried with each change by itself.
        """
        changes = [one for one in self.defects if one.harmless]
        product = Product(tuple(one.id for one in changes), noted=True)
        for item in self._left(HARMLESS, "Безвредные изменения", names):
            one = self._noted(item, product, COMBINED)
            if one.ending is not Ending.PASSED:
                for change in changes:
                    self._tried(item, change)

    def try_control(self) -> None:
        """Carry out every scenario on the product as it is."""
        for item in self._left(CONTROL, "Без дефекта"):
            self._noted(item, Product(noted=True), NONE)

    def _left(self, what: str, called: str, names: Sequence[str] | None = None) -> Iterator[ScenarioItem]:
        """Yield those of these scenarios, or of all, that are this shard's and not tried yet; tell how far it is."""
        items = self.places.items
        done = self.notebook.of(what)
        left = [name for name in self.mine(items if names is None else names) if name not in done]
        for number, name in enumerate(left, 1):
            yield items[name]
            if number % TELL_EVERY == 0 or number == len(left):
                self.say(f"{called}: {number} из {len(left)} сценариев")

    def harmless_row(self, change: Defect) -> Row:
        """What is known of a harmless change: who passed with all of them at once has passed with it."""
        passed = {
            name: Try(change.id, name, Ending.PASSED, origin=one.origin)
            for name, one in self.notebook.of(HARMLESS).items()
            if one.ending is Ending.PASSED
        }
        tries = {**passed, **self.notebook.of(change.id)}
        return Row(change, len(tries), tuple(tries.values()))

    def _noted(self, item: ScenarioItem, product: Product, what: Defect) -> Try:
        """Carry the scenario out, and note besides which defects its world could have shown."""
        one = carry_out(item, product).as_try(item.identity, what)
        come_to = touching(self.defects, {one.scenario: touched_by(item)})
        self.notebook.note(one, touched=[defect for defect, names in come_to.items() if names])
        return one

    def _tried(self, item: ScenarioItem, defect: Defect) -> Try:
        done = self.notebook.of(defect.id).get(item.identity)
        if done is None:
            ended = carry_out(item, Product((defect.id,)))
            done = ended.as_try(item.identity, defect)
            self.notebook.note(done)
        return done

    def _catchers(self, defect: Defect) -> set[str]:
        """Who has caught it in the matrix that was kept, or just now."""
        rows = self.before.rows if self.before else ()
        kept = [one for row in rows if row.defect.id == defect.id for one in row.by(Ending.CAUGHT)]
        noted = [one for one in self.notebook.of(defect.id).values() if one.ending is Ending.CAUGHT]
        return {one.scenario for one in (*kept, *noted)}


def _is_enough(tries: Sequence[Try], most: int, may_catch: bool) -> bool:
    """Whether it is not worth going on: somebody has caught it, many stumbled over it elsewhere, or many more passed.

    Those most likely to catch it are tried first. Who does not speak of it cannot: it is tried to see whether anybody
    stumbles over it, and once somebody has, no more. For certain only a whole proof knows.
    """
    endings = [one.ending for one in tries]
    if Ending.CAUGHT in endings or (Ending.ACCIDENT in endings and not may_catch):
        return True
    stumbled = len(endings) - endings.count(Ending.PASSED)
    return stumbled >= STUMBLES or len(tries) >= most


def reached(notebook: Notebook, before: Matrix | None) -> Mapping[str, set[str]] | None:
    """Return for each defect the scenarios that come to its place: as just noted, else as kept; None if neither."""
    if (noted := notebook.reached) is not None:
        return noted
    if before is None or not before.touched:
        return None
    return {defect: {before.scenarios[at] for at in numbers} for defect, numbers in before.touched.items()}
