"""The command `confirm` renews the fingerprints of the clauses named, in place, and nothing else."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from fixtures.environment.arguments import WRONG_ARGUMENTS, ArgumentParser
from reports.instructions.confirm import REFUSED, main
from reports.instructions.remembered import remember
from reports.instructions.sources import compare_all
from reports.record.clauses import load_instructions
from reports.texts.plain import sentences_of

SOURCE = "Заголовок.\n\nВведите телефон.\n\nВведите код.\n\nНажмите кнопку.\n"
CLAUSES = """\
# Наши слова — и ничьи больше.

[instruction]
id = "omsk"
title = "Т"
source = "И"
journal = "Ж"
file = "7_*.txt"
silent = ["1:{0}"]

# ── Вход ──

[[clause]]
id = "omsk.in.1"
kind = "действие"
text = "Ввести телефон."
sentences = ["2:{1}"] # проверено
where = "шаг 1"
assumed = ["[1]"]

[[clause]]
id = "omsk.in.2"
kind = "действие"
text = "Ввести код и нажать."
sentences = ["3:{2}", "4:{3}"]
where = "шаги 2 и 3"
differs = {{ since = 2026-11-20, until = 2027-03-01, why = "На экране одна кнопка." }}

[[clause]]
id = "omsk.new"
kind = "факт"
text = "Пункт, который ещё не сверен."
where = "шаг 3"
"""


class Desk:
    """A list of clauses and its source in one folder, and the command at work on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.source = SOURCE
        self.list = folder / "omsk.toml"
        self.list.write_text(
            CLAUSES.format(*(sentence.fingerprint for sentence in sentences_of(SOURCE))), encoding="utf-8"
        )
        self.rewrite(lambda source: source)

    def rewrite(self, change: Callable[[str], str]) -> None:
        (self.folder / "7_abc.txt").write_text(change(self.source), encoding="utf-8")

    def keep(self) -> None:
        """Keep the words of today, as a report made with them does."""
        instructions = load_instructions(self.folder)
        remember(self.folder / "out", compare_all(instructions, self.folder).values(), {})

    def say(self, sentence: str, text: str, labels: Sequence[str] = (), kind: str = "действие") -> None:
        """Put another first clause and its sentence in the place of those there are."""
        self.source = SOURCE.replace("Введите телефон.", sentence)
        prints = (one.fingerprint for one in sentences_of(self.source))
        shown = f"labels = {json.dumps(list(labels), ensure_ascii=False)}"
        told = CLAUSES.replace("Ввести телефон.", text).replace('assumed = ["[1]"]', shown)
        self.list.write_text(told.replace("действие", kind, 1).format(*prints), encoding="utf-8")
        self.rewrite(lambda source: source)

    def confirm(self, *arguments: str) -> int:
        keys = ("--sources", str(self.folder), "--out", str(self.folder / "out"))
        return main([*arguments, *keys], ArgumentParser, self.folder)

    def outdated(self) -> set[str]:
        return set(compare_all(load_instructions(self.folder), self.folder)["omsk"].outdated)

    def unread(self) -> list[str]:
        comparison = compare_all(load_instructions(self.folder), self.folder)["omsk"]
        return [sentence.text for sentence in comparison.unread]

    def places(self, clause: str) -> Sequence[int]:
        clauses = load_instructions(self.folder)["omsk"].clauses
        return [place.number for one in clauses if one.id == clause for place in one.sentences]


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_changed_sentence_is_shown_and_its_fingerprint_renewed(desk, capsys):
    desk.rewrite(lambda source: source.replace("телефон", "почту"))
    before = desk.list.read_text(encoding="utf-8")
    assert desk.outdated() == {"omsk.in.1"}
    assert desk.confirm("omsk.in.1") == 0
    assert desk.outdated() == set()
    shown = capsys.readouterr().out
    assert "место: шаг 1" in shown
    assert "было:\n    2. прежний текст не хранится" in shown
    assert "2. Введите почту." in shown
    old, new = (sentences_of(text)[0].fingerprint for text in ("Введите телефон.", "Введите почту."))
    assert desk.list.read_text(encoding="utf-8") == before.replace(old, new)


def test_clause_that_is_not_named_stays_outdated(desk, capsys):
    desk.rewrite(lambda source: source.replace("телефон", "почту").replace("кнопку", "ссылку"))
    assert desk.confirm("omsk.in.1") == 0
    assert desk.outdated() == {"omsk.in.2"}
    assert "Ещё устарели: omsk.in.2" in capsys.readouterr().out


def test_numbers_follow_the_source(desk, capsys):
    desk.rewrite(lambda source: "Новое.\n\n" + source.replace("кнопку", "ссылку"))
    assert desk.confirm("omsk.in.2") == 0
    assert desk.places("omsk.in.1") == [3]
    assert desk.places("omsk.in.2") == [4, 5]
    assert desk.unread() == ["Новое."]
    assert "заведите пункт или подтвердите: confirm omsk" in capsys.readouterr().out


def test_instruction_confirms_the_sentences_that_need_no_clause(desk, capsys):
    desk.rewrite(lambda source: "Новое.\n\n" + source.replace("Заголовок", "Название"))
    assert desk.unread() == ["Новое.", "Название."]
    assert desk.confirm("omsk") == 0
    assert desk.unread() == []
    assert "1. Новое." in capsys.readouterr().out


def test_show_writes_nothing(desk, capsys):
    desk.rewrite(lambda source: source.replace("телефон", "почту"))
    before = desk.list.read_bytes()
    assert desk.confirm("omsk.in.1", "--show") == 0
    assert desk.list.read_bytes() == before
    assert "Ничего не записано" in capsys.readouterr().out


def test_clause_that_is_current_is_left_alone(desk, capsys):
    before = desk.list.read_bytes()
    assert desk.confirm("omsk.in.1") == 0
    assert desk.list.read_bytes() == before
    assert "Менять нечего" in capsys.readouterr().out


def test_several_candidates_ask_for_a_choice(desk, capsys):
    desk.rewrite(lambda source: source.replace("Введите телефон.", "Введите имя. Введите номер."))
    before = desk.list.read_bytes()
    assert desk.confirm("omsk.in.1") == REFUSED
    assert desk.list.read_bytes() == before
    asked = capsys.readouterr().err
    assert "2. Введите имя.\n  3. Введите номер." in asked
    assert "--sentence НОМЕР" in asked
    assert desk.confirm("omsk.in.1", "--sentence", "3") == 0
    assert desk.places("omsk.in.1") == [3]
    assert desk.unread() == ["Введите имя."]


def test_sentence_that_is_gone_is_said_to_be_gone(desk, capsys):
    desk.rewrite(lambda source: source.replace("Введите телефон.\n\n", ""))
    assert desk.confirm("omsk.in.1") == REFUSED
    assert "фразы 2 в источнике больше нет" in capsys.readouterr().err


def test_new_clause_is_told_where_it_stands(desk, capsys):
    assert desk.confirm("omsk.new") == REFUSED
    assert "отпечатка ещё нет" in capsys.readouterr().err
    assert desk.confirm("omsk.new", "--sentence", "4", "--sentence", "3") == 0
    assert desk.places("omsk.new") == [3, 4]
    assert 'text = "Пункт, который ещё не сверен."\nsentences = ["3:' in desk.list.read_text(encoding="utf-8")


def test_nothing_is_written_if_one_of_several_cannot_be_confirmed(desk):
    desk.rewrite(lambda source: source.replace("телефон", "почту"))
    before = desk.list.read_bytes()
    assert desk.confirm("omsk.in.1", "omsk.new") == REFUSED
    assert desk.list.read_bytes() == before


def test_line_endings_of_windows_stay(desk):
    desk.list.write_bytes(desk.list.read_bytes().replace(b"\n", b"\r\n"))
    desk.rewrite(lambda source: source.replace("телефон", "почту"))
    assert desk.confirm("omsk.in.1") == 0
    assert desk.outdated() == set()
    written = desk.list.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n")


def test_file_that_cannot_be_renewed_in_place_is_left_alone(desk, capsys):
    unusual = desk.list.read_text(encoding="utf-8").replace("sentences =", '"sentences" =')
    desk.list.write_text(unusual, encoding="utf-8")
    desk.rewrite(lambda source: source.replace("телефон", "почту"))
    assert desk.confirm("omsk.in.1") == REFUSED
    assert desk.list.read_text(encoding="utf-8") == unusual
    assert "omsk.toml" in capsys.readouterr().err


def test_source_must_be_in_the_folder(desk, capsys):
    (desk.folder / "7_abc.txt").unlink()
    assert desk.confirm("omsk.in.1") == REFUSED
    assert "нет источника для «omsk»: 7_*.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["omsk.in.9"], "пункта «omsk.in.9» нет; похожие: omsk.in.1, omsk.in.2"),
        (["tomsk"], "пункта «tomsk» нет; похожие: omsk"),
        (["omsk.in.1", "omsk.in.2", "--sentence", "2"], "--sentence говорит об одном пункте"),
        (["omsk", "--sentence", "2"], "--sentence говорит об одном пункте"),
        (["omsk.in.1", "--sentence", "два"], "нужно целое число, а не 'два'"),
        ([], "не хватает аргументов: ПУНКТ"),
    ],
)
def test_wrong_arguments_end_with_64(desk, capsys, arguments, complaint):
    with pytest.raises(SystemExit) as end:
        desk.confirm(*arguments)
    assert end.value.code == WRONG_ARGUMENTS
    assert complaint in capsys.readouterr().err


def test_sentence_out_of_the_source_is_refused(desk, capsys):
    assert desk.confirm("omsk.in.1", "--sentence", "9") == REFUSED
    assert "фразы 9 в источнике нет: их 4" in capsys.readouterr().err


def test_old_words_are_printed_where_a_report_kept_them(desk, capsys):
    desk.keep()
    desk.rewrite(lambda source: source.replace("телефон", "почту"))
    assert desk.confirm("omsk.in.1") == 0
    assert "было:\n    2. Введите телефон.\n  стало:\n    2. Введите почту." in capsys.readouterr().out


@pytest.mark.parametrize("kept", [False, True], ids=["old words lost", "old words kept"])
@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("Нажмите «Вход».", "надписи пункта во фразе нет: «Войти»"),
        ("Не нажимайте «Войти» до 5 урока.", "появилось отрицание"),
        ("Нажмите «Войти» до 9 урока.", "числа другие: было 5, стало 9"),
        ("Нажмите «Войти» после 5 урока.", "было «до», стало «после»"),
    ],
)
def test_clause_that_its_sentence_no_longer_says_needs_a_second_key(desk, capsys, kept, changed, told):
    said = "Нажмите «Войти» до 5 урока."
    desk.say(said, text="Нажать «Войти» до 5 урока.", labels=["Войти"])
    if kept:
        desk.keep()
    before = desk.list.read_bytes()
    desk.rewrite(lambda source: source.replace(said, changed))
    assert desk.confirm("omsk.in.1") == REFUSED
    shown = capsys.readouterr()
    assert f"! {told}" in shown.out
    assert "--even-so" in shown.err
    assert desk.list.read_bytes() == before
    assert desk.confirm("omsk.in.1", "--even-so") == 0
    assert desk.outdated() == set()


def test_warning_that_forbids_no_longer_needs_a_second_key(desk, capsys):
    said = "Никому не говорите пароль."
    desk.say(said, text="Никому не говорить пароль.", kind="предупреждение")
    desk.rewrite(lambda source: source.replace(said, "Говорите пароль."))
    assert desk.confirm("omsk.in.1") == REFUSED
    assert "! пропало отрицание" in capsys.readouterr().out


def test_sentence_of_another_clause_that_is_gone_never_becomes_a_neighbour(desk, capsys):
    desk.rewrite(lambda source: source.replace("Введите телефон.\n\n", "").replace("кнопку", "ссылку"))
    assert desk.confirm("omsk.in.2") == 0
    assert desk.outdated() == {"omsk.in.1"}
    assert desk.confirm("omsk.in.1") == REFUSED
    assert "в источнике больше нет" in capsys.readouterr().err
    assert desk.confirm("omsk.in.1", "--sentence", "2") == 0
    assert desk.outdated() == set()
    assert (desk.places("omsk.in.1"), desk.places("omsk.in.2")) == ([2], [2, 3])


def test_new_sentence_waits_until_gone_ones_are_decided(desk, capsys):
    desk.rewrite(lambda source: source.replace("Введите телефон.\n\n", "") + "\nНовое.\n")
    before = desk.list.read_bytes()
    assert desk.confirm("omsk") == REFUSED
    assert "Прежде решите о пунктах, чьих фраз в источнике больше нет: omsk.in.1" in capsys.readouterr().err
    assert desk.list.read_bytes() == before
