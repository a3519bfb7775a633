"""What is told of the pages of a way: where the words of each stand."""

from sim_server.domain.sign_ins import Situation
from sim_server.journal.site_file import read_sites
from sim_server.showing.telling import _Teller
from sim_server.showing.walker import Stop, invented
from sim_server.vk_id.app import HOSTS
from sim_server.vk_id.sign_in import sign_in_screens

CASE = Situation.WITH_VK_ID
BORROWING = {name: screen.worded_as for name, screen in sign_in_screens().items() if screen.worded_as}


def test_screen_in_the_words_of_another_is_told_with_the_keys_of_that_one() -> None:
    diary = next(site for site in read_sites() if "code_instead" in site.vk_id.journey[CASE])
    teller = _Teller(diary, 0, 0, CASE, invented(diary, "parent", CASE, 1))
    assert BORROWING
    for name, owner in BORROWING.items():
        title = diary.vk_id.words(owner, CASE)["title"]
        (screen,) = teller.screens([Stop(HOSTS[0], name, f"<main><h1>{title}</h1></main>")])
        keys = {one["text"]: one["keys"] for one in screen["captions"]}
        assert (screen["system"], screen["screen"]) == ("vk_id", name)
        assert keys[title][0] == f"vk_id.wording.{owner}.title"
