"""The page of faults and numbers is what the command prints, and each of them is tried by a scenario."""

from pathlib import Path

import pytest

from fixtures.faults import read_numbers
from fixtures.journals import OWN, read_journals
from fixtures.people import MISHAPS, PHONE_PREFIX, invent
from sim_server.domain.fault_tables import KINDS, POINTS, fault_tables
from sim_server.domain.faults import KINDS_AT, FaultKind
from sim_server.domain.numbers import NUMBERS, Number
from sim_server.journal.site_file import read_sites
from steps.catalogue.mishaps import Mishap, main, numbers, troubles

DOCS = Path(__file__).parents[2] / "docs"


def test_page_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--format", "md"]) == 0
    kept = (DOCS / "faults.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out == kept, "Обновите: python3 svyazka.py faults --format md > docs/faults.md"


@pytest.mark.parametrize("mishap", [*troubles(), *numbers()], ids=lambda one: one.name)
def test_each_has_its_scenario(mishap: Mishap) -> None:
    assert mishap.scenario, f"сценария нет: {mishap.name}"


def test_what_has_no_scenario_is_told_so(tmp_path: Path) -> None:
    assert {one.scenario for one in troubles(tmp_path, tmp_path)} == {""}


def test_tables_of_the_control_api_are_on_the_page_for_developers() -> None:
    page = (DOCS / "vk-id.md").read_text(encoding="utf-8")
    assert fault_tables() in page, "Обновите: python3 svyazka.py serve --faults"
    assert KINDS.keys() == {*FaultKind} == {kind for kinds in KINDS_AT.values() for kind in kinds}
    assert POINTS.keys() == {point for _system, point in KINDS_AT}


def test_something_happens_with_every_number_and_nobody_is_given_one_by_chance() -> None:
    assert [one.phone for one in read_numbers()] == [*NUMBERS]
    for phone, number in NUMBERS.items():
        assert phone.startswith(f"{PHONE_PREFIX}{MISHAPS}")
        assert number.says
        assert number != Number(phone=phone, says=number.says)


def test_number_by_chance_is_moved_out_of_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fixtures.people._faker", lambda: Unlucky())
    assert invent("me", 1, "perm").phone == f"{PHONE_PREFIX}1000001"


@pytest.mark.parametrize("site", read_sites(), ids=lambda site: site.id)
def test_journal_is_known_to_vk_id_by_the_name_that_scenarios_order_faults_by(site: object) -> None:
    assert read_journals()[site.id].client == site.vk_id.id  # type: ignore[attr-defined]


def test_vk_id_s_own_site_is_no_journal() -> None:
    assert read_journals()[OWN.name].client == ""


class Unlucky:
    """Draws a number to which something happens."""

    def __getattr__(self, name: str) -> object:
        return lambda *_: "Иванова" if "name" in name else "female"

    def numerify(self, text: str) -> str:
        return "9000001" if text == "#######" else "12345678"

    def random_int(self, *_: int) -> int:
        return 1
