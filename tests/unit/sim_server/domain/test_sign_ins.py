"""Whom a sign-in offers because the browser remembers them, and what it forgets with its person."""

from collections.abc import Callable

import pytest

from sim_server.domain import sign_ins
from sim_server.domain.database import Database
from sim_server.domain.sign_ins import AuthorizationRequest, SignIn, begin
from sim_server.domain.vk_accounts import VkAccount, register_account
from sim_server.domain.walks import note
from sim_server.domain.worlds import World, create_world
from sim_server.journal.site_file import SITES, read_site
from sim_server.vk_id.clients import Client
from sim_server.vk_id.sign_in import sign_in_screens
from tests.people import ANNA, kept_of

PHONE, OTHER_PHONE, MAIL = "+71991111111", "+71992222222", "anna@pochta.test"
BY_NUMBER = read_site(SITES / "perm" / "site.toml", sign_in_screens()).vk_id
BY_MAIL_TOO = BY_NUMBER.model_copy(update={"email_allowed": True})


def registered(world: World, address: str) -> VkAccount:
    with world.database.write() as session:
        return register_account(session, world, address, kept_of(ANNA))


def begun(world: World, client: Client, account: VkAccount, **asked: str) -> SignIn[Client]:
    """A sign-in in a browser that remembers this person."""
    return begin(world, client, AuthorizationRequest("https://client.test/", **asked), "browser", account.id)


@pytest.mark.parametrize(
    ("address", "client", "is_offered"),
    [
        (PHONE, BY_NUMBER, True),
        (PHONE, BY_MAIL_TOO, True),
        (MAIL, BY_NUMBER, False),
        (MAIL, BY_MAIL_TOO, True),
    ],
)
def test_who_has_only_an_address_is_not_offered_where_a_number_is_wanted(
    world: World, address: str, client: Client, is_offered: bool
) -> None:
    """mesh_teacher.v2.1.3: by a mobile number only; whoever is not offered types theirs."""
    account = registered(world, address)
    assert begun(world, client, account).account == (account if is_offered else None)


def test_who_is_not_the_wanted_person_is_not_offered(world: World) -> None:
    assert begun(world, BY_NUMBER, registered(world, PHONE), login_hint="1").account is None


def test_person_of_another_world_is_not_offered(world: World, database: Database) -> None:
    stranger = registered(create_world(database, seed=8), PHONE)
    assert begun(world, BY_NUMBER, stranger).account is None


@pytest.mark.parametrize(
    "leave",
    [sign_ins.forget_person, lambda one: sign_ins.take_phone(one, OTHER_PHONE)],
    ids=["another account", "another number"],
)
def test_what_one_person_has_proven_and_said_is_forgotten_with_them(
    world: World, leave: Callable[[SignIn[Client]], None]
) -> None:
    sign_in_id = begun(world, BY_NUMBER, registered(world, PHONE)).id

    def now() -> SignIn[Client]:
        return sign_ins.load(world, {BY_NUMBER.id: BY_NUMBER}, sign_in_id, "browser")

    said = {"password_proven": True, "forgotten": True, "phone_proven": True, "answers": {"consent": True}}
    note(now(), **said)
    leave(now())
    left = now()
    assert (left.account, left.password_proven, left.forgotten, left.phone_proven) == (
        None,
        False,
        False,
        False,
    )
    assert left.answers == {}
