"""The words of instructions: of every sentence on the ways, of our own, never those of a source."""

import os
import re
from pathlib import Path

import pytest
from rapidfuzz.fuzz import ratio

from reports.instruct.wording import key_of, places, words
from reports.record.clauses import load_instructions
from reports.texts.words import Form, tokens_of
from steps.catalogue.gathering import catalogue
from steps.language.reading import read_feature

ROOT = Path(__file__).parents[4]
SOURCES = Path(os.environ.get("SVYAZKA_SOURCES", ROOT.parent / "shared" / "seeds"))
TABLE = words()
SEEN = (TABLE.sights, TABLE.things, TABLE.endings, TABLE.silent.sentences)
# Whole ways: each is told movement by movement.
WAYS = ("начинаю привязку", "прохожу VK ID до конца", "вхожу в журнал")
FILES = (
    "*/variant_*.feature",
    "paragraf/link.feature",
    "sferum/registration.feature",
    "mesh_teacher/ways_in.feature",
)
BARE = re.compile(r"(Нажмите|Откройте сайт) «?[^»]*»?\.")
ALIKE = 90  # percent


def first_ways() -> list[tuple[str, str]]:
    """What is done and seen by the first scenario of each variant, and of each way in."""
    found = []
    for path in sorted(path for mask in FILES for path in (ROOT / "features").glob(mask)):
        document = read_feature(path, path.name)
        pickles = document.pickles[:2] if path.stem == "ways_in" else document.pickles[:1]
        found += [(step["type"], step["text"]) for one in pickles for step in document.steps_of(one)]
    return found


FIRST = sorted({(kind, text) for kind, text in first_ways() if kind in ("Action", "Outcome")})


@pytest.mark.parametrize(("kind", "text"), FIRST)
def test_every_sentence_on_the_ways_has_words(kind, text):
    known = (*TABLE.deeds, *WAYS) if kind == "Action" else [key for each in SEEN for key in each]
    assert any(pattern_fits(key, text) for key in known), f"«{text}»: нет строки в wording.toml"


def pattern_fits(key: str, text: str) -> bool:
    return bool(re.fullmatch(re.sub(r"\\\{\w+\\\}", ".*", re.escape(key)), text))


def test_every_line_of_the_table_is_a_sentence_of_ours():
    ours = {key_of(entry.pattern) for entry in catalogue()}
    told = {*TABLE.deeds, *TABLE.checks, *(key for each in SEEN for key in each)}
    assert told - ours == set()


def test_warnings_are_of_clauses_that_warn_and_all_have_words():
    clauses = [clause for one in load_instructions().values() for clause in one.clauses]
    assert TABLE.warnings.keys() == {one.id for one in clauses if one.kind == "предупреждение"}


@pytest.mark.parametrize("text", [*TABLE.deeds.values(), *TABLE.checks.values(), *TABLE.motions.values()])
def test_what_is_to_be_done_is_asked_of_the_reader(text):
    assert next(iter(tokens_of(text))).form is Form.ORDER
    assert not re.search(r"\b(я|мой|мою|моя|мне)\b", text, re.IGNORECASE)


@pytest.mark.parametrize(
    ("value", "label", "said"),
    [
        ("+7 199 111-11-11", "Телефон", "Впишите свой номер телефона в поле «Телефон»."),
        ("ivan@pochta.test", "Почта", "Впишите адрес своей почты в поле «Почта»."),
        ("Берёза2026!", "Введите новый пароль", "Впишите новый пароль в поле «Введите новый пароль»."),
        ("Елена", "Имя", "Заполните поле «Имя» своими данными."),
    ],
)
def test_values_of_invented_people_are_not_told(value, label, said):
    pattern = "ввожу «{value:Text}» в поле «{label:Field}»"
    assert TABLE.deed(pattern, f"И ввожу «{value}» в поле «{label}»") == said


@pytest.mark.parametrize(
    "text", ["SMS отправлено на +7 199 111-11-11", "ka***@mail.ru", "Это очень " + "длинно " * 9]
)
def test_captions_of_one_person_and_long_ones_are_left_to_the_picture(text):
    assert TABLE.thing("вижу «{text:Label=текст}»", f"И вижу «{text}»", at_the_end=True) == ""
    assert (
        TABLE.thing("вижу «{text:Label=текст}»", "И вижу «Учительская»", at_the_end=True) == "«Учительская»"
    )
    assert TABLE.thing("вижу «{text:Label=текст}»", "И вижу «Учительская»", at_the_end=False) == ""


def test_places_may_hold_quotes():
    pattern = "вижу кнопку «{label:Label}»"
    assert places(pattern, "Тогда вижу кнопку «Чат класса 5 «А»»") == {"label": "Чат класса 5 «А»"}


def test_no_sentence_is_a_sources_own():
    if not SOURCES.is_dir():
        pytest.skip(
            "источников инструкций рядом нет (SVYAZKA_SOURCES): своими ли словами сказано, не сверено"
        )
    # Commands of one word and a label are everybody's: there is no other way to say them.
    ours = [text for text in generated() if not BARE.fullmatch(text)]
    assert len(ours) > 40
    theirs = [
        part for file in SOURCES.glob("*.txt") for line in file.read_text(encoding="utf-8").splitlines()
        for part in re.split(r"(?<=[.!?])\s+", plain(line)) if len(part.split()) > 2
    ]  # fmt: skip
    copied = [(text, one) for text in ours for one in theirs if ratio(plain(text), one) >= ALIKE]
    assert copied == []


def plain(text: str) -> str:
    """A sentence without what a copy may differ by."""
    return re.sub(r"[^а-яё\w ]", "", re.sub(r"^\s*\d+\.\s*", "", text.lower())).strip()


def generated() -> set[str]:
    """Everything that instructions say, with the labels of today."""
    said = set(TABLE.warnings.values())
    for entry in catalogue():
        for kind, text in FIRST:
            pattern = entry.pattern
            if not pattern_fits(key_of(pattern), text):
                continue
            if kind == "Action" and TABLE.knows_deed(pattern):
                said.add(TABLE.deed(pattern, text))
            elif kind == "Outcome":
                said |= {TABLE.check(pattern, text), TABLE.sight(pattern, text)}
    return said - {""}


def test_copy_of_a_source_would_be_seen():
    assert (
        ratio(plain("2. Нажмите на «Войти», чтобы начать."), plain("Нажмите на Войти чтобы начать")) >= ALIKE
    )
