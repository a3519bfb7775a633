"""Recovering a password: the steps of the instruction in their order, from the number to the new password."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from sim_server.domain import recoveries
from sim_server.domain.emails import masked_email
from sim_server.domain.phones import masked_phone
from sim_server.domain.recoveries import Recovering, Way
from sim_server.domain.walks import WalkUnknown
from sim_server.vk_id.clients import SHARED_WORDS, Words
from sim_server.vk_id.forms import CODE_WORDS
from sim_server.vk_id.screen import WalkScreen, read_screens
from sim_server.vk_id.sign_in import SignIns
from sim_server.vk_id.walk import Walks, Wish, send_again, waits_for_code
from sim_server.web.sessions import own_browser, own_session
from sim_server.web.site import current_world

STEPS = Path(__file__).parent / "recovery"
ORDER = ("phone", "code", "account", "no_way", "way", "app", "mail", "friends", "password")
CHANGED = "Пароль изменён. Войдите с новым"
SET = "Пароль установлен. Он понадобится при следующем входе"
SET_MIDWAY = "Пароль установлен. Войдите с ним"
NOT_TAKEN = "Пароль уже изменён, этот не принят. Введите тот, который приняли первым"
OUT_OF_TURN = "Сейчас нужен другой шаг. Продолжите с того, что на экране"
VOID = "Это восстановление уже не действует. Начните его сначала"


@dataclass(frozen=True, kw_only=True)
class RecoveryStep(WalkScreen[Recovering]):
    """One screen of a recovery; what it says is the same everywhere."""

    heading: str = "Восстановление пароля"
    proves_way: bool = False  # whether it asks for what was chosen to prove the account by


def is_passed(way: Way) -> Callable[[Recovering], bool]:
    """Whether another way than this was chosen, or it has proven the account."""
    return lambda case: case.way != way or case.way_proven


class Recoveries(Walks[Recovering]):
    """All recoveries; most begin in the middle of a sign-in, which goes on afterwards."""

    kind = "recovery"

    def __init__(self, sign_ins: SignIns) -> None:
        super().__init__(read_screens(STEPS, RecoveryStep))
        self._sign_ins = sign_ins
        self.wishes = {
            "resend": Wish(_resend, waits_for_code),
            "other_account": Wish(recoveries.forget_account),
            "other_way": Wish(recoveries.forget_way, lambda needed: needed.proves_way),
            "no_mail": Wish(partial(recoveries.forget_way, mail_lost=True), lambda needed: needed.proves_way),
        }

    @property
    def pages(self) -> Blueprint:
        """The addresses, and where one begins."""
        made = super().pages
        made.add_url_rule("", "begin", self.begin)
        made.register_error_handler(WalkUnknown, _begin_anew)
        return made

    def begin(self) -> Response:
        """Open a recovery; `back` is the sign-in to return to, `phone` the number typed there."""
        recovery_id = recoveries.begin(
            current_world(), own_session().name_browser(), request.args.get("back")
        )
        return redirect(url_for("recovery.show", walk_id=recovery_id, phone=request.args.get("phone")), 303)

    def load(self, walk_id: str) -> Recovering:
        """The recovery with that id, if it is this browser's."""
        return recoveries.load(current_world(), walk_id, own_browser())

    def order(self, case: Recovering) -> Sequence[str]:
        """Every step, whoever it is."""
        return ORDER

    def end(self, case: Recovering) -> Response:
        """Say what became of the password, and go back to the sign-in, which asks for it."""
        flash(_outcome(case))
        return self._to_sign_in(case)

    def end_early(self, case: Recovering) -> Response:
        """Leave the password as it was, and go back to the sign-in."""
        recoveries.give_up(case)
        return self._to_sign_in(case)

    def out_of_turn(self, case: Recovering) -> Response:
        """To the step that is needed, or to the sign-in if none is.

        There a double press is not told apart from the first, and another password is told not to count.
        """
        if not case.over:
            flash(OUT_OF_TURN)
            return self.to_next(case.id)
        typed = request.form.get("password")
        flash(_outcome(case) if typed is None or recoveries.has_password(case, typed) else NOT_TAKEN)
        return self._to_sign_in(case)

    def words(self, case: Recovering, step: Any) -> Words:
        """Those of the sign-in's own code: most steps ask for one."""
        return {**SHARED_WORDS, **CODE_WORDS}

    def context(self, case: Recovering, step: Any) -> dict[str, Any]:
        """The recovery, its number and address half hidden, and how long until codes may be sent again."""
        account = case.account
        return {
            "case": case,
            "title": step.heading,
            "hidden_phone": masked_phone(account.phone) if account and account.phone else "",
            "hidden_email": masked_email(account.email) if account and account.email else "",
            "seconds_left": recoveries.seconds_to_resend(case),
            "real_asks": self._sign_ins.asked_by_real(case.interaction_id),
        }

    def _to_sign_in(self, case: Recovering) -> Response:
        """To the sign-in in whose middle the recovery was begun, asking for the password of the recovered account."""
        try:
            return self._sign_ins.resume(case.interaction_id or "", (case.over and case.phone) or "")
        except WalkUnknown:
            return redirect(url_for("own_site.front"), 303)


def _resend(case: Recovering) -> None:
    send_again(partial(recoveries.send_awaited, case))


def _begin_anew(_error: WalkUnknown) -> Response:
    """Say that this recovery leads nowhere any more, and begin another."""
    flash(VOID)
    return redirect(url_for("recovery.begin"), 303)


def _outcome(case: Recovering) -> str:
    """What became of the password; who came from a sign-in is asked for it at once."""
    if not case.first_password:
        return CHANGED
    return SET if case.interaction_id is None else SET_MIDWAY
