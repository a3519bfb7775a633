"""Which sessions of a VK ID end, and which stay."""

from datetime import date
from typing import Any

import pytest

from sim_server.domain.sign_outs import end_sessions, sign_out_elsewhere
from sim_server.domain.tables import InteractionRow, PersonalPageRow, SiteSessionRow
from sim_server.domain.vk_accounts import VkAccount, make_profile, register_account
from sim_server.domain.worlds import World, create_world

ANNA = {"last_name": "Соколова", "first_name": "Анна", "middle_name": "", "birth_date": date(1984, 3, 12)}
PARTICULARS: dict[str, Any] = {**ANNA, "sex": "female"}
PLACES = ("here", "there")
CLIENTS = ("vk-messenger", "sferum", "gto", "vkontakte")


def registered(world: World, phone: str) -> tuple[VkAccount, dict[str, int]]:
    """A VK ID with a study profile and a page, and what sessions of its person hold."""
    with world.database.write() as session:
        account = register_account(session, world, phone, PARTICULARS)
        profile = make_profile(session, world, account, PARTICULARS)
        page = PersonalPageRow(world_id=world.id, vk_account_id=account.id, **PARTICULARS)
        session.add(page)
        session.flush()
        return account, {"vk_account": account.id, "profile": profile.id, "page": page.id}


def keep(world: World, session_id: str, site: str, **data: Any) -> None:
    with world.database.write() as session:
        session.add(
            SiteSessionRow(
                id=f"{world.name} {session_id}",
                world_id=world.id,
                site=site,
                data=data,
                expires_at=world.now() + 9,
            )
        )


def begin_way(world: World, browser: str, state: str, account: VkAccount) -> None:
    """A sign-in through VK ID in that browser."""
    names = ("client_id", "redirect_uri", "scope", "code_challenge", "device_id")
    with world.database.write() as session:
        session.add(
            InteractionRow(
                id=f"{world.name} {state}",
                world_id=world.id,
                browser=f"{world.name} {browser}",
                state=state,
                created_at=world.now(),
                vk_account_id=account.id,
                **dict.fromkeys(names, ""),
            )
        )


def kept(world: World, table: Any = SiteSessionRow) -> set[str]:
    with world.database.read() as session:
        ids = [row.id for row in session.query(table).filter_by(world_id=world.id)]
    return {one.removeprefix(f"{world.name} ") for one in ids}


@pytest.fixture
def account(world: World) -> VkAccount:
    """Anna, in two browsers signed in everywhere; others are signed in too."""
    account, ids = registered(world, "+71991111111")
    for place in PLACES:
        keep(world, place, "vk_id", vk_account=account.id, browser=f"{world.name} {place}")
        for client in CLIENTS:
            state = f"{client} {place}"
            begin_way(world, place, state, account)
            who = {"user": ids["profile"]} if client == "vk-messenger" else {"vk_account": account.id}
            keep(world, state, client, **who, state=state)
    begin_way(world, "there", "page there", account)
    keep(world, "page there", "vk-messenger", user=ids["page"], state="page there")
    keep(world, "journal there", "perm", account=account.id)
    other, _ids = registered(world, "+71992222222")
    keep(world, "other there", "gto", vk_account=other.id)
    return account


NOT_HERS = {"journal there", "other there"}
HERE = {"here", *(f"{client} here" for client in CLIENTS)}
THERE = {"there", "page there", *(f"{client} there" for client in CLIENTS)}


def test_elsewhere_is_every_site_in_every_browser_but_this_one(world: World, account: VkAccount) -> None:
    with world.database.write() as session:
        sign_out_elsewhere(session, world, account, f"{world.name} here")
    assert kept(world) == HERE | NOT_HERS
    assert kept(world, InteractionRow) == HERE - {"here"}


def test_session_that_knows_no_sign_in_counts_as_begun_elsewhere(world: World, account: VkAccount) -> None:
    keep(world, "of old", "gto", vk_account=account.id)
    with world.database.write() as session:
        sign_out_elsewhere(session, world, account, f"{world.name} here")
    assert "of old" not in kept(world)


def test_sessions_of_one_site_end_in_this_browser_too(world: World, account: VkAccount) -> None:
    with world.database.write() as session:
        end_sessions(session, world, account, SiteSessionRow.site == "gto")
    assert kept(world) == (HERE | THERE | NOT_HERS) - {"gto here", "gto there"}


def test_without_conditions_every_session_of_hers_ends(world: World, account: VkAccount) -> None:
    with world.database.write() as session:
        end_sessions(session, world, account)
    assert kept(world) == NOT_HERS


def test_another_world_is_not_touched(world: World, account: VkAccount) -> None:
    neighbour = create_world(world.database, seed=7)
    keep(neighbour, "same numbers", "gto", vk_account=account.id)
    with world.database.write() as session:
        end_sessions(session, world, account)
    assert kept(neighbour) == {"same numbers"}
