"""No sentence of a document is lost beside its clauses: new ones, silent ones and lost ones stand where they belong."""

from reports.coverage import Finding, Verdict
from reports.instructions.sources import compare
from reports.record.clauses import Clause, Instruction, Spot
from reports.texts.plain import sentences_of
from reports.views.documents import Spoken, spoken

SOURCE = "# Вход\n\n1. Введите логин. Введите пароль.\n\n2. Нажмите «Войти».\n\nОткроется «Стол»."
NAMES = {2: "t.login", 3: "t.password", 4: "t.enter", 5: "t.desk"}


def rows(source: str) -> list[Spoken]:
    """Return the rows of a document beside the clauses of SOURCE."""
    spots = {one.number: Spot(one.number, one.fingerprint) for one in sentences_of(SOURCE)}
    clauses = tuple(Clause(name, "факт", "Т", "шаг", (spots[at],)) for at, name in NAMES.items())
    instruction = Instruction("t", "Т", "И", "Ж", silent=(spots[1],), clauses=clauses)
    verdicts = {"t.enter": Verdict.DIFFERS}
    findings = {
        one.id: Finding(one, verdicts.get(one.id, Verdict.CONFIRMED), Verdict.CONFIRMED) for one in clauses
    }
    return spoken(instruction, compare(instruction, sentences_of(source)), findings)


def told(source: str) -> list[tuple[str, str, str]]:
    return [
        (
            one.number,
            one.sentence.text if one.sentence else "",
            ", ".join(f.clause.id for f in one.findings) or one.tone,
        )
        for one in rows(source)
    ]


def test_every_sentence_stands_beside_its_clauses() -> None:
    assert told(SOURCE) == [
        ("", "Вход", "quiet"),
        ("1.", "Введите логин.", "t.login"),
        ("", "Введите пароль.", "t.password"),
        ("2.", "Нажмите «Войти».", "t.enter"),
        ("", "Откроется «Стол».", "t.desk"),
    ]
    assert [one.tone for one in rows(SOURCE)] == ["quiet", "confirmed", "confirmed", "differs", "confirmed"]
    assert rows(SOURCE)[0].is_title


def test_new_sentence_says_what_it_looks_like() -> None:
    [new] = [one for one in rows(SOURCE + "\n\nНе сообщайте код.") if one.is_new]
    assert (new.tone, new.kind) == ("new", "предупреждение")


def test_lost_sentence_leaves_its_clauses_in_its_place() -> None:
    lost = SOURCE.replace("2. Нажмите «Войти».\n\n", "")
    assert told(lost)[3] == ("", "", "t.enter")
    assert told(lost)[4] == ("", "Откроется «Стол».", "t.desk")


def test_lost_beginning_stands_before_everything() -> None:
    lost = SOURCE.replace("# Вход\n\n1. Введите логин. ", "")
    assert told(lost)[0] == ("", "", "t.login")
