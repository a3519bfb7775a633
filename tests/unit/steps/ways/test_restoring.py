"""Whoever could not be put back stays owed, and is told of; only who is beyond repair is taken no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Error as BrowserError

from fixtures.conduct.deeds import HARMLESS
from fixtures.conduct.guard import Conduct, NotAllowed
from fixtures.control import SimulatorDied
from fixtures.homecoming import left_in_words
from fixtures.operator.operator import OperatorWanted
from fixtures.people import invent
from fixtures.residents.choosing import NobodyFits
from fixtures.residents.company import Company
from fixtures.residents.keeping import Debt, Keeping
from fixtures.sight.mismatch import Mismatch
from fixtures.sight.patience import Patience
from fixtures.stand import load_stand
from steps.ways import restoring
from tests.unit.fixtures.residents.people import resident

SEED = 7
ME = invent("me", SEED, "perm").with_profile()
ANNA = resident(1)
DONE = Counter({"Отвязать": 1})

Fail = Callable[[BaseException | None], None]
Begin = Callable[..., Any]


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return Keeping(tmp_path / "taken", [ANNA], "live")


@pytest.fixture
def returning(monkeypatch: pytest.MonkeyPatch) -> Fail:
    """Says what happens on the screens when somebody is put back."""

    def fail(error: BaseException | None) -> None:
        def returned(*_told: object) -> str:
            if error is not None:
                raise error
            return ""

        monkeypatch.setattr(restoring, "_returned", returned)

    return fail


@pytest.fixture
def world_of() -> Iterator[Begin]:
    """Makes scenarios of one person who has done something; the screens are not looked at."""
    with ExitStack() as leaving:

        def world_of(keeping: Keeping, conduct: Conduct | None = None, acted: bool = True) -> Any:
            company = Company([ANNA], keeping, 0, conduct)
            leaving.callback(company.leave)
            world = SimpleNamespace(
                company=company,
                acted=set(),
                done=DONE,
                wanted_links={"me": False},
                stand=load_stand("wild"),
                apart_from_it=nullcontext,
            )
            if acted:
                company.join({"me": ME}, SEED)
                company.owe(["me"], DONE)
                world.acted = {"me"}
            return world

        yield world_of


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (Mismatch("открыт экран «Вход» для Ветрова"), "открыт экран «Вход» для Ветрова"),
        (Mismatch("не принят пароль Jr-secret для +7 199 700-00-01"), "не принят пароль •••• для ••••"),
        (OperatorWanted("страница просит код, а оператора нет"), "страница просит код, а оператора нет"),
        (BrowserError("Target closed\nCall log: Jr-secret"), "страница не отвечает"),
        (pytest.skip.Exception("сайт занят"), "сайт занят"),
        (KeyError(), "непредвиденная ошибка KeyError"),
    ],
)
def test_failed_putting_back_leaves_the_debt_and_says_why(
    keeping: Keeping, returning: Fail, world_of: Begin, error: BaseException, why: str
) -> None:
    returning(error)
    world = world_of(keeping)
    restoring.put_back(world)
    world.company.leave()
    assert keeping.debts() == {"p1": Debt(DONE, crowded=False, why=why)}
    assert keeping.known().spent == {}
    with pytest.raises(NobodyFits, match="не возвращён как было"):
        world_of(keeping)


def test_next_run_tries_again_and_crosses_the_debt_out(
    keeping: Keeping, returning: Fail, world_of: Begin
) -> None:
    keeping.owe([ANNA], Debt(DONE))
    returning(OperatorWanted("оператора нет"))
    restoring.collect_debts(world_of(keeping, acted=False))
    assert keeping.debts() == {"p1": Debt(DONE, why="оператора нет")}
    returning(None)
    restoring.collect_debts(world_of(keeping, acted=False))
    assert keeping.debts() == {}
    assert (keeping.known().spent, keeping.known().barred) == ({}, {})


def test_journal_that_has_no_way_back_spends_the_person(
    keeping: Keeping, returning: Fail, world_of: Begin
) -> None:
    returning(restoring.NoWay("нет кнопки"))
    restoring.put_back(world_of(keeping))
    assert keeping.debts() == {}
    assert keeping.known().spent == {"p1": "вернуть как было нельзя: нет кнопки"}


def test_scenario_that_has_spent_its_time_is_put_back_all_the_same(
    keeping: Keeping, monkeypatch: pytest.MonkeyPatch, world_of: Begin
) -> None:
    patience, spent = Patience(), list[bool]()
    monkeypatch.setattr(restoring, "_returned", lambda *_: spent.append(patience.spent) or "")
    world = world_of(keeping)
    world.apart_from_it = partial(patience.apart, 60)
    patience.begin(0)
    restoring.put_back(world)
    assert (spent, patience.spent) == ([False], True)


def test_dead_simulator_leaves_the_debt(keeping: Keeping, returning: Fail, world_of: Begin) -> None:
    returning(SimulatorDied("нет ответа"))
    restoring.put_back(world_of(keeping))
    assert keeping.debts() == {"p1": Debt(DONE)}


def test_debts_wait_as_long_as_nobody_may_sign_in(keeping: Keeping, returning: Fail, world_of: Begin) -> None:
    def refuse(kept: int) -> None:  # noqa: ARG001
        raise NotAllowed("входов больше нет")

    conduct = Conduct("live", HARMLESS, sign_ins=SimpleNamespace(prove_left=refuse, note=lambda: None))
    keeping.owe([ANNA], Debt(DONE))
    returning(None)
    restoring.collect_debts(world_of(keeping, conduct, acted=False))
    assert keeping.debts() == {"p1": Debt(DONE)}
    assert keeping.left() == {"p1": Debt(DONE)}, "and nobody holds them"


def test_whoever_was_waited_for_in_vain_is_put_back_before_the_scenario(
    keeping: Keeping, returning: Fail, world_of: Begin
) -> None:
    keeping.owe([ANNA], Debt(DONE))
    world = world_of(keeping, acted=False)
    world.company.join({"me": ME}, SEED)
    returning(None)
    restoring._return_left_behind(world, {"me"})
    assert keeping.debts() == {}
    keeping.owe([ANNA], Debt(DONE))
    returning(Mismatch("открыт экран «Вход»"))
    with pytest.raises(NobodyFits, match="не удалось вернуть как было"):
        restoring._return_left_behind(world, {"me"})


def test_end_of_a_run_names_who_is_left_and_why() -> None:
    debts = {"p2": Debt(), "p1": Debt(why="страница не отвечает")}
    assert [*left_in_words(debts, "школа")] == [
        "\nНе возвращены как было:",
        "  p1 — страница не отвечает",
        "  p2",
        "Их вернёт первый же сценарий следующего прогона на стенде «школа» с тем же файлом людей.",
    ]
    assert [*left_in_words({}, "школа")] == []
