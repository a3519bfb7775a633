"""What is known of a clause is one record: what was written is read back, nothing twice, nothing unheard."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reports.record.knowledge import (
    Decision,
    Known,
    LedgerUnsound,
    Source,
    add_to_ledger,
    read_ledger,
    write_ledger,
)

FOUND = Known("perm.v1.3", "differs", "на симуляторе", date(2026, 11, 20), Source.RUN, "учитель",
              sentences=("e471d067",), seen="на экране «Связать»")  # fmt: skip
WALKED = Known(
    "perm.v1.3", "confirmed", "Пермский край", date(2026, 11, 21), Source.PERSON, seen="«Да» слева"
)
DECIDED = replace(FOUND, source=Source.PERSON, decision=Decision.SYSTEM, date=date(2026, 11, 22))


def test_what_is_written_is_read_back_line_by_line(tmp_path: Path) -> None:
    ledger = tmp_path / "new" / "known.ndjson"
    write_ledger(ledger, [FOUND, WALKED, DECIDED])
    assert read_ledger(ledger) == (FOUND, WALKED, DECIDED)
    lines = ledger.read_text(encoding="utf-8").splitlines()
    assert lines[1] == (
        '{"clause": "perm.v1.3", "verdict": "confirmed", "place": "Пермский край", "date": "2026-11-21", '
        '"source": "person", "seen": "«Да» слева"}'
    )


def test_ledger_that_is_not_there_knows_nothing(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "known.ndjson") == ()


def test_what_is_known_already_is_not_added_again(tmp_path: Path) -> None:
    ledger = tmp_path / "known.ndjson"
    assert add_to_ledger(ledger, [FOUND, FOUND]) == (FOUND,)
    assert add_to_ledger(ledger, [FOUND, DECIDED]) == (DECIDED,)
    assert read_ledger(ledger) == (FOUND, DECIDED)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "строка 2: это не запись JSON"),
        ("[1]", "строка 2: это не запись: нужны фигурные скобки"),
        ('{"clause": "perm.v1.3"}', "строка 2: нет ключа verdict"),
        ('{"clause": "a", "verdict": "b", "place": "c", "date": "вчера", "source": "run"}',
         "строка 2: date: это день: 2026-11-20"),
        ('{"clause": "a", "verdict": "b", "place": "c", "date": "2026-11-20", "source": "кто-то"}',
         "строка 2: source: «кто-то» неизвестно, есть: run, person"),
        ('{"clause": "a", "verdict": "b", "place": "c", "date": "2026-11-20", "source": "run", "who": "я"}',
         "строка 2: ключ who неизвестен"),
        ('{"clause": "a", "verdict": "maybe", "place": "c", "date": "2026-11-20", "source": "person"}',
         "строка 2: verdict «maybe»: человек говорит одно из: confirmed, differs, unchecked"),
        ('{"clause": "a", "verdict": "b", "place": "c", "date": "2026-11-20", "source": "run", "decision": "later"}',
         "строка 2: decision: решает человек"),
    ],
)  # fmt: skip
def test_line_that_is_no_record_is_named_and_the_file_left_alone(
    tmp_path: Path, line: str, complaint: str
) -> None:
    ledger = tmp_path / "known.ndjson"
    write_ledger(ledger, [FOUND])
    with ledger.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    before = ledger.read_bytes()
    with pytest.raises(LedgerUnsound) as refused:
        add_to_ledger(ledger, [WALKED])
    assert complaint in str(refused.value)
    assert ledger.read_bytes() == before


@pytest.mark.parametrize(
    "other",
    [
        {"clause": "perm.v1.4"}, {"verdict": "confirmed"}, {"place": "Пермский край"},
        {"sentences": ("00000000",)}, {"seen": "на экране «Далее»"},
    ],
)  # fmt: skip
def test_records_of_other_things_are_no_same_matter(other: dict[str, str]) -> None:
    assert FOUND.same_matter(DECIDED)
    assert not replace(FOUND, **other).same_matter(DECIDED)


def test_record_ages_by_days() -> None:
    assert WALKED.days(date(2026, 12, 1)) == 10


def test_all_that_is_wrong_with_a_record_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "k.ndjson").write_text('{"clause": "a"}\n', encoding="utf-8")
    with pytest.raises(LedgerUnsound) as refused:
        read_ledger(tmp_path / "k.ndjson")
    told = str(refused.value)
    assert told.startswith("k.ndjson, строка 1: ")
    assert told.count("нет ключа") > 1
    assert "\n" not in told
