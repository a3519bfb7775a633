"""Which screen a person needs next. The order is the client's data; the condition of each screen stands here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sim_server.domain.tables import InteractionRow
from sim_server.domain.vk_accounts import StudyProfile, VkAccount
from sim_server.domain.worlds import World
from sim_server.vk_id.clients import Client, ScreenName, Situation, Wording

SELECT_ACCOUNT = "select_account"  # a client's `prompt`: let the person see, and choose, who signs in


@dataclass(frozen=True)
class SignIn:
    """An interaction together with what VK ID knows of its person."""

    world: World
    client: Client
    interaction: InteractionRow
    account: VkAccount | None
    profile: StudyProfile | None

    @property
    def address(self) -> str:
        """The phone or the e-mail address this sign-in is about, where codes go; empty while none is known."""
        known = self.account and (self.account.phone or self.account.email)
        return self.interaction.address or known or ""

    @property
    def wording(self) -> Wording:
        """What the client's instruction calls things, for a person in this situation."""
        return self.client.wording_in(self.interaction.situation)

    @property
    def remembered(self) -> bool:
        """Whether the browser already knew the person."""
        return (self.interaction.situation or "").startswith("remembered")

    @property
    def password_set(self) -> bool:
        """Whether there is a password to ask for; who registered by a code alone has none."""
        return self.account is not None and self.account.password_hash is not None

    @property
    def somebody_else(self) -> bool:
        """Whether the client wants a study profile that is there already, and this person has none.

        A new one would not be it, so none is made.
        """
        return bool(self.interaction.login_hint) and self.profile is None


# What each screen waits for: a screen whose condition holds is not shown.
SCREENS: dict[ScreenName, Callable[[SignIn], bool]] = {
    ScreenName.PHONE: lambda s: s.interaction.address is not None,
    ScreenName.PASSWORD: lambda s: (
        s.interaction.password_proven or s.interaction.forgotten or not s.password_set
    ),
    ScreenName.CODE: lambda s: s.interaction.phone_proven,
    ScreenName.CODE_INSTEAD: lambda s: s.interaction.phone_proven or s.interaction.password_proven,
    ScreenName.ACCOUNT_DATA: lambda s: s.interaction.account_data is not None,
    ScreenName.CHOICE: lambda s: s.interaction.profile_chosen,
    ScreenName.ACCOUNT: lambda s: s.interaction.profile_chosen,
    ScreenName.OFFER: lambda s: s.interaction.offer_accepted,
    ScreenName.PROFILE_DATA: lambda s: s.interaction.profile_data is not None,
    ScreenName.CONSENT: lambda s: s.interaction.consent_given,
}


# The screens that prove who a person is; the others ask what shall become of that.
PROVING = (ScreenName.PHONE, ScreenName.PASSWORD, ScreenName.CODE, ScreenName.CODE_INSTEAD)


def needed_screen(sign_in: SignIn) -> ScreenName | None:
    """The first screen of the person's way whose condition does not hold yet; None when the way is complete."""
    if sign_in.interaction.situation is None:
        return ScreenName.PHONE
    return next(
        (
            screen
            for screen in _way(sign_in, Situation(sign_in.interaction.situation))
            if not SCREENS[screen](sign_in)
        ),
        None,
    )


def _way(sign_in: SignIn, situation: Situation) -> list[ScreenName]:
    """The client's way; who is remembered is shown first whom the browser remembers, if the client asks for that.

    Who is somebody else than the client wants proves that, and has nothing to decide.
    """
    way = sign_in.client.journey[situation]
    if sign_in.somebody_else:
        return [screen for screen in way if screen in PROVING]
    shown_first = situation is Situation.REMEMBERED_WITH_PROFILE and ScreenName.CHOICE not in way
    return [ScreenName.CHOICE, *way] if shown_first and sign_in.interaction.prompt == SELECT_ACCOUNT else way


def situation_of(account: VkAccount | None, profile: StudyProfile | None, *, remembered: bool) -> Situation:
    """Which of the instruction's variants fits the person."""
    if account is None:
        return Situation.WITHOUT_VK_ID
    if remembered:
        return Situation.REMEMBERED_WITH_PROFILE if profile else Situation.REMEMBERED_WITHOUT_PROFILE
    return Situation.WITH_PROFILE if profile else Situation.WITH_VK_ID
