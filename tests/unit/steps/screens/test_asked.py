"""A phone that no page shows: what has come there, the operator says, and each code is used once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from fixtures.operator.operator import CodeMistyped, Operator
from fixtures.operator.question import Answer, Kind, Question, Reply
from fixtures.sight.device import Device
from fixtures.sight.mismatch import Mismatch
from steps.screens.asked import AskedGenerator, AskedMailbox, AskedPhone, asked
from steps.screens.out_of_turn import StepOutOfTurn
from steps.screens.phone import CALL, LETTER, SMS, Generator, Mailbox, Phone


class Told:
    """An operator who says these answers, one after the other."""

    def __init__(self, *answers: str | Reply) -> None:
        self.answers, self.asked = list(answers), list[Kind]()
        self.words, self.by = "", cast(Operator | None, None)

    def ask(self, question: Question, seconds: float) -> Answer:
        self.asked.append(question.kind)
        self.words = question.words
        said = self.answers.pop(0)
        return Answer(said) if isinstance(said, Reply) else Answer(Reply.CODE, said)

    def operator(self) -> Operator:
        return Operator(self.ask, 1)

    def has(self, kind: Any = Phone, path: str = "71997000001") -> Any:
        return asked(kind, cast(Device, SimpleNamespace()), path, self.by or self.operator())


def test_each_kind_is_asked_for_as_what_it_is():
    told = Told("1", "2", "3", "4")
    phone, mailbox, app = told.has(), told.has(Mailbox, "a@b.test"), told.has(Generator, "71997000001/codes")
    assert (phone.code(SMS), phone.code(CALL), mailbox.code(LETTER), app.code()) == ("1", "2", "3", "4")
    assert told.asked == [Kind.SMS, Kind.CALL, Kind.LETTER, Kind.APP]
    assert [type(one) for one in (phone, mailbox, app)] == [AskedPhone, AskedMailbox, AskedGenerator]
    assert (phone.address, mailbox.address, app.address) == ("+71997000001", "a@b.test", "+71997000001")


def test_code_that_was_expected_is_in_hand_once():
    told = Told("111111", "222222")
    phone = told.has()
    phone.expect(SMS)
    assert (phone.code(SMS), phone.code(SMS)) == ("111111", "222222")
    assert len(told.asked) == 2


def test_absent_code_is_a_finding():
    with pytest.raises(Mismatch, match=r"на телефон не пришло ничего нового \(СМС\): так ответил оператор"):
        Told(Reply.ABSENT).has().expect(SMS)
    with pytest.raises(Mismatch, match="генератор кода не показывает"):
        Told(Reply.ABSENT).has(Generator).code()


def test_what_came_unexpected_is_a_finding():
    Told(Reply.ABSENT).has().expect_nothing()
    with pytest.raises(Mismatch, match="пришло новое: так ответил оператор"):
        Told(Reply.DONE).has().expect_nothing()


def test_codes_of_the_scenario_are_kept_by_their_order():
    told = Told("111111", "222222")
    phone = told.has()
    assert phone.code(SMS) == "111111"
    assert phone.code_by_order(SMS, 2) == "222222"
    assert phone.code_by_order(SMS, 1) == "111111"
    assert phone.code_by_order(SMS, -2) == "111111"
    assert phone.number_of_messages() == 2
    with pytest.raises(StepOutOfTurn, match="оператор назвал столько кодов: 2"):
        phone.code_by_order(SMS, -4)


def test_wrong_code_differs_and_the_right_one_stays_in_hand():
    phone = Told("111119").has()
    assert phone.wrong_code() == "111110"
    assert phone.code(SMS) == "111119"


def typed(answer: Reply, kind: Any = Phone) -> tuple[Told, Operator]:
    """Somebody has told a code, it was typed, and they answer so whether it is the one that came."""
    told = Told("000000", answer)
    told.by = told.operator()
    code = told.has(kind).code() if kind is Generator else told.has(kind).code(SMS)
    assert code == "000000"
    return told, told.by


@pytest.mark.parametrize("kind", [Phone, Mailbox, Generator])
def test_slip_of_the_operator_is_no_finding(kind):
    told, operator = typed(Reply.ABSENT, kind)
    with pytest.raises(CodeMistyped, match="о системе это ничего не говорит"):
        operator.prove_told_right("Страница говорит: «Неверный код».")
    assert told.asked[-1] is Kind.TYPED
    assert "Страница говорит: «Неверный код». Вы назвали 000000." in told.words


def test_refused_right_code_stays_a_finding():
    told, operator = typed(Reply.DONE)
    operator.prove_told_right("Страница говорит: «Неверный код».")
    assert told.asked[-1] is Kind.TYPED


def test_nobody_is_asked_of_a_slip_where_no_code_of_theirs_was_typed():
    told = Told("111119")
    told.by = told.operator()
    told.by.prove_told_right("")
    assert told.has().wrong_code() == "111110"
    told.by.prove_told_right("")
    assert told.asked == [Kind.SMS]


def test_what_was_told_in_another_scenario_is_over():
    told, operator = typed(Reply.ABSENT)
    operator.begin()
    operator.prove_told_right("")
    assert told.asked == [Kind.SMS]
