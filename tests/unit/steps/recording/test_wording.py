"""Each thing that can be done is said by one sentence that there is, whatever stands in its places."""

import re

import pytest

from steps.catalogue.definitions import known_definitions
from steps.recording.stage import Vocabulary
from steps.recording.wording import TABS, WHO, WHOSE, WORDINGS, said

VOCABULARY = Vocabulary(known_definitions())
SAMPLES = {
    "address": "https://school.permkrai.ru",
    "answer": "Да",
    "day": "01.02.1990",
    "email": "a@pochta.test",
    "friend": "Мария В.",
    "full_name": "Соколова Анна Викторовна",
    "label": "Чат «5 «А»»",
    "option": "Женский",
    "part": "в строке «Чат «5 «А»»»",
    "phone": "+7 199 111-11-11",
    "position": "учитель МЭШ",
    "tab": "вторую",
    "text": "Вы вошли",
    "value": "Берёза",
    "which": "предпоследнего",
    "who": "коллега",
    "whose": "коллеги",
    "words": "Уйти?",
}


def places(what: str) -> dict[str, str]:
    wording = WORDINGS[what]
    named = [*re.findall(r"\{(\w+)\}", wording.sentence), *wording.columns]
    return {name: SAMPLES[name] for name in named}


@pytest.mark.parametrize("what", WORDINGS)
def test_wording_is_one_sentence_that_reads_back_what_it_quotes(what: str):
    step = said(what, **places(what))
    assert VOCABULARY.misfit(step) is None
    assert VOCABULARY.says(step)


@pytest.mark.parametrize("what", ["press", "fill", "see"])
def test_unpaired_quote_is_read_back_otherwise_and_so_is_no_sentence(what: str):
    quoted = dict.fromkeys(places(what), "Чат «5")
    assert not VOCABULARY.says(said(what, **quoted))


@pytest.mark.parametrize(
    "what", ["fill_in_table", "see_in_table", "see_button_in_table", "see_value_in_table"]
)
def test_cell_takes_an_unpaired_quote(what: str):
    quoted = dict.fromkeys(places(what), "Чат «5")
    assert VOCABULARY.says(said(what, **quoted))


def test_several_lines_are_no_sentence_but_a_cell_may_hold_them():
    assert not VOCABULARY.says(said("fill", label="Письмо", value="раз\nдва"))
    assert VOCABULARY.says(said("fill_in_table", label="Письмо", value="раз\nдва"))


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_has_its_number(tab: str):
    assert VOCABULARY.arguments(said("turn_to_tab", tab=tab)) == {"tab": TABS.index(tab) + 1}


@pytest.mark.parametrize("key", WHOSE)
def test_everybody_of_the_cast_can_be_named(key: str):
    assert VOCABULARY.arguments(said("fill_phone_of", whose=WHOSE[key], label="Телефон"))["whose"] == key
    assert VOCABULARY.arguments(said("sit_down", who=WHO[key])) == {"who": key}
