"""`svyazka.py bench --peers`: installs the peers, lets them run by turns, and tells how we stand."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from fixtures.environment.console import Progress
from tests.bench.figures import Figure
from tests.bench.peers.installing import Workshop
from tests.bench.peers.racing import Course, race
from tests.bench.peers.rivals import PEERS, Rival, ours
from tests.bench.peers.standing import BARE, BEHAVE, DEFAULT, peer_figures, standing
from tests.bench.peers.writing import scenarios
from tests.bench.spent import load

USUAL_ROUNDS = 9
FOLDER = Path(tempfile.gettempdir()) / "svyazka-peers"  # outside of the project, whose set-up is not theirs
GOALS = (BARE, BEHAVE, DEFAULT)


def compare_peers(rounds: int, named: Sequence[str] = (), folder: Path = FOLDER) -> list[Figure]:
    """Install, race with as many workers as `run` takes by itself, with one and with two; print the tables.

    `named` are the keys of those who take part besides those the goals speak of; nobody named is everybody.
    """
    shop = Workshop(folder)
    walked = scenarios()
    everybody = [*PEERS, *ours(walked)]
    taking_part = [each for each in everybody if not named or each.key in (*named, *GOALS)]
    present = [each for each in taking_part if shop.node or not each.needs_node]
    progress = Progress(f"Сравниваем с соседями, раундов: {rounds}.", 2 if named else 4)
    with progress.step("соседи ставятся в папку"):
        shop.install()
    course = Course(shop, walked)
    told = [_absent(taking_part, present)]
    figures = []
    for workers, title in _heats(named):
        before = load()
        with progress.step(title) as advanced:
            runners = [each for each in present if workers < 2 or each.variants > 1]
            times = race(course, runners, workers, rounds, advanced)
        told.append(
            f"{title}; нагрузка до начала {before:.1f}, после {load():.1f}, раундов {rounds}".replace(
                ".", ","
            )
        )
        told.append(standing(runners, times))
        if not workers:
            figures = peer_figures(times)
    print("\n" + "\n\n".join(filter(None, told)))
    return figures


def _heats(named: Sequence[str]) -> list[tuple[int, str]]:
    """How many workers, 0 where nobody says anything."""
    usual = [(0, "как каждый запускается сам")]
    return (
        usual
        if named
        else [*usual, (1, "по одному процессу со сценариями"), (2, "по два процесса со сценариями")]
    )


def _absent(wanted: Sequence[Rival], present: Sequence[Rival]) -> str:
    missing = [each.title for each in wanted if each not in present]
    return f"Без Node не измерены: {', '.join(missing)}. Поставьте Node с npm и повторите." if missing else ""
