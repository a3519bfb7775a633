"""The troubles a scenario may name, and what goes wrong then."""

from __future__ import annotations

from fixtures.control import Fault

TOO_LONG = 60.0  # seconds: longer than one system waits for another
BEARABLE = 4.0  # seconds: shorter than that

FAULTS = {
    "СМС не доходят": Fault("phone", "sms", "error"),
    "звонки не проходят": Fault("phone", "call", "error"),
    "письма не доходят": Fault("mailbox", "letter", "error"),
    "страницы VK ID не открываются": Fault("vk_id", "page", "error"),
    "страницы VK ID не отвечают": Fault("vk_id", "page", "silent"),
    "страницы VK ID открываются медленно": Fault("vk_id", "page", "slow", BEARABLE),
    "страницы журнала не открываются": Fault("journal", "page", "error"),
    "страницы мессенджера не открываются": Fault("messenger", "page", "error"),
    "VK ID отвечает журналу ошибкой": Fault("vk_id", "token", "error"),
    "VK ID отвечает журналу слишком медленно": Fault("vk_id", "token", "slow", TOO_LONG),
    "VK ID отвечает журналу небыстро": Fault("vk_id", "token", "slow", BEARABLE),
    "VK ID не отвечает журналу": Fault("vk_id", "token", "silent"),
    "VK ID не отдаёт журналу личные данные": Fault("vk_id", "user_info", "error"),
    "VK ID слишком медленно отдаёт личные данные": Fault("vk_id", "user_info", "slow", TOO_LONG),
    "VK ID молчит в ответ на личные данные": Fault("vk_id", "user_info", "silent"),
}


class FaultUnknown(LookupError):
    """No such trouble is known; the message lists those that are."""


def fault_named(name: str) -> Fault:
    """What goes wrong under this name; raises FaultUnknown."""
    if name not in FAULTS:
        raise FaultUnknown(f"Неполадки «{name}» нет; есть: {', '.join(f'«{known}»' for known in FAULTS)}.")
    return FAULTS[name]
