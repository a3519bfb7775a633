"""A person's phone and mailbox: pages that list what came, the newest first. Codes are read here and nowhere else."""

from __future__ import annotations

import re
from functools import cached_property

from playwright.sync_api import Page

from fixtures.sight.device import Device
from fixtures.sight.mismatch import Mismatch
from steps.screens.out_of_turn import StepOutOfTurn
from steps.screens.tolerance.messages import read_messages

SMS = "СМС"
CALL = "Пропущенный звонок"
LETTER = "Письмо"
SIX_DIGITS = re.compile(r"\b(\d{6})\b")
CODE = {SMS: SIX_DIGITS, CALL: re.compile(r"\d{3}-(\d\d)-(\d\d)\b"), LETTER: SIX_DIGITS}


class Beside:
    """A page that somebody has at hand, beside the computer in use; it is looked at when something is expected."""

    in_side_tab = False  # which it shares with all that is looked at there; else it has a tab of its own

    def __init__(self, device: Device, address: str) -> None:
        """Lay it beside the computer."""
        self._device = device
        self.address = address

    @property
    def page(self) -> Page:
        """The page itself, for whoever reads along."""
        return self._device.side_tab if self.in_side_tab else self._own_tab

    @cached_property
    def _own_tab(self) -> Page:
        return self._device.context.new_page()

    def show(self) -> None:
        """Have it open, as it is now, for whoever reads along."""
        self.page.goto(self.address, wait_until="domcontentloaded")

    def _glance(self) -> Page:
        self._device.glance_at(self.page)
        self.show()
        return self.page


class Phone(Beside):
    """One phone, and what of it has been read so far."""

    in_side_tab = True
    title = "Телефон"
    there = "на телефон"
    usual = SMS

    def __init__(self, device: Device, address: str) -> None:
        """Lay it beside the computer, with nothing read."""
        super().__init__(device, address)
        self.read = 0  # so many messages
        self.in_hand: str | None = None  # a code that is not used yet

    def number_of_messages(self) -> int:
        """How many have come until now."""
        return len(self._look())

    def expect(self, kind: str) -> None:
        """Take the new message of this kind; its code is in hand from now on."""
        messages = self._look()
        fresh = [text for text in messages[: len(messages) - self.read] if text.startswith(kind)]
        if not fresh:
            raise Mismatch(f"{self.there} не пришло ничего нового ({kind}); {_listed(messages)}")
        self.read = len(messages)
        self.in_hand = _code(kind, fresh[0])

    def expect_nothing(self) -> None:
        """Return if nothing has come since the phone was last read."""
        messages = self._look()
        if len(messages) > self.read:
            raise Mismatch(f"{self.there} пришло новое; {_listed(messages)}")

    def code(self, kind: str) -> str:
        """The code of the newest message that was not used yet."""
        if self.in_hand is None:
            self.expect(kind)
        taken, self.in_hand = self.in_hand, None
        assert taken is not None
        return taken

    def code_by_order(self, kind: str, which: int) -> str:
        """The code of the first, second … message of the kind, or from -1 on of the last, the last but one …

        Whoever looks for it reads all that has come.
        """
        messages = self._look()
        codes = [_code(kind, text) for text in reversed(messages) if text.startswith(kind)]
        if len(codes) < abs(which):
            advice = "если он должен был прийти, сначала скажите в «Тогда», что он приходит"
            raise StepOutOfTurn(
                f"{self.there} пришло столько кодов: {len(codes)}, такого по счёту нет; {advice}"
            )
        if len(messages) > self.read:
            self.read, self.in_hand = len(messages), codes[-1]
        code = codes[which - 1 if which > 0 else which]
        if code == self.in_hand:
            self.in_hand = None
        return code

    def wrong_code(self) -> str:
        """A code that differs from the newest one in its last digit; the newest stays unread."""
        messages = self._look()
        right = _code(self.usual, messages[0]) if messages else "000000"
        return right[:-1] + str((int(right[-1]) + 1) % 10)

    def _look(self) -> list[str]:
        page = self._glance()
        if self._device.eyes.tolerant:
            return read_messages(page, self.title, CODE, self._device.patience_ms)
        page.get_by_role("heading", level=1).get_by_text(self.title).wait_for()
        return [" ".join(text.split()) for text in page.get_by_role("listitem").all_inner_texts()]


class Mailbox(Phone):
    """One mailbox, and what of it has been read so far."""

    in_side_tab = False
    title = "Почта"
    there = "в почту"
    usual = LETTER


class Generator(Beside):
    """The generator app on a phone: it shows one code, and soon another; `seen` is the one it showed last."""

    seen = ""

    def code(self) -> str:
        """The code it shows now."""
        shown = SIX_DIGITS.search(self._glance().get_by_role("main").inner_text())
        if shown is None:
            raise Mismatch("приложение-генератор кода не показывает")
        self.seen = shown[1]
        return self.seen

    def wrong_code(self) -> str:
        """A code that differs from the one it shows in the last digit."""
        right = self.code()
        return right[:-1] + str((int(right[-1]) + 1) % 10)


def spaced(code: str) -> str:
    """The code as messages like to print one: in two halves."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


def _code(kind: str, message: str) -> str:
    found = CODE[kind].search(message)
    if found is None:
        raise Mismatch(f"в сообщении нет кода: «{message}»")
    return "".join(found.groups())


def _listed(messages: list[str]) -> str:
    return "там: " + "; ".join(f"«{text}»" for text in messages) if messages else "там пусто"
