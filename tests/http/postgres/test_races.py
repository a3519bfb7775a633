"""Fifty at once, at several processes on one PostgreSQL: the same as in one process."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from sim_server.domain.limits import LIMITS
from tests.http.browser import Browser
from tests.http.protocol import authorize_address
from tests.http.test_races import (
    test_last_screen_sent_at_once_gives_one_answer,
    test_one_callback_links_once,
    test_one_code_is_exchanged_once,
    test_one_form_sends_one_code,
    test_one_number_is_registered_once,
    test_one_profile_is_linked_with_one_account,
    test_one_written_form_is_one_message,
    test_sign_ins_at_once_are_one_consent,
)
from tests.http.ways import GO_ON, give_phone
from tests.http.world import World
from tests.people import ANNA, PASSWORD

__all__ = [
    "test_last_screen_sent_at_once_gives_one_answer",
    "test_one_callback_links_once",
    "test_one_code_is_exchanged_once",
    "test_one_form_sends_one_code",
    "test_one_number_is_registered_once",
    "test_one_profile_is_linked_with_one_account",
    "test_one_written_form_is_one_message",
    "test_sign_ins_at_once_are_one_consent",
]
GUESSES = 16


def test_guesses_at_once_are_judged_no_oftener_than_five(world: World) -> None:
    """Each in a browser of its own, all of one account: not even the right one opens after them."""

    def reach_password(number: int) -> Browser:
        browser = world.browser(f"d{number}")
        browser.open(authorize_address())
        give_phone(browser, ANNA["phone"])
        return browser

    with ThreadPoolExecutor(GUESSES) as pool:
        browsers = list(pool.map(reach_password, range(GUESSES)))
        told = pool.map(lambda browser: browser.submit(GO_ON, password="guess").alerts[0], browsers)
        judged = Counter(words == "Неверный пароль" for words in told)
    assert judged == {True: LIMITS.wrong_passwords - 1, False: GUESSES - LIMITS.wrong_passwords + 1}
    assert "слишком много попыток" in browsers[0].submit(GO_ON, password=PASSWORD).text
