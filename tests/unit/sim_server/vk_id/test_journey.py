"""Which screen comes next, for each situation of the Perm instruction."""

from datetime import date
from typing import Any

import pytest

from sim_server.domain.tables import InteractionRow, StudyProfileRow, VkAccountRow
from sim_server.domain.worlds import World
from sim_server.journal.site_file import SITES, read_site
from sim_server.vk_id.clients import Client, ScreenName, Situation, read_client
from sim_server.vk_id.interactions import FORGOTTEN
from sim_server.vk_id.journey import SCREENS, SELECT_ACCOUNT, SignIn, needed_screen, situation_of

MESSENGER = SITES.parent / "messenger" / "client.toml"
PERM = read_site(SITES / "perm" / "site.toml").vk_id
ANNA = {
    "last_name": "Соколова",
    "first_name": "Анна",
    "middle_name": "Викторовна",
    "birth_date": date(1984, 3, 12),
    "sex": "female",
}
ANSWERS: dict[str, dict[str, Any]] = {
    "phone": {"address": "+71991111111"},
    "password": {"password_proven": True},
    "code": {"phone_proven": True},
    "code_instead": {"phone_proven": True},
    "account_data": {"account_data": {}},
    "account": {"profile_chosen": True},
    "choice": {"profile_chosen": True},
    "offer": {"offer_accepted": True},
    "profile_data": {"profile_data": {}},
    "consent": {"consent_given": True},
}
KNOWN = {
    Situation.WITH_PROFILE: (True, True),
    Situation.WITH_VK_ID: (True, False),
    Situation.WITHOUT_VK_ID: (False, False),
    Situation.REMEMBERED_WITH_PROFILE: (True, True),
    Situation.REMEMBERED_WITHOUT_PROFILE: (True, False),
}


def sign_in(
    world: World,
    situation: Situation | None,
    *,
    has_password: bool = True,
    client: Client = PERM,
    **answers: Any,
) -> SignIn:
    has_account, has_profile = KNOWN.get(situation, (False, False)) if situation else (False, False)
    password_hash = "hash" if has_password else None
    return SignIn(
        world=world,
        client=client,
        interaction=InteractionRow(**{**FORGOTTEN, "situation": situation, **answers}),
        account=VkAccountRow(phone="+71991111111", password_hash=password_hash, **ANNA)
        if has_account
        else None,
        profile=StudyProfileRow(**ANNA) if has_profile else None,
    )


def walked(world: World, situation: Situation, **asked: Any) -> list[str]:
    """All screens the person sees when each is answered."""
    seen: list[str] = []
    answers: dict[str, Any] = {}
    while screen := needed_screen(sign_in(world, situation, **asked, **answers)):
        seen.append(screen.value)
        answers |= ANSWERS[screen]
    return seen


@pytest.mark.parametrize(
    ("situation", "screens"),
    [
        (Situation.WITH_PROFILE, "phone password code choice profile_data"),  # perm, variant 1
        (Situation.WITH_VK_ID, "phone password code offer profile_data"),  # perm, variant 2
        (Situation.WITHOUT_VK_ID, "phone code account_data offer profile_data"),  # perm, variant 3
        (Situation.REMEMBERED_WITH_PROFILE, "choice profile_data"),
        (Situation.REMEMBERED_WITHOUT_PROFILE, "offer profile_data"),
    ],
)
def test_perm_shows_its_screens_in_its_order(world: World, situation: Situation, screens: str) -> None:
    assert walked(world, situation) == screens.split()


@pytest.mark.parametrize(
    ("situation", "screens"),
    [
        (Situation.REMEMBERED_WITH_PROFILE, "choice"),
        (Situation.REMEMBERED_WITHOUT_PROFILE, "offer profile_data"),
        (Situation.WITH_PROFILE, "phone password code"),
    ],
)
def test_client_may_want_the_person_to_see_who_signs_in(
    world: World, situation: Situation, screens: str
) -> None:
    """The messenger lets a remembered person through without a word, unless it asks for the choice."""
    asked = {"client": read_client(MESSENGER), "prompt": SELECT_ACCOUNT}
    assert walked(world, situation, **asked) == screens.split()
    assert "choice" not in walked(world, situation, client=asked["client"])


@pytest.mark.parametrize(
    ("situation", "screens"),
    [
        (Situation.WITH_VK_ID, "phone password code"),
        (Situation.WITHOUT_VK_ID, "phone code"),
        (Situation.WITH_PROFILE, "phone password code choice profile_data"),
    ],
)
def test_who_cannot_be_the_wanted_one_is_offered_no_study_profile(
    world: World, situation: Situation, screens: str
) -> None:
    assert walked(world, situation, login_hint="7") == screens.split()


def test_choice_that_is_on_the_way_anyhow_is_shown_once(world: World) -> None:
    assert walked(world, Situation.REMEMBERED_WITH_PROFILE, prompt=SELECT_ACCOUNT) == [
        "choice",
        "profile_data",
    ]


def test_account_without_a_password_skips_its_screen(world: World) -> None:
    assert walked(world, Situation.WITH_PROFILE, has_password=False) == [
        "phone",
        "code",
        "choice",
        "profile_data",
    ]


def test_before_anything_is_known_the_phone_is_asked(world: World) -> None:
    assert needed_screen(sign_in(world, None)) is ScreenName.PHONE


def test_change_of_the_number_forgets_everything(world: World) -> None:
    changed = {name: value for answer in ANSWERS.values() for name, value in answer.items()}
    complete = sign_in(world, Situation.WITH_PROFILE, **changed)
    assert needed_screen(complete) is None
    for name, value in FORGOTTEN.items():
        setattr(complete.interaction, name, value)
    assert needed_screen(complete) is ScreenName.PHONE
    assert set(changed) <= set(FORGOTTEN)


def test_every_screen_waits_for_exactly_one_answer(world: World) -> None:
    assert set(SCREENS) == set(ScreenName) == {ScreenName(name) for name in ANSWERS}
    for screen, waits_for in SCREENS.items():
        assert not waits_for(sign_in(world, Situation.WITH_VK_ID))
        assert waits_for(sign_in(world, Situation.WITH_VK_ID, **ANSWERS[screen]))


@pytest.mark.parametrize(("situation", "known"), KNOWN.items())
def test_situation_follows_from_what_is_known(
    world: World, situation: Situation, known: tuple[bool, bool]
) -> None:
    remembered = situation.value.startswith("remembered")
    account = VkAccountRow(**ANNA) if known[0] else None
    profile = StudyProfileRow(**ANNA) if known[1] else None
    assert situation_of(account, profile, remembered=remembered) is situation
    assert sign_in(world, situation).remembered is remembered


def test_way_that_a_missing_password_would_leave_open_is_refused() -> None:
    data = PERM.model_dump()
    data["journey"][Situation.WITH_PROFILE] = ["phone", "password", "profile_data"]
    with pytest.raises(ValueError, match="journey asks for neither code nor code_instead: with_profile"):
        Client.model_validate(data)


def test_client_must_have_a_way_for_every_situation() -> None:
    data = PERM.model_dump()
    del data["journey"][Situation.WITH_VK_ID]
    with pytest.raises(ValueError, match="journey has no screens for: with_vk_id"):
        Client.model_validate(data)
