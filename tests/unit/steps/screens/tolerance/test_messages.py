"""Messages are read off a page by their words alone."""

from __future__ import annotations

import pytest

from steps.screens.tolerance.messages import messages_among

KINDS = ("СМС", "Пропущенный звонок")


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        (["Телефон +7 199", "Сообщений нет."], []),
        (
            ["Телефон", "СМС от VK: код 123456", "", "27 ноября", "СМС от VK:", "код 654321", "Хорошо"],
            ["СМС от VK: код 123456 27 ноября", "СМС от VK: код 654321 Хорошо"],
        ),
        (["Пропущенный звонок: +7 000 123-45-67"], ["Пропущенный звонок: +7 000 123-45-67"]),
    ],
)
def test_message_goes_on_to_the_next_one(lines: list[str], messages: list[str]) -> None:
    assert messages_among(lines, KINDS) == messages
