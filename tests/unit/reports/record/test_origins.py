"""Where a caption comes from: the clause's own words go first, then what its instruction prints elsewhere."""

import pytest

from reports.record.clauses import Clause
from reports.record.origins import Origin, origin

CLAUSE = Clause(
    "t.1",
    "действие",
    "Т",
    "шаг 1",
    labels=("Войти", "Код отправлен на почту ka***@mail.ru"),
    observed={"Готово": "методист, Пермский край, 20.11.2026"},
    assumed=("Логин",),
)


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Войти", Origin.SOURCE),
        ("Готово", Origin.OBSERVED),
        ("Логин", Origin.ASSUMED),
        ("Пароль", Origin.SOURCE),
        ("Отмена", None),
        ("войти", None),
    ],
)
def test_caption_has_the_origin_that_is_told(caption: str, told: Origin | None) -> None:
    assert origin(caption, CLAUSE, {"Пароль", "Логин"}) is told


def test_sample_address_stands_for_one_that_nobody_has() -> None:
    assert origin("Код отправлен на почту ka***@pochta.test", CLAUSE) is Origin.SOURCE
    assert origin("Код отправлен на почту an***@pochta.test", CLAUSE) is None


def test_all_captions_are_named_in_the_order_of_their_worth() -> None:
    assert CLAUSE.named == ("Войти", "Код отправлен на почту ka***@mail.ru", "Готово", "Логин")
