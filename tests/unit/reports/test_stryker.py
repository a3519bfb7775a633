"""The report of mutation testing is one by its own schema, and says of each defect what the matrix says."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft7Validator

from reports.stryker import report
from tests.unit.reports.tried_defects import example

SCHEMA = files("reports") / "bundles" / "stryker" / "mutation-testing-report-schema.json"


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return report(example())


def mutants(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        one["id"]: {**one, "file": file} for file, each in told["files"].items() for one in each["mutants"]
    }


def test_it_is_what_its_schema_asks_for(told: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(told)] == []


def test_each_state_has_its_status(told: dict[str, Any]) -> None:
    assert {name: one["status"] for name, one in mutants(told).items()} == {
        "any_code_accepted": "Killed",
        "caption:Войти": "Killed",
        "caption:Нигде": "NoCoverage",
        "no_lock_out": "Survived",
        "alert_on_journal_desk": "Survived",
        "wider_rows": "Ignored",
    }


def test_defect_stands_at_its_clause_else_in_its_file(told: dict[str, Any]) -> None:
    found = mutants(told)
    assert found["caption:Войти"]["file"] == "fixtures/instructions/perm.toml"
    line = found["caption:Войти"]["location"]["start"]["line"]
    source = told["files"]["fixtures/instructions/perm.toml"]["source"].splitlines()
    assert source[line - 1] == 'id = "perm.in.2.3"'
    assert found["any_code_accepted"]["file"] == "sim_server/defects/named/codes/any_code_accepted.py"


def test_who_killed_it_is_a_scenario_of_its_feature(told: dict[str, Any]) -> None:
    (killer,) = mutants(told)["caption:Войти"]["killedBy"]
    tests = told["testFiles"]["features/perm/sign_in.feature"]["tests"]
    assert {"id": killer, "name": "С неверным паролем не пускают"} in tests


def test_accident_is_told_as_such(told: dict[str, Any]) -> None:
    assert "Замечен случайно" in mutants(told)["alert_on_journal_desk"]["statusReason"]
