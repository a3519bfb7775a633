"""The usual ways into the sites that one enters by VK ID, for scenarios that are about something else."""

from __future__ import annotations

from steps.screens.actor import Actor
from steps.screens.promised import DELETE_VK_ID, DISCONNECT
from steps.ways import vk_id
from steps.ways.carrying import carry_out
from steps.ways.errand import Errand, move


def enter_sferum(actor: Actor) -> None:
    """Sign in to Сферум in the study profile; who has none gets one on the way."""
    ways_in = move("Войти"), move("Профиль Сферума", on="Каким профилем войти?")
    vk_id.into_service(actor, actor.world.stand.site("sferum"), *ways_in, end="Учебный профиль")


def enter_gto(actor: Actor) -> None:
    """Sign in to the portal of ГТО."""
    site = actor.world.stand.site("gto")
    vk_id.into_service(actor, site, move("Войти с VK ID"), end="Личный кабинет участника")


def open_account_page(actor: Actor) -> None:
    """Open VK ID's account page in a browser that remembers the person."""
    carry_out(actor, Errand(actor.world.stand.site("vk_id"), end="Кабинет VK ID"))


def disconnect(actor: Actor, service: str) -> None:
    """Disconnect a service on the account page and answer the question."""
    open_account_page(actor)
    actor.screen.press(f"{DISCONNECT}{service}")
    actor.screen.prove(f"Отключить «{service}»?")
    actor.screen.press("Отключить")
    actor.screen.prove("Кабинет VK ID")


def delete_vk_id(actor: Actor) -> None:
    """Delete the VK ID on its account page and answer the question."""
    open_account_page(actor)
    actor.screen.press(DELETE_VK_ID)
    actor.screen.prove("Удалить VK ID?")
    actor.screen.press(DELETE_VK_ID)
    actor.screen.prove("VK ID")
