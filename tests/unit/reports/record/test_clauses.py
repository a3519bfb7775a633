"""A file of clauses is read whole or refused with a sentence that names the file and the key."""

from pathlib import Path

import pytest

from reports.record.clauses import Spot, load_instruction, load_instructions
from reports.record.tables import TableUnsound

HEAD = '[instruction]\nid = "omsk"\ntitle = "Т"\nsource = "И"\njournal = "Ж"\n'
CLAUSE = '[[clause]]\nid = "omsk.1"\nkind = "факт"\ntext = "Т"\nwhere = "шаг 1"\n'


def load(folder: Path, text: str):
    path = folder / "omsk.toml"
    path.write_text(text, encoding="utf-8")
    return load_instruction(path)


def test_clauses_keep_the_order_of_the_file(tmp_path):
    second = CLAUSE.replace("omsk.1", "omsk.0") + 'labels = ["Войти"]\nassumed = ["Логин"]\n'
    instruction = load(tmp_path, HEAD + CLAUSE + second)
    assert [clause.id for clause in instruction.clauses] == ["omsk.1", "omsk.0"]
    assert instruction.clauses[1].labels == ("Войти",)
    assert instruction.clauses[1].assumed == ("Логин",)


def test_label_that_was_seen_says_by_whom(tmp_path):
    seen = CLAUSE + 'observed = { "Готово" = "методист, Пермский край, 20.11.2026" }\n'
    clause = load(tmp_path, HEAD + seen).clauses[0]
    assert clause.observed == {"Готово": "методист, Пермский край, 20.11.2026"}
    with pytest.raises(TableUnsound, match="observed"):
        load(tmp_path, HEAD + CLAUSE + 'observed = { "Готово" = "" }\n')


def test_label_comes_from_one_place(tmp_path):
    with pytest.raises(TableUnsound, match="надпись «Войти» названа дважды"):
        load(tmp_path, HEAD + CLAUSE + 'labels = ["Войти"]\nassumed = ["Войти"]\n')


def test_places_are_numbers_and_fingerprints(tmp_path):
    head = HEAD + 'file = "7_*.txt"\nsilent = ["1:00000001"]\n'
    instruction = load(tmp_path, head + CLAUSE + 'sentences = ["2:e471d067", "13:0000000a"]\n')
    assert (instruction.file, instruction.silent) == ("7_*.txt", (Spot(1, "00000001"),))
    assert instruction.clauses[0].sentences == (Spot(2, "e471d067"), Spot(13, "0000000a"))
    assert str(instruction.clauses[0].sentences[1]) == "13:0000000a"


def test_waived_clause_keeps_its_reason(tmp_path):
    waived = load(tmp_path, HEAD + CLAUSE + 'checkable = false\nreason = "не видно"\n').clauses[0]
    assert (waived.checkable, waived.reason) == (False, "не видно")


def test_known_divergence_has_its_day_and_its_reason(tmp_path):
    differs = (
        load(
            tmp_path, HEAD + CLAUSE + 'differs = { since = 2026-11-20, until = 2027-03-01, why = "Иначе." }\n'
        )
        .clauses[0]
        .differs
    )
    assert (differs.since.isoformat(), differs.why) == ("2026-11-20", "Иначе.")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[instruction", "omsk.toml: файл не читается как TOML"),
        (HEAD, "omsk.toml: нет ни одного пункта"),
        (HEAD.replace('"omsk"', '"tomsk"') + CLAUSE, "omsk.toml: instruction: id «tomsk» не совпадает"),
        (
            HEAD.replace("title", "name") + CLAUSE,
            "omsk.toml: instruction: ключ name неизвестен, есть: id, title, source",
        ),
        (HEAD + "other = 1\n" + CLAUSE, "omsk.toml: instruction: ключ other неизвестен"),
        (HEAD + CLAUSE.replace("omsk.1", "perm.1"), "omsk.toml: пункт «perm.1»: id начинается с «omsk.»"),
        (HEAD + CLAUSE + CLAUSE, "omsk.toml: пункт «omsk.1» записан дважды"),
        (
            HEAD + CLAUSE.replace("факт", "мысль"),
            "omsk.toml: clause «omsk.1»: kind: «мысль» неизвестно, есть: действие, ожидание",
        ),
        (HEAD + CLAUSE.replace('text = "Т"\n', ""), "omsk.toml: clause «omsk.1»: нет ключа text"),
        (
            HEAD + CLAUSE.replace('text = "Т"', 'text = ""'),
            "omsk.toml: clause «omsk.1»: text: пустым быть не может",
        ),
        (HEAD + CLAUSE + "checkable = 1\n", "omsk.toml: clause «omsk.1»: checkable: это true или false"),
        (HEAD + CLAUSE + "other = 1\n", "clause «omsk.1»: ключ other неизвестен, есть: id, kind, text"),
        (
            "other = 1\n" + HEAD + CLAUSE,
            "omsk.toml: ключ other неизвестен, есть: instruction, clause, sections",
        ),
        (CLAUSE, "omsk.toml: нет ключа instruction"),
        ("instruction = 1\n" + CLAUSE, "omsk.toml: instruction: это таблица"),
        (HEAD + CLAUSE.replace('id = "omsk.1"\n', ""), "omsk.toml: clause № 1: нет ключа id"),
        (HEAD + CLAUSE + 'labels = "Войти"\n', "omsk.toml: clause «omsk.1»: labels: это список"),
        (
            HEAD + CLAUSE + "labels = [1]\n",
            "omsk.toml: clause «omsk.1»: labels № 1: это строка в кавычках",
        ),
        (
            HEAD + CLAUSE + 'sentences = ["3"]\n',
            "omsk.toml: clause «omsk.1»: sentences № 1: место — это номер",
        ),
        (HEAD + CLAUSE + 'sentences = ["0:e471d067"]\n', "clause «omsk.1»: sentences № 1: место — это номер"),
        (HEAD + "silent = [1]\n" + CLAUSE, "omsk.toml: instruction: silent № 1: место — это номер"),
        (
            HEAD + CLAUSE + 'differs = { until = 2027-03-01, why = "Иначе." }\n',
            "omsk.toml: clause «omsk.1»: differs: нет ключа since",
        ),
        (
            HEAD
            + CLAUSE
            + 'checkable = false\nreason = "Р"\ndiffers = { since = 2026-11-20, until = 2027-03-01, why = "Иначе." }\n',
            "differs и checkable = false — вместе нельзя",
        ),
        (HEAD + CLAUSE + "checkable = false\n", "omsk.toml: clause «omsk.1»: reason пишут тогда"),
        (HEAD + '[sections]\nv1 = "В"\n' + CLAUSE, "omsk.toml: sections: пунктов «omsk.v1…» нет"),
        (HEAD + "[sections]\n1 = 2\n" + CLAUSE, "omsk.toml: sections: 1: это строка в кавычках"),
        (HEAD + CLAUSE + 'reason = "лень"\n', "omsk.toml: clause «omsk.1»: reason пишут тогда"),
    ],
)
def test_unsound_file_is_refused(tmp_path, text, complaint):
    with pytest.raises(TableUnsound) as refusal:
        load(tmp_path, text)
    assert complaint in str(refusal.value)


def against(other: str) -> str:
    return CLAUSE + f'contradicts = ["{other}"]\n'


def tomsk(clause: str) -> str:
    return (HEAD + clause).replace("omsk", "tomsk")


def test_contradiction_is_known_to_both_lists(tmp_path):
    (tmp_path / "omsk.toml").write_text(HEAD + against("tomsk.1"), encoding="utf-8")
    (tmp_path / "tomsk.toml").write_text(tomsk(against("OMSK.1")).replace("OMSK", "omsk"), encoding="utf-8")
    instructions = load_instructions(tmp_path)
    assert instructions["omsk"].clauses[0].contradicts == ("tomsk.1",)
    assert instructions["tomsk"].clauses[0].contradicts == ("omsk.1",)


@pytest.mark.parametrize(
    ("other", "complaint"),
    [
        ("", "пункт «omsk.1»: contradicts: пункта «tomsk.1» нет"),
        (tomsk(CLAUSE), "пункт «tomsk.1»: contradicts: не назван пункт «omsk.1»"),
    ],
)
def test_one_sided_contradiction_is_refused(tmp_path, other, complaint):
    (tmp_path / "omsk.toml").write_text(HEAD + against("tomsk.1"), encoding="utf-8")
    if other:
        (tmp_path / "tomsk.toml").write_text(other, encoding="utf-8")
    with pytest.raises(TableUnsound, match=complaint):
        load_instructions(tmp_path)
