"""A journal is known by its folder: what lies outside, its address in the stand and its name in reports, agrees."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fixtures.stand import load_stand
from sim_server.domain.database import Database
from sim_server.journal.site_file import read_sites
from sim_server.journal.site_tables import JournalSite
from sim_server.services.service_file import read_services
from sim_server.simulator import Simulator

REPORTED = Path(__file__).parent.parent.parent / "reports" / "systems.toml"
JOURNALS = read_sites()


@pytest.mark.parametrize("site", JOURNALS, ids=lambda site: site.id)
def test_stand_knows_the_address_of_the_journal(site: JournalSite) -> None:
    assert load_stand("sim").site(f"journal.{site.id}") == f"https://{site.faces[0].host}"


def test_stand_has_no_address_where_the_simulator_is_not(database: Database) -> None:
    hosts = {f"https://{host}" for host in Simulator(database).hosts}
    assert set(load_stand("sim").sites.values()) <= hosts


def test_reports_name_only_sites_of_the_stand_and_the_services_as_they_are_called() -> None:
    named = tomllib.loads(REPORTED.read_text(encoding="utf-8"))
    assert set(named) <= set(load_stand("sim").sites)
    assert {service.name for service in read_services()} <= set(named.values())
