"""The usual ways into the sites that one enters by VK ID, for scenarios that are about something else."""

from __future__ import annotations

from steps.screens.actor import Actor
from steps.screens.promised import DELETE_VK_ID, DISCONNECT
from steps.ways import vk_id


def enter_sferum(actor: Actor) -> None:
    """Sign in to Сферум in the study profile; who has none gets one on the way."""
    actor.screen.open(actor.world.stand.site("sferum"))
    actor.screen.press("Войти")
    actor.screen.prove("Каким профилем войти?")
    actor.screen.press("Профиль Сферума")
    vk_id.walk_for_itself(actor)
    actor.screen.prove("Учебный профиль")


def enter_gto(actor: Actor) -> None:
    """Sign in to the portal of ГТО."""
    actor.screen.open(actor.world.stand.site("gto"))
    actor.screen.press("Войти с VK ID")
    vk_id.walk_for_itself(actor)
    actor.screen.prove("Личный кабинет участника")


def open_account_page(actor: Actor) -> None:
    """Open VK ID's account page in a browser that remembers the person."""
    actor.screen.open(actor.world.stand.site("vk_id"))
    actor.screen.prove("Кабинет VK ID")


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
