"""A clause whose sentence has changed is outdated, the others are not; what is new is shown as unread."""

import pytest

from reports.instructions.sources import SourceUnsound, compare, compare_all
from reports.record.clauses import Clause, Instruction, Spot
from reports.texts.plain import sentences_of

SOURCE = "Заголовок.\n\nВведите телефон.\n\nВведите код.\n\nНажмите кнопку.\n\nВведите код.\n\nКонец."


def clause(number: int, *sentences: int, source: str = SOURCE) -> Clause:
    places = tuple(Spot(at, sentences_of(source)[at - 1].fingerprint) for at in sentences)
    return Clause(f"omsk.{number}", "факт", "Т", "шаг", sentences=places)


def outdated(instructions, folder) -> dict[str, str]:
    """Return what stands now where the clauses of these instructions stood."""
    comparisons = compare_all(instructions, folder).values()
    return {name: " ".join(map(str, now)) for one in comparisons for name, now in one.outdated.items()}


def instruction(*clauses: Clause) -> Instruction:
    """Return a list for SOURCE in which the first sentence and the last one are silent."""
    silent = clause(0, 1, 6).sentences
    return Instruction("omsk", "Т", "И", "Ж", clauses=clauses, file="7_*.txt", silent=silent)


OMSK = instruction(clause(1, 2), clause(2, 3), clause(3, 4), clause(4, 5))


def changed(source: str) -> dict[str, list[list[str]]]:
    """Return what may stand in each outdated clause's place now."""
    found = compare(OMSK, sentences_of(source)).outdated
    return {name: [[one.text for one in change.now] for change in changes] for name, changes in found.items()}


def unread(source: str) -> list[str]:
    return [sentence.text for sentence in compare(OMSK, sentences_of(source)).unread]


def test_unchanged_source_leaves_nothing_to_do():
    assert changed(SOURCE) == {}
    assert unread(SOURCE) == []


def test_changed_sentence_outdates_its_clause():
    source = SOURCE.replace("телефон", "почту")
    assert changed(source) == {"omsk.1": [["Введите почту."]]}
    assert unread(source) == []


def test_equal_sentences_are_told_apart_by_their_place():
    head, tail = SOURCE.rsplit("Введите код.", 1)
    assert changed(f"{head}Введите пароль.{tail}") == {"omsk.4": [["Введите пароль."]]}
    assert changed(SOURCE.replace("Введите код.", "Введите пароль.", 1)) == {"omsk.2": [["Введите пароль."]]}


def test_new_sentence_is_unread_and_outdates_nobody():
    source = SOURCE.replace("Нажмите", "Подождите.\n\nНажмите")
    assert changed(source) == {}
    assert unread(source) == ["Подождите."]


def test_deleted_sentence_outdates_its_clause_and_nothing_stands_there():
    assert changed(SOURCE.replace("Нажмите кнопку.\n\n", "")) == {"omsk.3": [[]]}


def test_one_sentence_that_became_two_offers_both():
    source = SOURCE.replace("Введите телефон.", "Введите номер. Введите имя.")
    assert changed(source) == {"omsk.1": [["Введите номер.", "Введите имя."]]}


def test_changed_silent_sentence_is_unread():
    assert changed(SOURCE.replace("Конец", "Итог")) == {}
    assert unread(SOURCE.replace("Конец", "Итог")) == ["Итог."]


def test_of_two_clauses_of_one_sentence_only_the_one_not_confirmed_is_outdated():
    source = SOURCE.replace("телефон", "почту")
    both = instruction(clause(1, 2), clause(2, 2, source=source), clause(3, 3), clause(4, 4), clause(5, 5))
    assert set(compare(both, sentences_of(source)).outdated) == {"omsk.1"}


def test_instruction_without_a_source_in_the_folder_is_not_compared(tmp_path):
    assert compare_all({"omsk": OMSK}, tmp_path) == {}
    (tmp_path / "7_abc.txt").write_text(SOURCE.replace("телефон", "почту"), encoding="utf-8-sig")
    assert outdated({"omsk": OMSK}, tmp_path) == {"omsk.1": "Введите почту."}


def test_what_stands_there_now_is_said_in_words(tmp_path):
    source = SOURCE.replace("Нажмите кнопку.\n\n", "").replace(
        "Введите телефон.", "Введите номер. Введите имя."
    )
    (tmp_path / "7_abc.txt").write_text(source, encoding="utf-8")
    assert outdated({"omsk": OMSK}, tmp_path) == {
        "omsk.1": "Введите номер. / Введите имя.",
        "omsk.3": "этой фразы больше нет",
    }


def test_instruction_without_a_name_of_its_source_is_not_compared(tmp_path):
    (tmp_path / "7_abc.txt").write_text(SOURCE, encoding="utf-8")
    assert compare_all({"omsk": Instruction("omsk", "Т", "И", "Ж")}, tmp_path) == {}


def test_two_sources_for_one_instruction_are_refused(tmp_path):
    for name in ("7_old.txt", "7_new.txt"):
        (tmp_path / name).write_text(SOURCE, encoding="utf-8")
    with pytest.raises(SourceUnsound, match=r"подходят несколько: 7_new\.txt, 7_old\.txt"):
        outdated({"omsk": OMSK}, tmp_path)


def test_source_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "7_old.txt").write_bytes(SOURCE.encode("cp1251"))
    with pytest.raises(SourceUnsound, match=r"источник не читается: 7_old\.txt: нужен текст в UTF-8"):
        outdated({"omsk": OMSK}, tmp_path)


def test_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(SourceUnsound, match="папки с источниками нет"):
        outdated({"omsk": OMSK}, tmp_path / "нет")
