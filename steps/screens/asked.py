"""A phone, a mailbox, a generator app that no page shows: what has come there, the operator says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fixtures.operator.operator import Operator
from fixtures.operator.question import Kind
from fixtures.sight.device import Device
from fixtures.sight.mismatch import Mismatch
from steps.screens.out_of_turn import StepOutOfTurn
from steps.screens.phone import CALL, LETTER, SMS, Generator, Mailbox, Phone

KINDS = {SMS: Kind.SMS, CALL: Kind.CALL, LETTER: Kind.LETTER}
SAID = "так ответил оператор"


class AskedPhone(Phone):
    """Somebody's own phone; the codes of it are those that the operator has told in this scenario."""

    def __init__(self, device: Device, whom: str, operator: Operator) -> None:
        """Have nothing read; the number, or the address, is what the operator knows it by."""
        super().__init__(device, whom)
        self._operator = operator
        self._codes: list[tuple[str, str]] = []

    def number_of_messages(self) -> int:
        """How many codes were told."""
        return len(self._codes)

    def expect(self, kind: str) -> None:
        """Have the operator tell the code that has come now; it is in hand from now on."""
        code = self._operator.code(KINDS[kind], self.address)
        if code is None:
            raise Mismatch(f"{self.there} не пришло ничего нового ({kind}): {SAID}")
        self._codes.append((kind, code))
        self.in_hand = code

    def code(self, kind: str) -> str:
        """The code that was told last and not used yet; from now on it is, with whatever slip was made."""
        return self._operator.use(super().code(kind))

    def expect_nothing(self) -> None:
        """Return if the operator says that nothing has come."""
        if not self._operator.nothing_came(self.address):
            raise Mismatch(f"{self.there} пришло новое: {SAID}")

    def code_by_order(self, kind: str, which: int) -> str:
        """The code that was told first, second … in this scenario; one that was not told yet is asked for."""
        if which > len(self._of(kind)) or not self._of(kind):
            self.expect(kind)
        codes = self._of(kind)
        if len(codes) < abs(which):
            raise StepOutOfTurn(f"оператор назвал столько кодов: {len(codes)}, такого по счёту нет")
        code = codes[which - 1 if which > 0 else which]
        if code == self.in_hand:
            self.in_hand = None
        return self._operator.use(code)

    def wrong_code(self) -> str:
        """A code that differs from the newest one in its last digit; the newest stays in hand."""
        if self.in_hand is None:
            self.expect(self.usual)
        right = str(self.in_hand)
        return right[:-1] + str((int(right[-1]) + 1) % 10)

    def _of(self, kind: str) -> list[str]:
        return [code for of, code in self._codes if of == kind]


class AskedMailbox(AskedPhone, Mailbox):
    """Somebody's own mailbox."""


class AskedGenerator(Generator):
    """The generator app on somebody's own phone."""

    def __init__(self, device: Device, whom: str, operator: Operator) -> None:
        """Know whose phone it is on."""
        super().__init__(device, whom)
        self._operator = operator

    def code(self) -> str:
        """The code that the operator reads off it now."""
        code = self._operator.code(Kind.APP, self.address)
        if code is None:
            raise Mismatch(f"приложение-генератор кода не показывает: {SAID}")
        self.seen = self._operator.use(code)
        return code

    def wrong_code(self) -> str:
        """A code that differs from the one it shows: no slip can be made in it."""
        wrong = super().wrong_code()
        self._operator.begin()
        return wrong


ASKED: dict[object, Callable[[Device, str, Operator], Any]] = {
    Phone: AskedPhone,
    Mailbox: AskedMailbox,
    Generator: AskedGenerator,
}


def asked(kind: object, device: Device, path: str, operator: Operator) -> Any:
    """The same kind of thing as a page would show at this path, told by the operator."""
    whom = path if "@" in path else f"+{path.partition('/')[0]}"
    return ASKED[kind](device, whom, operator)
