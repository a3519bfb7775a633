"""The sentences scenarios are written in: what each does, what stands in its places, where this run used it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from reports.model import Model
from reports.page import Page
from reports.record.catalogue import CatalogueTold, SentenceTold
from reports.record.run import Run, Scenario, Step
from reports.wording import by_itself

PATH = "sentences.html"
Definition = tuple[str, str]  # its pattern, and the file and line it stands in


@dataclass(frozen=True)
class Use:
    """A step of the run that is the sentence, and the scenario it stands in."""

    scenario: Scenario
    step: Step

    @property
    def words(self) -> str:
        """The sentence as it stands by itself."""
        return by_itself(self.step)


@dataclass(frozen=True)
class Phrase:
    """A sentence and its uses in the run."""

    told: SentenceTold
    uses: tuple[Use, ...]

    @property
    def example(self) -> Use | None:
        """The use that is shown: the shortest, and what a person does rather under «Когда»."""
        prepares = "Когда" in self.told.keywords
        return min(
            self.uses,
            key=lambda use: (prepares and use.step.kind == "Context", len(use.words)),
            default=None,
        )

    @property
    def scenarios(self) -> int:
        """How many scenarios say it."""
        return len({use.scenario.place.identity for use in self.uses})


def pages(model: Model) -> Iterator[Page]:
    """Yield the page; nothing when the record does not tell the sentences."""
    for catalogue in model.run.facts(CatalogueTold)[:1]:
        used = uses(model.run)
        phrases = [
            Phrase(told, tuple(used.get((told.pattern, told.source), ()))) for told in catalogue.sentences
        ]
        topics = [(topic, list(each)) for topic, each in groupby(phrases, key=lambda one: one.told.topic)]
        content = {"keywords": catalogue.keywords, "topics": topics, "total": len(phrases)}
        yield Page(PATH, "sentences.html", "Словарь шагов", content, "Словарь шагов")


def uses(run: Run) -> Mapping[Definition, list[Use]]:
    """Return the run's steps by the definition they have."""
    found: dict[Definition, list[Use]] = {}
    for scenario in run.scenarios:
        for step in scenario.steps:
            for definition in step.definitions:
                found.setdefault(run.definitions[definition], []).append(Use(scenario, step))
    return found
