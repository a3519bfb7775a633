"""What an instruction says: steps in its own words, what the source forgot, results, warnings where they belong."""

from dataclasses import replace

import pytest

from reports.instruct.routes import PARTIAL, RED, WRONG, NotInstructive
from reports.instruct.wording import NotSayable
from reports.instruct.writing import manuals
from reports.record.clauses import Clause
from reports.record.facts import ChoiceTold
from reports.record.outline import ScenarioPlace, WrittenScenario
from reports.record.run import Attached
from tests.unit.reports.instruct.walk import BEGIN, SECRET, green, listed, manual, told, walked
from tests.unit.reports.story import CODE, DESK, LETTERS, PHONE, Did, press, run, scenario


def test_steps_are_said_to_a_person_and_checks_of_the_test_are_not_told():
    assert [(step.text, step.results) for step in manual().steps] == [
        ("Откройте сайт https://desk.test.", ()),
        ("Нажмите «Сообщения».", ("Откроется экран «Сообщения».",)),
        ("Нажмите «Привязать».", ("Откроется экран «Вход».",)),
        ("Впишите свой номер телефона в поле «Телефон».", ()),
        ("Сверьте анкету: в ней должны стоять ваши настоящие данные.", ("Вы увидите: «Готово».",)),
    ]


def test_steps_no_sentence_names_are_marked():
    made = manual()
    assert [step.forgotten for step in made.steps] == [False, False, True, False, False]
    assert made.forgotten == 1
    assert "Шагов, которых нет в исходной инструкции: 1. Они помечены." in list(made.remarks)


def test_captions_that_are_in_no_source_are_told_as_guesses():
    assert [step.assumed for step in manual().steps] == [(), (), (), ("Телефон",), ()]


def test_warnings_stand_by_what_the_source_says_beside_them_and_those_of_other_variants_nowhere():
    made = manual()
    assert [step.warnings for step in made.steps] == [(), (), (), ("Номер должен быть своим.",), ()]
    assert (made.before, made.after) == ((), (SECRET,))


def test_warning_of_the_introduction_stands_before_the_first_step():
    first = Clause("t.intro.1", "предупреждение", "Выключить VPN.", "вступление")
    known = listed()["t"]
    made = manuals(green(), {"t": replace(known, clauses=(first, *known.clauses))})
    assert made[0].before == ("Выключить VPN.",)


def test_action_is_shown_before_it_and_an_opened_site_after_it():
    pictures = [step.view.shot.picture.url for step in manual().steps if step.view]
    assert pictures == [f"evidence/{number}.jpg" for number in (1, 1, 2, 3, 3)]


def test_whole_way_is_told_movement_by_movement_with_borrowed_words_and_pictures():
    presses = press("Сообщения", DESK), press("Привязать", LETTERS), press("Дальше", PHONE)
    way = told(BEGIN, "И начинаю привязку", *presses, sees=CODE)
    lender = scenario("Другой", *(replace(each, clauses=()) for each in walked()))
    alone = green(*walked()[:1], way, *walked()[4:])
    known = {**green().definitions, **alone.definitions}
    steps = manual(replace(alone, scenarios=(*alone.scenarios, lender), definitions=known)).steps[1:4]
    assert [step.text for step in steps] == [f"Нажмите «{one.label}»." for one in presses]
    assert [step.forgotten for step in steps] == [True] * 3


def test_short_cut_of_a_scenario_is_replaced_by_the_way_the_instruction_has():
    cut = told(BEGIN, "Когда начинаю привязку", Did("open", "https://x.test/c", DESK), sees=PHONE)
    entrance = [replace(each, clauses=("t.in.1",)) for each in walked()[:4]]
    made = green(cut, *walked()[4:])
    both = replace(
        made,
        scenarios=(*made.scenarios, scenario("Вход", *entrance)),
        definitions={**green().definitions, **made.definitions},
    )
    texts = [step.text for step in manual(both).steps]
    assert texts[:4] == [
        "Откройте сайт https://desk.test.",
        "Нажмите «Сообщения».",
        "Нажмите «Привязать».",
        "Впишите свой номер телефона в поле «Телефон».",
    ]


def test_detour_of_the_test_is_not_told_nor_what_is_seen_on_it():
    detour = replace(
        told("нажимаю «{label:Label}»", "Когда нажимаю «Назад»", press("Назад", PHONE), sees=LETTERS),
        detour=True,
    )
    seen = told("вижу экран «{title:Screen}»", "Тогда вижу экран «Сообщения»", sees=LETTERS)
    assert manual(green(*walked(), detour, seen)).steps == manual().steps


def test_red_run_is_refused_with_the_names_of_what_failed():
    steps = walked()
    with pytest.raises(NotInstructive, match="«Путь»") as refused:
        manual(green(*steps[:-1], replace(steps[-1], status="failed")))
    assert refused.value.code == RED


def test_run_of_a_part_is_refused():
    choice = Attached(ChoiceTold.MEDIA_TYPE, ChoiceTold(paths=("features/perm",)).body, None, None)
    left_out = WrittenScenario(ScenarioPlace("f", "Ф", "", "С", (), 1, "С"), frozenset())
    for part in (
        replace(green(), attached=(choice,)),
        replace(green(), left_out=(left_out,)),
        run(),
    ):
        with pytest.raises(NotInstructive, match="целого прогона") as refused:
            manuals(part, listed())
        assert refused.value.code == PARTIAL


def test_variant_that_there_is_not_is_refused_with_those_that_are():
    with pytest.raises(NotInstructive, match="Варианта 7 у «t» нет, есть: 1") as refused:
        manuals(green(), listed(), "t", 7)
    assert refused.value.code == WRONG


def test_sentence_without_words_is_named_with_the_file_they_belong_to():
    strange = told("танцую на столе", "И танцую на столе", kind="Action", sees=DESK)
    with pytest.raises(NotSayable, match=r"«танцую на столе» в wording\.toml нет слов"):
        manual(green(*walked(), strange))


@pytest.mark.parametrize(
    ("said", "told_so"),
    [
        ("Нажать значок в навигационной панели.", "Нажмите значок «Сообщения» в навигационной панели."),
        ("Нажать значок личных сообщений.", "Нажмите значок «Сообщения»."),
        ("Нажать кнопку.", "Нажмите «Сообщения»."),
    ],
)
def test_icon_is_called_one_and_its_place_told(said: str, told_so: str):
    known = listed()["t"]
    pressed = manual().steps[1].clauses[0]
    clauses = tuple(replace(one, text=said) if one.id == pressed else one for one in known.clauses)
    (made, *_) = manuals(green(), {"t": replace(known, clauses=clauses)})
    assert made.steps[1].text == told_so
