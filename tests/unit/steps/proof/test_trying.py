"""What an ending says of a defect: an assertion counts at a clause or a caption that the defect names."""

import pytest

from reports.record.kills import Defect, Ending
from steps.proof.trying import Ended, clauses_at

CODE = Defect("code", "Код любой.", breaks=("perm.v1.3",), labels=("Неверный код", "Код"))
LONG = Defect("long", "Нет слов.", labels=("Произведено слишком много попыток входа",))


def ended(
    verdict: str = "failed",
    step: str = "вижу «Чаты»",
    words: str = "нет «Чаты»",
    clauses: tuple[str, ...] = (),
) -> Ended:
    return Ended(verdict, 9, step, words, clauses)


@pytest.mark.parametrize(
    ("how", "ending"),
    [
        (ended("passed"), Ending.PASSED),
        (ended("skipped"), Ending.PASSED),
        (ended(clauses=("perm.v1.3",)), Ending.CAUGHT),
        (ended(clauses=("perm.v1.4",)), Ending.ACCIDENT),
        (ended(step="вижу сообщение «Неверный код»"), Ending.CAUGHT),
        (ended(words="открыт экран «Код», а не «Чаты»"), Ending.CAUGHT),
        (ended(words="открыт экран «Код из письма»"), Ending.ACCIDENT),
        (ended("broken", clauses=("perm.v1.3",)), Ending.CRASHED),
    ],
)
def test_ending(how: Ended, ending: Ending) -> None:
    assert how.as_try("f / / s / ", CODE).ending is ending


def test_long_caption_counts_also_as_a_part_of_what_is_quoted() -> None:
    words = "нет надписи «Произведено слишком много попыток входа в этот аккаунт»"
    assert ended(words=words).as_try("f", LONG).ending is Ending.CAUGHT


def test_try_keeps_where_it_ended() -> None:
    one = ended().as_try("f / / s / ", CODE)
    assert (one.line, one.step, one.words) == (9, "вижу «Чаты»", "нет «Чаты»")


def step(*clauses: str, kind: str = "Outcome") -> dict[str, object]:
    return {"clauses": clauses, "type": kind}


STEPS = [step(kind="Context"), step("before"), step(), step("own", "other"), step()]


@pytest.mark.parametrize(
    ("number", "clauses"), [(0, ()), (1, ("before",)), (2, ("own", "other")), (3, ("own", "other")), (4, ())]
)
def test_step_of_no_clause_counts_at_those_it_keeps_people_from(
    number: int, clauses: tuple[str, ...]
) -> None:
    assert clauses_at(STEPS, STEPS[number]) == clauses
