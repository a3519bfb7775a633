"""The static part of a stream says what the protocol's own package would say."""

from __future__ import annotations

import cucumber_messages as cucumber

from reports.record.messages import content, envelope, kind
from tests.unit.reports.conftest import Stage


def test_case_is_written_as_the_package_writes_it(stage: Stage) -> None:
    cases = [message for message in stage.plan if kind(message) == "testCase"]
    assert [envelope(_read(content(case))) for case in cases] == cases
    fitting = content(cases[0])["testSteps"][0]
    assert len(fitting["stepDefinitionIds"]) == len(fitting["stepMatchArgumentsLists"]) == 1


def _read(case: dict[str, object]) -> cucumber.TestCase:
    read: cucumber.TestCase = cucumber.message_converter.from_dict(case, cucumber.TestCase)
    return read
