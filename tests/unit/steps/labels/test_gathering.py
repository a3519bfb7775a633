"""What a run leaves in the list of captions, and how the list is compared with a run."""

from collections.abc import Sequence
from typing import Any

import pytest

from reports.record.facts import ActionDone, ChoiceTold, Fact, ScreenSeen, Where
from reports.record.outline import ScenarioPlace
from reports.record.run import Attached, FeatureProblem, Run, Scenario, Step
from steps.labels.comparing import differences
from steps.labels.gathering import NothingToTell, captions_of
from steps.labels.known import Captions, KnownLabels


def attached(*facts: Fact) -> tuple[Attached, ...]:
    return tuple(Attached(fact.MEDIA_TYPE, fact.body, None, None) for fact in facts)


def step(*facts: Fact, says: str = "Когда жду") -> Step:
    return Step(says, 1, "passed", "", 0.1, attached(*facts))


def screen(title: str, labels: dict[str, Sequence[str]] | None) -> ScreenSeen:
    return ScreenSeen(title, "https://id.vk.com", "vk_id", labels=labels)


def run(*steps: Step, status: str = "passed", **what: Any) -> Run:
    place = ScenarioPlace("features/t.feature", "Ф", "", "Сценарий", (), 1, "Сценарий")
    return Run((Scenario(place, status, "", steps, 0.0, 1.0, "main"),), **{"problems": (), **what}, notes=(),
               started=0.0, seconds=1.0)  # fmt: skip


CODE = step(screen("Код", {"buttons": ["Отмена"], "fields": ["Введите код"], "texts": ["Через 1:59"]}))


def test_screens_have_what_all_scenarios_saw_on_them() -> None:
    later = step(screen("Код", {"buttons": ["Продолжить", "Отмена"], "texts": ["Через 2:00"]}))
    assert captions_of(run(CODE, later)) == {
        "vk_id": {"Код": Captions(("Отмена", "Продолжить"), ("Введите код",), ("Через ‹время›",))}
    }


def test_what_people_typed_is_no_caption_and_names_no_screen() -> None:
    typed = step(ActionDone("fill", "Название", "Олимпиада"))
    seen = step(screen("Олимпиада", {"texts": ["Олимпиада", "Пишут все"]}))
    assert captions_of(run(typed, seen)) == {"vk_id": {"‹введённое›": Captions(texts=("Пишут все",))}}


def test_first_name_is_a_blank_where_the_full_one_was_seen() -> None:
    seen = step(screen("Вход", {"buttons": ["Продолжить как Семен"], "texts": ["Бобылев Семен Тимурович"]}))
    assert captions_of(run(seen)) == {"vk_id": {"Вход": Captions(("Продолжить как ‹имя›",), (), ("‹ФИО›",))}}


def test_name_that_was_pressed_counts_beside_what_is_drawn() -> None:
    pressed = step(ActionDone("press", "К чату", before=Where("Код", "https://id.vk.com", "vk_id")))
    assert captions_of(run(CODE, pressed))["vk_id"]["Код"].buttons == ("К чату", "Отмена")


def test_message_that_came_by_itself_is_known_from_its_sentence() -> None:
    unlisted = step(screen("Код", None), says="Тогда вижу сообщение «Нет связи»")
    unseen = step(screen("Код", None), says="И не вижу «Связь есть»")
    assert captions_of(run(CODE, unlisted, unseen))["vk_id"]["Код"].texts == ("Нет связи", "Через ‹время›")


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (run(CODE, status="failed"), "«Сценарий» не прошёл"),
        (run(CODE, attached=attached(ChoiceTold(("features/perm",)))), "только часть"),
        (run(CODE, problems=(FeatureProblem("a.feature", 1, "сломан"),)), "не все файлы"),
        (run(step(screen("Код", None))), "нет надписей"),
    ],
)
def test_run_that_is_not_whole_and_green_tells_nothing(told: Run, why: str) -> None:
    with pytest.raises(NothingToTell, match=why):
        captions_of(told)


def test_list_that_a_run_gave_does_not_differ_from_it() -> None:
    assert differences(run(CODE), KnownLabels(captions_of(run(CODE)))) == []


def test_differences_name_caption_and_screen_on_either_side() -> None:
    committed = KnownLabels(
        {"vk_id": {"Код": Captions(("Отменить",), ("Введите код",), ("Через ‹время›",)), "Вход": Captions()}}
    )
    assert [str(one) for one in differences(run(CODE), committed)] == [
        "«Вход» (vk_id): экран целиком — есть в списке, нет на экране",
        "«Код» (vk_id): кнопка «Отмена» — есть на экране, нет в списке",
        "«Код» (vk_id): кнопка «Отменить» — есть в списке, нет на экране",
    ]


def test_without_a_list_every_screen_is_a_difference() -> None:
    assert [one.title for one in differences(run(CODE), None)] == ["Код"]
