"""What reached an address: in its order, and who was reached by what."""

import threading
from concurrent.futures import ThreadPoolExecutor

from sim_server.domain.deliveries import addresses_reached, deliver, messages_of, wait_for_messages
from sim_server.domain.worlds import World, advance_clock

PATIENCE = 10.0
NUMBER, OTHER = "+71991111111", "+71992222222"


def test_messages_come_oldest_first_and_only_newer_ones(world: World) -> None:
    with world.database.write() as session:
        for text in ("первое", "второе", "третье"):
            deliver(session, world, NUMBER, "sms", "VK", text)
        deliver(session, world, OTHER, "sms", "VK", "чужое")
    first, second, third = messages_of(world, NUMBER)
    assert [first.text, second.text, third.text] == ["первое", "второе", "третье"]
    assert [message.id for message in messages_of(world, NUMBER, after=second.id)] == [third.id]


def test_phones_and_mailboxes_are_told_apart_and_the_latest_comes_first(world: World) -> None:
    with world.database.write() as session:
        deliver(session, world, NUMBER, "sms", "VK", "СМС")
        deliver(session, world, "karina@pochta.test", "letter", "VK", "письмо", "Код")
        deliver(session, world, OTHER, "call", "+7 199 333-33-33", "звонок")
    assert addresses_reached(world, letters=False) == [OTHER, NUMBER]
    assert addresses_reached(world, letters=True) == ["karina@pochta.test"]


def test_who_waits_for_what_comes_late_sees_it_when_the_clock_is_moved(
    world: World, waits: threading.Event
) -> None:
    with world.database.write() as session:
        deliver(session, world, NUMBER, "sms", "VK", "поздно", late_by=180)
    with ThreadPoolExecutor(1) as pool:
        come = pool.submit(wait_for_messages, world, NUMBER, 0, PATIENCE)
        assert waits.wait(PATIENCE)
        advance_clock(world, 180)
        assert [one.text for one in come.result(PATIENCE / 2)] == ["поздно"]
