"""A draft says where a person must go on, and its list of clauses holds every sentence of the document."""

from pathlib import Path

import pytest

from reports.instructions.sources import compare
from reports.record.clauses import Clause, load_instruction, load_instructions
from reports.texts.plain import read_text
from reports.texts.reading import read_document
from steps.draft.drafting import NothingToDraft, drafted, short_name
from steps.draft.marking import assigned
from steps.draft.vocabulary import Act, Deed
from steps.language.reading import parse_feature

TEXTS = sorted(path for path in Path(__file__).with_name("regions").iterdir() if path.suffix != ".steps")
ONE = """# Вход

1. Нажмите «Войти».
2. Напойте мелодию.
3. Введите код. Если кода нет, нажмите «Ещё раз».

Появится окно «Дневник».
"""


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_feature_is_refused_only_for_what_is_left_to_write(path):
    draft = drafted(read_document(path), [], "region")
    made = frozenset(clause.id for clauses in draft.made.clauses.values() for clause in clauses)
    document = parse_feature(draft.feature, "draft.feature", made)
    assert {problem.rule for problem in document.problems} <= {"unwritten", "no_outcome"}
    assert len([each for each in document.problems if each.rule == "unwritten"]) == draft.unwritten > 0


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_list_of_clauses_holds_every_sentence(path, tmp_path):
    document = read_document(path)
    draft = drafted(document, [], "region")
    (tmp_path / "region.toml").write_text(draft.made.as_toml(), encoding="utf-8")
    instruction = load_instruction(tmp_path / "region.toml")
    comparison = compare(instruction, document.sentences)
    assert (comparison.outdated, comparison.unread) == ({}, ())
    assert draft.account.all == len(document.sentences)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_clause_that_is_carried_out_is_marked_once(path):
    draft = drafted(read_document(path), [], "region")
    marks = [line.split()[1] for line in draft.feature.splitlines() if line.strip().startswith("#>")]
    acting = [name for way in draft.ways for each in way.passages for name in draft.made.marks(each)]
    assert sorted(marks) == sorted(acting)


def test_draft_is_written_down_with_its_marks_and_places():
    assert (
        drafted(read_text(ONE, "one.md"), [], "one").feature
        == """# language: ru
Функция: Вход

  Черновик по документу «one.md». Строки «#?» ждут ваших слов.

  Предыстория:
    #? Кто это? Напишите, например: Дано я — «учитель МЭШ»
    #? Что у него есть? Напишите, например: И у меня есть VK ID и учебный профиль

  @критично @нужен-телефон
  Сценарий: Вход
    #> one.v1.1
    Когда нажимаю «Войти»
    #? Напойте мелодию.
    #> one.v1.3
    И ввожу код из СМС в поле «Введите код»
    #> one.v1.5
    Тогда вижу экран «Дневник»

  @важно @нужен-телефон
  Сценарий: Вход: если кода нет
    Когда нажимаю «Войти»
    И ввожу код из СМС в поле «Введите код»
    #> one.v1.4
    И нажимаю «Ещё раз»
    # Чем это кончается? Напишите: Тогда вижу …
"""
    )


def test_what_is_left_out_is_written_and_counted():
    draft = drafted(read_text("Вход\n\n1. Введите телефон, на него придёт код.", "a.txt"), [], "a")
    assert "\n    #? на него придёт код\n" in draft.feature
    assert (draft.account.understood, draft.account.partly) == (0, 1)


def test_fork_of_a_title_with_a_full_stop_has_one_sign():
    draft = drafted(read_text("# Вход.\n\n1. Нажмите «А». Если кода нет, нажмите «Б».", "a.txt"), [], "a")
    assert "Сценарий: Вход: если кода нет\n" in draft.feature


@pytest.mark.parametrize("title", ["# Вход #> perm", "* @Вход:", "«Вход» | #?", "Вход " * 60])
def test_title_is_a_name_whatever_stands_in_it(title):
    draft = drafted(read_text(f"{title}\n\n1. Нажмите «А».", "a.txt"), [], "a")
    document = parse_feature(draft.feature, "a.feature", frozenset({"a.v1.1", "a.v1.2"}))
    assert {problem.rule for problem in document.problems} == {"unwritten", "no_outcome"}


def test_document_without_actions_is_no_instruction():
    with pytest.raises(NothingToDraft, match=r"poem\.txt: ни одного действия"):
        drafted(read_text("Мороз и солнце.", "poem.txt"), [])


def test_known_source_keeps_the_clauses_it_has():
    source = Path(__file__).parents[3] / "contract" / "source"
    draft = drafted(read_document(source / "dacha.txt"), list(load_instructions(source).values()))
    assert draft.made is None
    known = {clause.id for one in list(load_instructions(source).values()) for clause in one.clauses}
    marks = {line.split()[1] for line in draft.feature.splitlines() if line.strip().startswith("#>")}
    assert marks
    assert marks <= known
    assert "@dacha" in draft.feature


def test_other_document_is_not_taken_for_a_known_source():
    source = Path(__file__).parents[3] / "contract" / "source"
    assert drafted(read_text(ONE, "dacha.txt"), list(load_instructions(source).values())).made is not None


def clause(name: str, *labels: str, kind: str = "действие") -> Clause:
    return Clause(name, kind, "Т", "шаг 1", labels=labels)


@pytest.mark.parametrize(
    ("clauses", "marks"),
    [
        ([clause("a"), clause("b")], ["a", "b"]),
        ([clause("a", "Далее")], ["", "a"]),
        ([clause("a", "Войти"), clause("b", "Далее")], ["a", "b"]),
        ([clause("a", kind="ожидание")], ["", ""]),
        ([clause("a", kind="факт"), clause("b", "Далее")], ["", "b"]),
        ([], ["", ""]),
    ],
)
def test_acts_are_given_the_clauses_of_their_sentence_in_order(clauses, marks):
    assert assigned([Act(Deed.PRESS, label="Войти"), Act(Deed.PRESS, label="Далее")], clauses) == marks


@pytest.mark.parametrize(
    ("file", "name"), [("Тула 2026.docx", "tula_2026"), ("Щёлково.txt", "schelkovo"), ("«».txt", "draft")]
)
def test_file_has_a_short_name(file, name):
    assert short_name(file) == name
