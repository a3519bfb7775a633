"""Captions of controls that no scenario and no clause quotes, but whole ways press: a screen may well have them."""

from __future__ import annotations

DELETE_VK_ID = "Удалить VK ID"
PRESSED = (DELETE_VK_ID,)

# Beginnings of captions whose end is the world's.
CONTINUE_AS = "Продолжить как "
DISCONNECT = "Отключить: "
BEGINNINGS = (CONTINUE_AS, DISCONNECT)
