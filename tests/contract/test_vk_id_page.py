"""The page for developers of a journal: its table is the one of the rules, its file of clients is one."""

import re
import tomllib
from pathlib import Path
from textwrap import dedent

from sim_server.domain.protocol_rules import Profile, Rules, rules, rules_table, switches
from sim_server.vk_id.app import HOSTS
from sim_server.vk_id.endpoints import AUTH, ENDPOINTS
from sim_server.vk_id.registration import OwnClients

PAGE = (Path(__file__).parents[2] / "docs" / "vk-id.md").read_text(encoding="utf-8")


def test_table_of_the_rules_is_on_the_page() -> None:
    assert rules_table() in PAGE


def test_every_switch_is_a_rule_and_has_its_evidence() -> None:
    assert {*switches()} == {*Rules.model_fields}
    assert all(one.evidence and one.says for one in switches().values())
    assert rules(Profile.OBSERVED) != rules(Profile.STRICT)


def test_file_of_clients_on_the_page_is_sound() -> None:
    found = re.search(r"^ +\[\[clients\]\]\n(?: +\S.*\n)+", PAGE, re.MULTILINE)
    assert found is not None
    (client,) = OwnClients.model_validate(tomllib.loads(dedent(found[0]))).clients
    assert len(client.redirect_uris) == 2


def test_every_call_and_host_is_named() -> None:
    assert all(f"/oauth2/{name}" in PAGE for name in (AUTH, *ENDPOINTS))
    assert all(f"`{host}`" in PAGE for host in HOSTS)
