"""Facts of a scenario travel in one attachment and come out as they went in."""

import json
from typing import Any

from reports.record.messages import encode
from reports.record.packing import PACK, packed, unpacked

Message = dict[str, Any]


def fact(
    case: str, step: str, nanos: int, body: str = '{"screen": "Вход"}', kind: str = "screen+json"
) -> Message:
    return {
        "attachment": {
            "body": body,
            "contentEncoding": "IDENTITY",
            "mediaType": f"application/vnd.svyazka.{kind}",
            "fileName": "экран",
            "testCaseStartedId": case,
            "testStepId": step,
            "timestamp": {"seconds": 7, "nanos": nanos},
        }
    }


def ended(case: str) -> Message:
    return {"testCaseFinished": {"testCaseStartedId": case}}


PICTURE = fact("a", "s1", 3, "", "trace+zip")
PICTURE["attachment"] |= {"url": "evidence/1.zip"}
OF_THE_RUN: Message = {"attachment": {"body": "{}", "mediaType": "application/vnd.svyazka.stand+json"}}
STREAM = [
    OF_THE_RUN,
    fact("a", "s1", 1),
    PICTURE,
    fact("b", "t1", 2),
    fact("a", "s2", 4),
    ended("a"),
    ended("b"),
]


def out_again(messages: list[Message]) -> list[Message]:
    return [one for each in messages for one in unpacked(json.loads(encode(each)))]


def test_facts_come_out_as_they_went_in() -> None:
    told = out_again(list(packed(STREAM)))
    assert sorted(map(encode, told)) == sorted(map(encode, STREAM))
    assert [each for each in told if each in (STREAM[1], STREAM[4])] == [STREAM[1], STREAM[4]]


def test_each_case_has_one_attachment_before_its_end() -> None:
    stream = list(packed(STREAM))
    kinds = [each.get("attachment", {}).get("mediaType", "") for each in stream]
    assert [number for number, kind in enumerate(kinds) if kind == PACK] == [2, 4]
    assert (stream[3], stream[5]) == (ended("a"), ended("b"))


def test_files_and_what_is_told_of_the_run_are_left_alone() -> None:
    stream = list(packed(STREAM))
    assert PICTURE in stream
    assert OF_THE_RUN in stream


def test_case_without_an_end_loses_nothing() -> None:
    assert out_again(list(packed([fact("a", "s1", 1)]))) == [fact("a", "s1", 1)]


def test_what_is_packed_already_stays_so() -> None:
    once = list(packed(STREAM))
    assert list(packed(once)) == once


def test_pack_is_much_smaller_than_its_facts() -> None:
    facts = [fact("a", f"s{number}", number) for number in range(40)]
    before = sum(len(encode(each)) for each in facts)
    assert sum(len(encode(each)) for each in packed([*facts, ended("a")])) < before / 8
