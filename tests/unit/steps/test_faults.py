"""The troubles that scenarios name go wrong as their names say, and where the simulator looks for them."""

import re

import pytest

from fixtures.control import Fault
from sim_server.domain.codes import LINES
from sim_server.domain.limits import LIMITS
from sim_server.vk_sign_in import POINTS, VK_ID
from steps.screens.faults import BEARABLE, FAULTS, TOO_LONG

SAYING = {
    "slow": "медленно|небыстро",
    "silent": "не отвеча|молчит",
    "error": "не дохо|не прохо|не открыва|не отдаёт|отвечает журналу ошибкой",
}
PASSED = {*LINES.values(), *((VK_ID, point) for point in POINTS.values())}
BESIDE_PAGES = {name: fault for name, fault in FAULTS.items() if fault.point != "page"}


def test_bearable_is_within_the_patience_of_a_system_and_too_long_beyond_it() -> None:
    assert 0 < BEARABLE < LIMITS.patience_seconds < TOO_LONG


@pytest.mark.parametrize(("name", "fault"), FAULTS.items(), ids=FAULTS)
def test_trouble_is_of_the_kind_its_name_says(name: str, fault: Fault) -> None:
    assert [kind for kind, words in SAYING.items() if re.search(words, name)] == [fault.kind]


@pytest.mark.parametrize(("name", "fault"), FAULTS.items(), ids=FAULTS)
def test_only_what_is_slow_takes_time_and_only_too_much_if_its_name_says_so(name: str, fault: Fault) -> None:
    bearable_or_not = TOO_LONG if "слишком" in name else BEARABLE
    assert fault.seconds == (bearable_or_not if fault.kind == "slow" else 0)


@pytest.mark.parametrize(("name", "fault"), BESIDE_PAGES.items(), ids=BESIDE_PAGES)
def test_trouble_is_ordered_where_the_simulator_passes(name: str, fault: Fault) -> None:
    assert (fault.system, fault.point) in PASSED
