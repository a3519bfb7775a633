"""Every sentence that drafts know is one of ours, and means one thing."""

import pytest

from fixtures import stand
from steps.catalogue.definitions import known_definitions
from steps.draft.circumstances import BOTH, NOTHING, VK_ID_ALONE
from steps.draft.measuring import OWN
from steps.draft.vocabulary import FIELDS, POWERS, Act, Deed
from steps.lint.powers import powers_of

DEFINITIONS = known_definitions()
FILLED = {"label": "Да", "field": "Да", "value": "2 минуты"}


@pytest.mark.parametrize("deed", Deed, ids=lambda deed: deed.name)
def test_sentence_is_bound_to_one_definition(deed):
    act = Act(deed, **FILLED)
    fitting = [each for each in DEFINITIONS if each.serves(deed.kind) and each.fits(act.text)]
    assert len(fitting) == 1, act.text


@pytest.mark.parametrize("deed", Deed, ids=lambda deed: deed.name)
def test_draft_tags_what_its_sentence_asks_of_a_stand(deed):
    act = Act(deed, **FILLED)
    [definition] = [each for each in DEFINITIONS if each.serves(deed.kind) and each.fits(act.text)]
    asked = {stand.POWERS[power][0] for power in powers_of(definition)}
    assert asked == ({POWERS[deed]} if deed in POWERS else set())


@pytest.mark.parametrize("text", [BOTH, VK_ID_ALONE, NOTHING])
def test_circumstance_is_bound_to_one_definition(text):
    assert len([each for each in DEFINITIONS if each.serves("Context") and each.fits(text)]) == 1


@pytest.mark.parametrize(
    ("opening", "datum"), [("меня зовут «", "Иванова Анна Петровна"), ("мой телефон — «", "+7 199 111-11-11")]
)
def test_what_a_scenario_gives_its_person_is_a_sentence_of_ours(opening, datum):
    assert opening in OWN
    assert [each for each in DEFINITIONS if each.serves("Context") and each.fits(f"{opening}{datum}»")]


@pytest.mark.parametrize(
    "deed", [deed for deed in Deed if "{field}" in deed.value and deed is not Deed.ENTER]
)
def test_everything_that_is_entered_has_a_field(deed):
    assert FIELDS[deed][0]
