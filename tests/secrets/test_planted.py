"""The search for secrets finds one wherever it is planted, and nothing where there is none."""

from __future__ import annotations

import base64
import gzip
import json
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from reports.record.facts import Box, PictureTaken
from tests.secrets.searching import COVER, Process, Secrets, search
from tests.unit.fixtures.residents.people import resident

ANNA = resident(1, login="anna.w", password="Jr-secret", vk_password="Vk secret&«1»!")
SECRETS = Secrets.of([ANNA])
NUMBER = "1997000001"
PLACE = Box(20, 10, 120, 24)
SOUND = "Ввожу «••••» в поле «Пароль», на +7 ••••; joanna.we, 19970000012, Jr-secrets"
WRITTEN = {
    "plainly": f"пароль: {ANNA.password}",
    "in JSON": json.dumps({"t": f"«{ANNA.vk_password}»"}),
    "in HTML": f"<p>{ANNA.vk_password.replace('&', '&amp;')}</p>",
    "in an address": "https://x.test/?password=Vk+secret%26%C2%AB1%C2%BB%21",
    "a number in groups": "+7 (199) 700-00-01",
    "a number as it is typed": NUMBER,
    "encoded": base64.b64encode(f"а вот и он, пароль от журнала: {ANNA.password}".encode()).decode(),
    "packed and encoded": base64.b64encode(zlib.compress(f"{ANNA.login} {'x' * 90}".encode())).decode(),
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """What a run has left: a record that hides, a page, a picture with its covered place."""
    picture(tmp_path / "1.jpg", covered=True)
    told = PictureTaken("1.jpg", "Вход", "d1", 200, 60, hidden=(PLACE,))
    record(tmp_path, {"mediaType": PictureTaken.MEDIA_TYPE, "body": told.body}, {"body": SOUND})
    (tmp_path / "report.html").write_text(f"<p>{SOUND}</p>", "utf-8")
    return tmp_path


def record(folder: Path, *attached: dict[str, str]) -> None:
    lines = [json.dumps({"attachment": {"mediaType": "text/plain", **one}}) for one in attached]
    (folder / "messages.ndjson").write_text("\n".join(lines), "utf-8")


def picture(file: Path, covered: bool) -> None:
    """A field with what was typed there, under a cover or not."""
    image = Image.new("RGB", (200, 60), "white")
    drawing = ImageDraw.Draw(image)
    drawing.text((PLACE.x + 4, PLACE.y + 4), ANNA.password, "black")
    if covered:
        drawing.rectangle((PLACE.x, PLACE.y, PLACE.right, PLACE.bottom), COVER)
    image.save(file, quality=60)


def test_nothing_is_found_where_nothing_is(out: Path):
    sound = Process("chrome", "chrome --headless https://x.test", "PATH=/bin HOME=/root")
    assert search(out, SECRETS, [sound], SOUND).places == set()


@pytest.mark.parametrize("form", WRITTEN)
def test_text_gives_it_away(out: Path, form: str):
    (out / "junit.xml").write_text(f"<failure>{WRITTEN[form]}</failure>", "utf-8")
    assert {place.partition(",")[0] for place, _ in search(out, SECRETS).places} == {"junit.xml"}


def test_address_in_the_record_gives_it_away(out: Path):
    address = "https://id.test/signin?phone=%2B7+199+700-00-01"
    record(out, {"body": json.dumps({"screen": "Вход", "address": address})})
    assert search(out, SECRETS).places == {("messages.ndjson", NUMBER)}


def test_trace_gives_it_away_from_within(out: Path):
    with zipfile.ZipFile(out / "trace-d1.zip", "w") as trace:
        trace.writestr("resources/1.html", gzip.compress(f"<input value={ANNA.password}>".encode()))
    assert search(out, SECRETS).places == {("trace-d1.zip!resources/1.html!", ANNA.password)}


def test_picture_gives_it_away_where_the_cover_is_gone(out: Path):
    picture(out / "1.jpg", covered=False)
    assert search(out, SECRETS).places == {("1.jpg at 20, 10", "(not covered)")}


def test_environment_and_arguments_of_a_process_give_it_away(out: Path):
    told = Process("chrome", "chrome", f"ANNA_VK={ANNA.vk_password}"), Process("sh", f"sh --p {NUMBER}", "")
    places = {place for place, _ in search(out, SECRETS, told).places}
    assert places == {"environment of chrome", "arguments of sh"}


def test_what_the_run_says_gives_it_away(out: Path):
    assert search(out, SECRETS, said=f"нет надписи «{ANNA.login}»").places == {("said", ANNA.login)}
