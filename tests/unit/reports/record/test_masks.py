"""A stand that is no simulator has real people in it: what was observed of them is covered in the record."""

import json
from typing import Any

import pytest

from reports.record.evidence import attachment
from reports.record.facts import ActionDone, PictureTaken, Piece, StandTold
from reports.record.masked import masked
from reports.record.masks import KINDS, Masks
from reports.record.messages import read
from reports.results import Results

KNOWN = Masks(KINDS, ["Дроздова", "О'Нил (мл.)", "Ли"])
# A page in a browser has to agree: tests/contract/test_masks.py.
TEXTS = {
    "отправлено на +7 199 111-11-11": "отправлено на ••••",
    "+7 (199) 111-22-33, +71991112233": "••••, ••••",
    "+7 3412 12-34-56": "••••",
    "7 199 111-22-33": "••••",
    "8(912)345-67-89 или 79123456789": "•••• или ••••",
    "8 (3412) 12-34-56": "••••",
    "8\u00a0912\u00a0345\u00a067\u00a089": "••••",
    "123-45-67 или (912) 345-67-89": "•••• или ••••",
    "7 8 9 10 11 12 13 ноября": "7 8 9 10 11 12 13 ноября",
    "2026-11-26": "2026-11-26",
    "2026-11-26T12:30:00": "2026-11-26T12:30:00",
    "до 26.11.2026.": "до 26.11.2026.",
    "Код 482913 никому не сообщайте": "Код •••• никому не сообщайте",
    "12345678": "••••",
    "код: 1234.": "код: ••••.",
    "http://a-b.test.localhost:8000/messages, http://localhost:18000": (
        "http://a-b.test.localhost:8000/messages, http://localhost:18000"
    ),
    "код:1234, vk.com:482913, //vk.com:482913/, vk.com:4821": "код:••••, vk.com:••••, //vk.com:••••/, vk.com:••••",
    "http://user:1234@host/4821": "http://user:••••@host/••••",
    "123, 123456789, a1234b": "123, 123456789, a1234b",
    "Отправить SMS через 1:53": "Отправить SMS через 1:53",
    "Дроздова Тамара Ниловна, учитель": "••••, учитель",
    "Здравствуйте, Тамара Ниловна": "Здравствуйте, ••••",
    "Римский-Корсаков Н. А.": "••••",
    "ДРОЗДОВА и дроздовой, о'нил (МЛ.)": "•••• и дроздовой, ••••",
    "Ли, родитель": "Ли, родитель",
    "Чат с родителями, 5 «А»": "Чат с родителями, 5 «А»",
}


@pytest.mark.parametrize(("text", "covered"), list(TEXTS.items()))
def test_personal_is_covered_and_the_rest_stays(text: str, covered: str) -> None:
    assert KNOWN.text(text) == covered


def test_only_what_was_asked_for_is_covered() -> None:
    masks = Masks(["phones"], ["Дроздова"])
    assert masks.text("Дроздова, код 482913, +7 199 111-11-11") == "Дроздова, код 482913, ••••"
    assert not Masks([], ["Дроздова"])


def stream(masks: list[str], *pieces: Piece) -> list[dict[str, Any]]:
    stand = Piece(StandTold.MEDIA_TYPE, json.dumps({"name": "real", "masks": masks}).encode(), "стенд")
    return [
        attachment(one.media_type, "case", "step", 0, body=one.body.decode(), file_name=one.name)
        for one in (stand, *pieces)
    ]


def test_facts_are_covered_and_addresses_of_files_stay() -> None:
    picture = Piece(
        PictureTaken.MEDIA_TYPE,
        b'{"url": "evidence/12345678-main-1.jpg", "screen": "\xd0\x9a\xd0\xbe\xd0\xb4 482913"}',
        "p",
    )
    action = Piece(
        ActionDone.MEDIA_TYPE, '{"label": "Фамилия", "value": "Дроздова", "box": {"x": 1234}}'.encode(), "a"
    )
    _, *told = [json.loads(one["attachment"]["body"]) for one in masked(stream(["codes"], picture, action))]
    assert told == [
        {"url": "evidence/12345678-main-1.jpg", "screen": "Код ••••"},
        {"label": "Фамилия", "value": "••••", "box": {"x": 1234}},
    ]


def test_nothing_changes_on_a_stand_that_asks_for_nothing() -> None:
    messages = stream([], Piece("text/plain", b"482913", "t"))
    assert masked(messages) == messages


def test_record_of_such_a_stand_holds_no_phone(stage: Any) -> None:
    results = Results(stage.folder)
    results.begin()
    stand = Piece(StandTold.MEDIA_TYPE, b'{"name": "real", "masks": ["phones"]}', "s")
    error = AssertionError("нет надписи «+7 199 111-11-11»")
    path = stage.folder.plan("main")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(one) + "\n" for one in stage.plan), encoding="utf-8")
    stage.play(stage.process("main"), stage.first, ["failed"], "failed", error, [stand])
    run = results.finish()
    assert run is not None
    assert "••••" in run.scenarios[0].reason
    assert not [one for one in read(stage.folder.stream) if "199 111" in json.dumps(one, ensure_ascii=False)]
