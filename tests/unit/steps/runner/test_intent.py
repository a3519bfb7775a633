"""What a scenario would do and to whom is known before it runs; a live stand refuses what harms, and what is untold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from fixtures.conduct.deeds import Deed
from fixtures.residents.agreement import Agreed
from fixtures.residents.choosing import PastLoans
from fixtures.residents.lending import DEEDS
from fixtures.stand import Stand, load_stand
from steps.catalogue.definitions import known_definitions
from steps.runner import consent, permission
from steps.runner.exit_codes import NOTHING_RAN
from steps.runner.intended import intended
from steps.runner.intent import intent_of, refusal
from tests.unit.fixtures.residents.people import resident
from tests.unit.steps.runner.planned import planned

STAND = load_stand("wild")
SIGNED_IN = ("Дано у меня есть VK ID и учебный профиль", "Когда вхожу в журнал")


def live(*allows: str, an_hour: int | None = None) -> Stand:
    changed = {"simulator": False, "face": "tidy", "powers": frozenset(), "live": True, "network": True}
    return replace(STAND, name="live", title="боевой", allows=allows, sign_ins_per_hour=an_hour, **changed)


def test_deeds_come_with_the_first_step_that_would_do_them():
    intent = intent_of(planned(*SIGNED_IN, "И удаляю свой VK ID", "И нажимаю «Удалить»"), live())
    assert intent.deeds[Deed.DELETE] == "удаляю свой VK ID"
    assert (intent.sign_ins, intent.undeclared) == (1, "")


def test_people_are_those_that_it_speaks_of_as_it_says_they_are():
    item = planned("Дано у коллеги нет VK ID", *SIGNED_IN, "И ввожу телефон ребёнка в поле «Телефон»")
    people = intent_of(item, live()).people
    assert people.keys() == {"me", "colleague", "child"}
    assert (people["me"].has_profile, people["colleague"].has_vk_id) == (True, False)


@pytest.mark.parametrize("begun", ["прохожу VK ID до конца", "ввожу код из СМС в поле «Введите код»"])
def test_whoever_lacks_a_vk_id_gets_one_by_confirming(begun):
    whole = intent_of(planned("Дано у меня есть VK ID и учебный профиль", f"Когда {begun}"), live())
    lacking = intent_of(planned("Дано у меня нет VK ID", f"Когда {begun}"), live())
    assert Deed.REGISTER not in whole.deeds
    assert lacking.deeds[Deed.REGISTER] == begun


def test_number_of_nobody_in_the_scenario_is_a_stranger_s():
    stated = ("Дано мой телефон — «+7 199 111-11-11»", *SIGNED_IN)
    own = planned(*stated, "И ввожу «8 199 111 11 11» в поле «Телефон»")
    strange = planned(*stated, "И ввожу «+7 199 111-11-12» в поле «Телефон»")
    assert Deed.OTHERS not in intent_of(own, live()).deeds
    assert intent_of(strange, live()).deeds[Deed.OTHERS] == "ввожу «+7 199 111-11-12» в поле «Телефон»"


def test_mailbox_of_nobody_in_the_scenario_is_a_stranger_s():
    stated = ("Дано моя почта — «anna@pochta.test»", *SIGNED_IN)
    own = planned(*stated, "И ввожу «Anna@Pochta.test» в поле «Почта»")
    strange = planned(*stated, "И ввожу «boris@pochta.test» в поле «Почта»")
    assert Deed.OTHERS not in intent_of(own, live()).deeds
    assert Deed.OTHERS in intent_of(strange, live()).deeds


def test_cells_of_a_table_are_looked_at_too():
    def filled(number: str) -> dict[str, object]:
        item = planned("Дано мой телефон — «+7 919 111-11-11»", "Когда заполняю поля:")
        rows = [{"cells": [{"value": "Телефон"}, {"value": number}]}]
        item.steps[-1]["argument"] = {"dataTable": {"rows": rows}}
        return intent_of(item, live()).deeds

    assert Deed.OTHERS not in filled("919 111 11 11")
    assert filled("+375 29 123-45-67")[Deed.OTHERS] == "заполняю поля:"


def test_what_has_to_be_done_beforehand_is_told_and_must_be_allowed():
    linked = ("Дано мой учебный профиль привязан", "Когда вхожу в журнал")
    assert "    привязывать свой профиль — потом вернём как было" in told_plan(live("link", "unlink"), linked)
    assert "  1 — не позволено привязывать свой профиль" in told_plan(live(), linked)


def test_what_cannot_be_put_back_is_told_so():
    lines = told_plan(live("change"), (*SIGNED_IN, "И нажимаю «Сменить пароль»"))
    assert "    менять пароль, телефон, настройки и данные — этого не вернуть" in lines


def test_refused_is_told_with_the_worst_and_its_step():
    intent = intent_of(
        planned(*SIGNED_IN, "И нажимаю «Отвязать»", "И 5 раз подряд ввожу неверный пароль"), live()
    )
    assert refusal(intent, live()) == "не позволено исчерпывать попытки: «5 раз подряд ввожу неверный пароль»"
    assert refusal(intent, replace(STAND, simulator=False, face="tidy", powers=frozenset())) == ""


def test_what_the_stand_allows_is_not_refused():
    intent = intent_of(planned(*SIGNED_IN, "И нажимаю «Отвязать»"), live())
    assert refusal(intent, live())
    assert refusal(intent, live("unlink")) == ""


def test_step_that_declares_nothing_is_refused_on_live_alone():
    undeclared = [replace(one, does=frozenset()) for one in known_definitions()]
    intent = intent_of(planned("Когда обновляю страницу", definitions=undeclared), live())
    assert "«обновляю страницу» не говорит, что он делает (does)" in refusal(intent, live("unlink"))
    staging = replace(live(), live=False, allows=("unlink",))
    assert refusal(intent, staging) == ""


def test_scenario_is_skipped_before_anything_is_set_up(monkeypatch):
    class Item(SimpleNamespace):
        """Stands in for an item of pytest's."""

    monkeypatch.setattr(permission, "ScenarioItem", Item)
    monkeypatch.setattr(permission, "stand_of", lambda _: live())
    item = Item(**vars(planned(*SIGNED_IN, "И удаляю свой VK ID")), config=None, stash={})
    with pytest.raises(
        pytest.skip.Exception, match="стенд «live»: не позволено удалять: «удаляю свой VK ID»"
    ):
        permission.pytest_runtest_setup(item)
    monkeypatch.setattr(permission, "stand_of", lambda _: load_stand("sim"))
    permission.pytest_runtest_setup(item)


PEOPLE = [resident(1, circle=1), resident(2, circle=2)]


def told_plan(stand: Stand, *scenarios: tuple[str, ...]) -> list[str]:
    plans = [(intent_of(planned(*steps), stand), "") for steps in scenarios]
    return list(intended(stand, plans, PEOPLE, PastLoans()).lines())


def test_plan_says_what_is_done_to_whom_and_why_the_rest_is_not():
    unlinks = (*SIGNED_IN, "И нажимаю «Отвязать»")
    lines = told_plan(live("unlink", an_hour=1), SIGNED_IN, unlinks, (*SIGNED_IN, "И удаляю свой VK ID"))
    assert lines == [
        "Стенд «боевой» — живая система. Что будет сделано и с кем:",
        "  p1: Ветров Иван Олегович, журнал «perm» — сценариев: 1",
        "    только входить и смотреть",
        "  p2: Ветров Иван Олегович, журнал «perm» — сценариев: 1",
        "    отвязывать свой профиль, отключать сервис — потом вернём как было",
        "Сценариев: 2; входов — не меньше 4, за час позволено 1; на что входов не хватит, то пропустим.",
        "Не выполним: 1",
        "  1 — не позволено удалять",
    ]


def test_scenario_carries_its_deeds_to_whoever_lends_it_people(monkeypatch):
    monkeypatch.setattr(permission, "ScenarioItem", SimpleNamespace)
    monkeypatch.setattr(permission, "stand_of", lambda _: live("unlink"))
    item = SimpleNamespace(**vars(planned(*SIGNED_IN, "И нажимаю «Отвязать»")), config=None, stash={})
    permission.pytest_runtest_setup(item)
    assert Deed.UNLINK in item.stash[DEEDS]


def test_whoever_was_left_by_a_run_before_is_told_first_and_counted():
    plans = [(intent_of(planned(*SIGNED_IN), live()), "")]
    plan = intended(live(), plans, PEOPLE, PastLoans(), ["p2"])
    assert [*plan.lines()][1:4] == [
        "  Сначала вернём, как было, тех, кого оставил прежний прогон:",
        "    p2: Ветров Иван Олегович, журнал «perm»",
        "  p1: Ветров Иван Олегович, журнал «perm» — сценариев: 1",
    ]
    assert plan.sign_ins == intended(live(), plans, PEOPLE, PastLoans()).sign_ins + 1
    assert plan.agreed == Agreed({"p1": frozenset(plans[0][0].deeds)}, frozenset({"p2"}))
    nothing = intended(live(), [], PEOPLE, PastLoans(), ["p2"])
    assert (nothing.sign_ins, nothing.agreed) == (0, Agreed())


def test_plan_of_nothing_says_so():
    assert "  ничего и ни с кем" in told_plan(live(), ("Дано у меня нет VK ID", "Когда вхожу в журнал"))


def agree(book: Path, answer: str, *steps: str) -> list[str]:
    told: list[str] = []
    plan = intended(live(), [(intent_of(planned(*steps), live()), "")], PEOPLE, PastLoans())
    consent.agree(plan, book, told.append, lambda question: told.append(question) or answer)
    return told


def test_person_is_asked_and_the_same_plan_is_agreed_to_once(tmp_path):
    book = tmp_path / "agreed.json"
    assert agree(book, " Да ", *SIGNED_IN)[-1] == "Начать? Наберите «да»: "
    assert agree(book, "нет", *SIGNED_IN)[-1] == "На это вы уже соглашались."
    with pytest.raises(pytest.exit.Exception):
        agree(book, "нет", *SIGNED_IN, "И нажимаю «Чаты»", "И вхожу в VK ID")


@pytest.mark.parametrize("answer", ["", "нет", "дальше"])
def test_whoever_does_not_agree_has_done_nothing(tmp_path, answer):
    with pytest.raises(pytest.exit.Exception, match="Ничего не сделано") as leaving:
        agree(tmp_path / "agreed.json", answer, *SIGNED_IN)
    assert leaving.value.returncode == NOTHING_RAN
    assert not (tmp_path / "agreed.json").exists()


class Configuration(SimpleNamespace):
    """As much of pytest's as is asked for."""

    def getoption(self, name, default=None):
        return getattr(self.option, name, default)


def configured(**told):
    return Configuration(option=SimpleNamespace(**{"collectonly": False, "numprocesses": 0, **told}))


@pytest.mark.parametrize(
    ("told", "terminal", "complaint"),
    [
        ({}, False, "терминала нет. Запустите из терминала, не из CI"),
        ({"numprocesses": 2}, True, "идут по одному. Уберите -n"),
    ],
)
def test_live_stand_wants_a_terminal_and_one_process(monkeypatch, told, terminal, complaint):
    monkeypatch.setattr(consent, "stand_of", lambda _: live())
    monkeypatch.setattr(consent, "has_terminal", lambda _: terminal)
    with pytest.raises(pytest.UsageError, match=complaint):
        consent.pytest_configure(configured(**told))
    consent.pytest_configure(configured(**told, collectonly=True))


def test_one_process_is_chosen_for_a_live_stand(monkeypatch):
    monkeypatch.setattr(consent, "stand_of", lambda _: live())
    assert consent.pytest_xdist_auto_num_workers(configured()) == 0
    monkeypatch.setattr(consent, "stand_of", lambda _: STAND)
    assert consent.pytest_xdist_auto_num_workers(configured()) is None
