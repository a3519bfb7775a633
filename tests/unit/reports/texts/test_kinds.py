"""A sentence asks, warns, tells or only names; and everybody does what stands under no «если»."""

import pytest

from reports.texts.document import Block, BlockKind
from reports.texts.kinds import Forks, condition_at_end_of, condition_of, is_printed, kind_of
from reports.texts.plain import sentences_of


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Нажмите «Далее».", "действие"),
        ("Нажать «Далее».", "действие"),
        ("После нажатия на «Далее» ждут.", "действие"),
        ("Нужно ввести код.", "действие"),
        ("Напойте мелодию.", "действие"),
        ("Не нажимайте «Далее».", "предупреждение"),
        ("Никогда не диктуйте код.", "предупреждение"),
        ("Внимание!", "предупреждение"),
        ("! Это угрожает аккаунту.", "предупреждение"),
        ("Отвязать профиль самому нельзя.", "предупреждение"),
        ("Учебный профиль увидит школа.", "факт"),
        ("Откроется окно «Люди».", "факт"),
        ("# Вход в журнал", "название или подпись"),
        ("Рис. 3. Нажмите сюда", "название или подпись"),
        ("Страница 4", "название или подпись"),
        ("Введите пароль", "название или подпись"),
    ],
)
def test_sentence_has_its_kind(sentence, kind):
    assert kind_of(sentences_of(sentence)[-1]) == kind


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Если код не пришёл, подождите.", "если код не пришёл"),
        ("В случае если кода нет: ждите", "в случае если кода нет"),
        ("Или нажмите «Далее».", "или"),
        ("При необходимости обновите страницу.", "при необходимости"),
        ("Код не пришёл?", "код не пришёл"),
        ("Примечание: если кода нет, ждите.", "если кода нет"),
        ("Нажмите «Далее», если код пришёл.", ""),
    ],
)
def test_condition_opens_a_sentence(text, condition):
    assert condition_of(text) == condition


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("Войдите. Если нет кода, ждите. Потом смотрите.\n\nВведите код.", ["", "2", "2", ""]),
        (
            "Если нет кода:\n\nРис. 1. Код\n\n- ждите\n\n5\n\n- смотрите\n\nДалее войдите.",
            ["1", "", "1", "", "1", ""],
        ),
        ("Если нет кода, ждите.\nЕсли есть, введите.", ["1", "2"]),
        ("Если нет кода, ждите.\n\n- Войдите", ["1", ""]),
    ],
)
def test_sentences_stand_under_their_condition(text, under):
    forks = Forks()
    found = [forks.fork_of(sentence) for sentence in sentences_of(text)]
    assert [fork.rpartition("(")[2].rstrip(")") for fork in found] == under


def test_short_line_with_a_bold_caption_is_no_picture():
    assert is_printed(Block(BlockKind.PARAGRAPH, "Откройте Чаты"))
    assert not is_printed(Block(BlockKind.PARAGRAPH, "Откройте Чаты", bold=("Чаты",)))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Подождите, если кода нет.", "если кода нет"),
        ("Подождите, в случае, если кода нет.", "если кода нет"),
        ("Нажмите «Да, если можно».", ""),
        ("Нажмите «А», если кода нет, нажмите «Б».", ""),
        ("Если кода нет, подождите.", ""),
    ],
)
def test_condition_at_the_end(text, condition):
    assert condition_at_end_of(text) == condition
