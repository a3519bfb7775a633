"""Values: they hold what the row held, and change nothing when somebody changes them."""

from dataclasses import FrozenInstanceError
from datetime import date
from typing import Any

import pytest

from sim_server.domain.particulars import PARTICULARS
from sim_server.domain.tables import StudyProfileRow
from sim_server.domain.values import value_of, value_or_none, values_of
from sim_server.domain.vk_accounts import StudyProfile

ANNA: dict[str, Any] = dict(
    zip(PARTICULARS, ("Соколова", "Анна", "", date(1984, 3, 12), "female"), strict=True)
)
ROW = StudyProfileRow(id=7, vk_account_id=3, kind="study", **ANNA)


def test_value_holds_the_row_s_columns_of_its_names() -> None:
    assert value_of(StudyProfile, ROW) == StudyProfile(id=7, vk_account_id=3, kind="study", **ANNA)


def test_name_has_no_gap_where_the_patronymic_is_missing() -> None:
    profile = value_of(StudyProfile, ROW)
    assert (profile.full_name, profile.particulars) == ("Соколова Анна", ANNA)


def test_value_cannot_be_written() -> None:
    profile: Any = value_of(StudyProfile, ROW)
    with pytest.raises(FrozenInstanceError):
        profile.last_name = "Орлова"


def test_missing_row_has_no_value() -> None:
    assert value_or_none(StudyProfile, None) is None
    assert values_of(StudyProfile, [ROW, ROW]) == [value_of(StudyProfile, ROW)] * 2
