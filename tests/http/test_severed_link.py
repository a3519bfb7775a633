"""A link that VK ID took back: every place of every journal says so at the next visit."""

import pytest

from sim_server.journal.site_file import read_sites
from sim_server.journal.site_tables import Labels
from sim_server.simulator import Simulator
from tests.http.ways import VK_ID, prove_phone
from tests.http.world import World
from tests.people import PAVEL, with_account

ROLES = {"diary": "parent", "paragraf": "pupil"}
PLACES = [
    (site.id, face.host, place.path) for site in read_sites() for face in site.faces for place in face.places
]
WAYS = {
    "disconnected": ("/services/journal/{journal}", "Отключить"),
    "deleted": ("/delete", "Удалить VK ID"),
}


@pytest.mark.parametrize("why", WAYS)
@pytest.mark.parametrize(("journal", "host", "path"), PLACES)
def test_place_says_why_nothing_is_linked(
    simulator: Simulator, journal: str, host: str, path: str, why: str
) -> None:
    person = with_account(PAVEL, journal=journal, role=ROLES.get(journal, "teacher"))
    world = World(simulator, [person])
    owner, visitor = world.browser("d1"), world.browser("d2")
    address, button = WAYS[why]
    owner.open(VK_ID)
    owner.submit("Войти в VK ID")
    prove_phone(owner, world, person)
    owner.open(VK_ID + address.format(journal=journal))
    owner.submit(button)
    account = person["journal_accounts"][0]
    visitor.open(f"https://{host}/login")
    visitor.submit("Войти", login=account["login"], password=account["password"])
    assert Labels.model_fields[why].default in visitor.open(f"https://{host}{path}").text
