"""What a VK ID is connected with, and how that ends."""

from datetime import date
from typing import Any

import pytest

from sim_server.domain.connections import (
    delete_account,
    disconnect_client,
    disconnect_journal,
    journals_of,
)
from sim_server.domain.consents import clients_of, connect
from sim_server.domain.journal_accounts import JournalAccount, account_by_login
from sim_server.domain.linking import Severance, link, profile_linked_to
from sim_server.domain.people import AccountData, PersonData, VkIdData, add_people
from sim_server.domain.people import OwnParticulars as ProfileData
from sim_server.domain.tables import SiteSessionRow
from sim_server.domain.vk_accounts import (
    PhoneTaken,
    VkAccount,
    account_of_address,
    change_phone,
    profile_of,
)
from sim_server.domain.worlds import World

PHONE, COLLEAGUE_S = "+71991111111", "+71992222222"
JOURNALS: dict[str, Any] = {"perm": [], "diary": []}


def person(key: str, phone: str, email: str | None = None) -> PersonData:
    accounts = [
        AccountData(journal=one, login=f"{key}.{one}", password="x", school="Школа № 12", linked=True)
        for one in JOURNALS
    ]
    return PersonData(
        key=key,
        last_name="Соколова",
        first_name="Анна",
        middle_name="Викторовна",
        birth_date=date(1984, 3, 12),
        sex="female",
        phone=phone,
        journal_accounts=accounts,
        vk_id=VkIdData(email=email),
        study_profile=ProfileData(),
    )


@pytest.fixture(autouse=True)
def everybody(world: World) -> None:
    """Two people, each linked in both journals."""
    add_people(world, [person("anna", PHONE, "anna@pochta.test"), person("pavel", COLLEAGUE_S)], JOURNALS)


def vk_id(world: World, phone: str = PHONE) -> VkAccount:
    with world.database.read() as session:
        found = account_of_address(session, world, phone)
    assert found is not None
    return found


def account_in(world: World, login: str) -> JournalAccount:
    with world.database.read() as session:
        found = account_by_login(session, world, login.partition(".")[2], login)
    assert found is not None
    return found


def keep_session(world: World, site: str, **data: int) -> None:
    with world.database.write() as session:
        row = SiteSessionRow(
            id=f"{site}-{data}", world_id=world.id, site=site, data=data, expires_at=world.now() + 9
        )
        session.add(row)


def kept_sites(world: World) -> set[str]:
    with world.database.read() as session:
        return {row.site for row in session.query(SiteSessionRow).filter_by(world_id=world.id)}


def test_journal_that_is_disconnected_is_unlinked_alone_and_remembers_why(world: World) -> None:
    disconnect_journal(world, vk_id(world), "perm")
    assert journals_of(world, vk_id(world)) == ["diary"]
    assert account_in(world, "anna.perm").severed == Severance.DISCONNECTED
    assert account_in(world, "anna.diary").severed is None
    assert journals_of(world, vk_id(world, COLLEAGUE_S)) == ["perm", "diary"]


def test_linking_anew_forgets_why_it_was_unlinked(world: World) -> None:
    disconnect_journal(world, vk_id(world), "perm")
    with world.database.read() as session:
        profile = profile_of(session, vk_id(world))
    assert profile is not None
    link(world, account_in(world, "anna.perm"), profile.id, [])
    assert account_in(world, "anna.perm").severed is None


def test_client_that_is_disconnected_loses_consent_and_sessions(world: World) -> None:
    account = vk_id(world)
    with world.database.write() as session:
        connect(session, world, account.id, "gto")
        connect(session, world, account.id, "gto")
        connect(session, world, account.id, "sferum")
    keep_session(world, "gto", vk_account=account.id)
    keep_session(world, "sferum", vk_account=account.id)
    disconnect_client(world, account, "gto")
    assert clients_of(world, account) == ["sferum"]
    assert kept_sites(world) == {"sferum"}


def test_deleted_account_takes_links_and_sessions_along_and_frees_number_and_address(world: World) -> None:
    account = vk_id(world)
    with world.database.read() as session:
        profile = profile_of(session, account)
    assert profile is not None
    keep_session(world, "vk-messenger", user=profile.id)
    keep_session(world, "vk_id", vk_account=account.id)
    keep_session(world, "gto", vk_account=vk_id(world, COLLEAGUE_S).id)
    delete_account(world, account)
    with world.database.read() as session:
        assert account_of_address(session, world, PHONE) is None
        assert account_of_address(session, world, "anna@pochta.test") is None
    for login in ("anna.perm", "anna.diary"):
        assert profile_linked_to(world, account_in(world, login)) is None
        assert account_in(world, login).severed == Severance.DELETED
    assert profile_linked_to(world, account_in(world, "pavel.perm")) is not None
    assert kept_sites(world) == {"gto"}


def test_number_of_another_vk_id_is_refused_and_changes_nothing(world: World) -> None:
    with pytest.raises(PhoneTaken):
        change_phone(world, vk_id(world), COLLEAGUE_S)
    assert vk_id(world).email == "anna@pochta.test"


def test_changed_number_frees_the_old_one_and_keeps_the_links(world: World) -> None:
    change_phone(world, vk_id(world), "+71993333333")
    with world.database.read() as session:
        assert account_of_address(session, world, PHONE) is None
    assert journals_of(world, vk_id(world, "+71993333333")) == ["perm", "diary"]
