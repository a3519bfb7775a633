"""`--shard K/N`: the share of this machine of what was chosen, the same on every machine that asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from reports.record.durations import Durations, read_durations
from reports.record.folder import OUT
from reports.record.revision import revision
from reports.record.shard import ShardTold, plan_of, split_of, written
from reports.record.stored import RecordUnreadable
from steps.runner.items import ScenarioItem
from steps.runner.split import USUAL_DURATIONS, shard, split

if TYPE_CHECKING:
    from steps.language.features import FeatureDocument


@dataclass(frozen=True)
class Share:
    """What this process carries out of a whole, and the files that the whole plan is from."""

    told: ShardTold
    files: frozenset[str] = frozenset()


SHARE = pytest.StashKey[Share]()
DURATIONS = pytest.StashKey[Durations]()
TOLD = "svyazka_shard"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the part and by what the whole is split."""
    group = parser.getgroup("svyazka", "Связка")
    group.addoption("--shard", metavar="K/N", help="только часть K из N")
    group.addoption("--split-by", metavar="FROM", help="по каким длительностям делить на части")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Find out, before any worker starts, what all parts have alike; a worker is told."""
    if config.option.shard is None:
        return
    _read(config)
    if hasattr(config, "workerinput"):
        config.stash[SHARE] = Share(ShardTold.read(config.workerinput[TOLD]))
        return
    if getattr(config.option, "failed", False):
        raise pytest.UsageError("--failed вместе с --shard не работает: у каждой части свой прошлый раз")
    number, of = shard(config.option.shard)
    if config.option.out == OUT:  # parts on one machine must not meet
        config.option.out = str(config.rootpath / OUT / f"shard-{number}-of-{of}")
    now = revision(config.rootpath)
    told = ShardTold(number, of, code=now.code, commit=now.commit, seed=config.option.seed)
    config.stash[SHARE] = Share(told)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker which part this is, and of which code."""
    if SHARE in node.config.stash:
        node.workerinput[TOLD] = asdict(node.config.stash[SHARE].told)


def _read(config: pytest.Config) -> None:
    """Read what is split by, where something is; raise UsageError for what cannot be understood."""
    usual, asked = config.rootpath / USUAL_DURATIONS, config.option.split_by
    path = config.invocation_params.dir / asked if asked else usual
    try:
        shard(config.option.shard)
        config.stash[DURATIONS] = read_durations(path) if asked or usual.is_file() else Durations({})
    except (ValueError, RecordUnreadable) as problem:
        raise pytest.UsageError(str(problem)) from None


def keep_share(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave of the scenarios those of this part, and note what the whole is; problems belong to every part."""
    if SHARE not in config.stash:
        return
    told = config.stash[SHARE].told
    whole = [item for item in items if isinstance(item, ScenarioItem)]
    parts = split(config.stash[DURATIONS], [item.identity for item in whole], told.of)
    plan = plan_of(written(item.identity, item.pickle) for item in whole)
    told = replace(told, planned=len(whole), plan=plan, split=split_of(parts))
    config.stash[SHARE] = Share(told, frozenset(item.document.uri for item in whole))
    elsewhere = {item for item in whole if parts[item.identity] != told.number}
    items[:] = [item for item in items if item not in elsewhere]


def planned_in_all(config: pytest.Config, here: int) -> int:
    """Return how many scenarios all parts together plan; `here` is how many this process has."""
    return config.stash[SHARE].told.planned if SHARE in config.stash else here


def told_by_share(
    config: pytest.Config, documents: Sequence[FeatureDocument], scenarios: Sequence[ScenarioItem]
) -> list[FeatureDocument]:
    """Return the documents this part tells of: those of its scenarios; the first part also those of nobody's."""
    if SHARE not in config.stash:
        return list(documents)
    share, here = config.stash[SHARE], {item.document.uri for item in scenarios}
    is_first = share.told.number == 1
    return [each for each in documents if each.uri in here or (is_first and each.uri not in share.files)]


def told_shard(config: pytest.Config, selection: str) -> list[ShardTold]:
    """Return which part this run is, once its share is known; nothing for a whole run."""
    return [replace(config.stash[SHARE].told, selection=selection)] if SHARE in config.stash else []
