"""Which screen comes next, for each situation of the Perm instruction."""

from dataclasses import replace
from typing import Any

import pytest

from sim_server.domain.sign_ins import FORGOTTEN, SignIn, Situation, situation_of
from sim_server.domain.vk_accounts import StudyProfile, VkAccount
from sim_server.domain.worlds import World
from sim_server.journal.site_file import SITES, read_site
from sim_server.vk_id.clients import SELECT_ACCOUNT, Client
from sim_server.vk_id.journeys import UNKNOWN
from sim_server.vk_id.sign_in import SignIns, sign_in_screens
from tests import people
from tests.people import kept_of

SCREENS = sign_in_screens()
MESSENGER = Client.from_file(SITES.parent / "messenger" / "client.toml", SCREENS)
PERM = read_site(SITES / "perm" / "site.toml", SCREENS).vk_id
ANNA = kept_of(people.ANNA)
ANSWERS: dict[str, dict[str, Any]] = {
    "phone": {"given_address": "+71991111111"},
    "password": {"password_proven": True},
    "code": {"phone_proven": True},
    "code_instead": {"phone_proven": True},
    "account_data": {"answers": {"account_data": {}}},
    "account": {"answers": {"account": True}},
    "choice": {"answers": {"choice": True}},
    "offer": {"answers": {"offer": True}},
    "profile_data": {"answers": {"profile_data": {}}},
    "consent": {"answers": {"consent": True}},
    "permission": {"answers": {"permission": True}},
    "robot": {"answers": {"robot": True}},
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
) -> SignIn[Client]:
    has_account, has_profile = KNOWN.get(situation, (False, False)) if situation else (False, False)
    asked = {
        "redirect_uri": "",
        "state": "",
        "scope": "",
        "login_hint": "",
        "prompt": "",
        "opener": "",
        "callback": None,
    }
    return SignIn(
        world=world,
        id="1",
        browser="",
        client=client,
        account=vk_account("hash" if has_password else None) if has_account else None,
        profile=profile() if has_profile else None,
        **{**asked, **{name: value for name, value in FORGOTTEN.items() if name != "vk_account_id"}}
        | {"situation": situation, **answers},
    )


def vk_account(password_hash: str | None = None) -> VkAccount:
    known = {"phone": "+71991111111", "email": None, "password_hash": password_hash, "totp_secret": None}
    return VkAccount(id=1, wrong_passwords=0, locked_until=0.0, **known, **ANNA)


def profile() -> StudyProfile:
    return StudyProfile(id=1, vk_account_id=1, kind="study", **ANNA)


def needed(sign_in: SignIn[Client]) -> str | None:
    screen = SignIns(SCREENS, {}).needed(sign_in)
    return screen and screen.name


def walked(world: World, situation: Situation, **asked: Any) -> list[str]:
    """All screens the person sees when each is answered."""
    seen: list[str] = []
    answers: dict[str, Any] = {"answers": {}}
    while screen := needed(sign_in(world, situation, **asked, **answers)):
        seen.append(screen)
        answers |= {**ANSWERS[screen], "answers": answers["answers"] | ANSWERS[screen].get("answers", {})}
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
    asked = {"client": MESSENGER, "prompt": SELECT_ACCOUNT}
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
    assert needed(sign_in(world, None)) == "phone"


def test_who_has_seen_whom_the_browser_remembers_is_not_asked_once_more(world: World) -> None:
    """A client's own screen of the account is where one chooses who signs in."""
    remembered = {one: ["account"] for one in Situation if one not in UNKNOWN}
    data = {**MESSENGER.model_dump(), "journey": {**MESSENGER.journey, **remembered}}
    client = Client.model_validate(data, context=SCREENS)
    asked = {"client": client, "prompt": SELECT_ACCOUNT}
    for situation in (Situation.REMEMBERED_WITH_PROFILE, Situation.REMEMBERED_WITHOUT_PROFILE):
        assert walked(world, situation, **asked) == ["account"]


def test_change_of_the_number_forgets_everything(world: World) -> None:
    changed = {name: value for answer in ANSWERS.values() for name, value in answer.items()}
    changed["answers"] = dict.fromkeys(SCREENS, True)
    complete = sign_in(world, Situation.WITH_PROFILE, **changed)
    assert needed(complete) is None
    known = {name: value for name, value in FORGOTTEN.items() if name != "vk_account_id"}
    assert needed(replace(complete, account=None, **known)) == "phone"
    assert set(changed) <= set(FORGOTTEN)


def test_every_screen_waits_for_exactly_one_answer(world: World) -> None:
    assert set(SCREENS) == set(ANSWERS)
    for name, screen in SCREENS.items():
        assert screen.name == name
        assert not screen.is_done(sign_in(world, Situation.WITH_VK_ID))
        assert screen.is_done(sign_in(world, Situation.WITH_VK_ID, **ANSWERS[name]))


@pytest.mark.parametrize(("situation", "known"), KNOWN.items())
def test_situation_follows_from_what_is_known(situation: Situation, known: tuple[bool, bool]) -> None:
    remembered = situation.value.startswith("remembered")
    account, study_profile = vk_account() if known[0] else None, profile() if known[1] else None
    assert situation_of(account, study_profile, remembered=remembered) is situation


def test_way_that_a_missing_password_would_leave_open_is_refused() -> None:
    data = PERM.model_dump()
    data["journey"][Situation.WITH_PROFILE] = ["phone", "password", "profile_data"]
    with pytest.raises(ValueError, match=r"journey\.with_profile\n  .* нужен «code» или «code_instead»"):
        Client.model_validate(data, context=SCREENS)


def test_client_must_have_a_way_for_every_situation() -> None:
    data = PERM.model_dump()
    del data["journey"][Situation.WITH_VK_ID]
    with pytest.raises(ValueError, match=r"journey\.with_vk_id\n  ключа нет"):
        Client.model_validate(data, context=SCREENS)
