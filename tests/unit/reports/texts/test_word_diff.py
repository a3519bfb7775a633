"""What differs between two wordings is marked word by word, and nothing of either is lost."""

import pytest

from reports.texts.word_diff import Piece, word_diff


def marked(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{one.text}]" if one.differs else one.text for one in pieces)


@pytest.mark.parametrize(
    ("old", "new", "went", "came"),
    [
        ("Нажмите «Войти»", "Нажмите «Вход»", "Нажмите «[Войти]»", "Нажмите «[Вход]»"),
        ("Не нажимайте «Далее»", "Нажимайте «Далее»", "[Не нажимайте] «Далее»", "[Нажимайте] «Далее»"),
        ("Подождите 2 минуты", "Подождите 5 минут", "Подождите [2 минуты]", "Подождите [5 минут]"),
        ("Войдите", "Войдите в чат", "Войдите", "Войдите[ в чат]"),
        ("Всё то же", "Всё то же", "Всё то же", "Всё то же"),
    ],
)
def test_differing_words_are_marked(old: str, new: str, went: str, came: str) -> None:
    before, after = word_diff(old, new)
    assert (marked(before), marked(after)) == (went, came)
