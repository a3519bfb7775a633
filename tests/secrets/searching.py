"""Looks for the secrets of a stand's people in all that a run has left, and in what its processes were started with."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote_plus

from PIL import Image

from fixtures.residents.reading import Resident
from reports.record.facts import Box, PictureTaken
from reports.record.messages import read

GAP = r"[\s()+‑–-]{0,4}"
GAPS = re.compile(rf"(?<=\d){GAP}(?=\d)")
ENCODED = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
ZIP, GZIP, JPEG = b"PK\x03\x04", b"\x1f\x8b", b"\xff\xd8\xff"
COVER = (0x55, 0x55, 0x55)
NEARLY = 24  # how far a JPEG may be from a colour
EDGE = 2  # pixels: there the colours of what is beside it come through
MOST = 0.97  # of a covered place that must have the cover's colour


@dataclass(frozen=True)
class Secrets:
    """What must be seen nowhere: words as they are, and numbers however their digits are set."""

    words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, people: Iterable[Resident]) -> Secrets:
        """All that these people sign in with."""
        told = [*people]
        words = {
            one
            for each in told
            for one in (each.login, each.other_login, each.password, each.vk_password, each.generator_secret)
        }
        return cls(frozenset(words - {""}), frozenset(each.phone.removeprefix("+7") for each in told))

    def found_in(self, text: str) -> Iterator[str]:
        """Those that stand in the text, in whatever way it is written."""
        for form in {text, unquote_plus(text), html.unescape(text), _without_escapes(text)}:
            yield from (word for word in self.words if word in form and _stands_alone(word, form))
            digits = GAPS.sub("", form)
            yield from (one for one in self.numbers if one in digits and _is_number(one, form))


@dataclass(frozen=True)
class Process:
    """A process of a run: its name, how it was called, and what its environment says."""

    name: str
    arguments: str
    environment: str


@dataclass
class Found:
    """What was found, each as a place and a secret; a picture that lets something through has no words for it."""

    places: set[tuple[str, str]] = field(default_factory=set)

    def add(self, place: str, secrets: Iterable[str]) -> None:
        """Add what was found at this place."""
        self.places |= {(place, secret) for secret in secrets}


def search(folder: Path, secrets: Secrets, processes: Iterable[Process] = (), said: str = "") -> Found:
    """Look through everything in the folder, what the run said, and its processes."""
    found = Found()
    found.add("said", secrets.found_in(said))
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = file.relative_to(folder).as_posix()
        found.add(f"name of {name}", secrets.found_in(name))
        for place, text in texts(name, file.read_bytes()):
            found.add(place, secrets.found_in(text))
    for picture, place in pictures(folder):
        if not is_covered(picture, place):
            found.add(f"{picture.relative_to(folder)} at {place.x:.0f}, {place.y:.0f}", ["(not covered)"])
    for process in processes:
        found.add(f"arguments of {process.name}", secrets.found_in(process.arguments))
        found.add(f"environment of {process.name}", secrets.found_in(process.environment))
    return found


def texts(name: str, body: bytes) -> Iterator[tuple[str, str]]:
    """All texts in a file: its own, of the files packed in it, and of what it has encoded."""
    if body.startswith(ZIP):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            for one in packed.namelist():
                yield f"{name}!", one
                yield from texts(f"{name}!{one}", packed.read(one))
        return
    if body.startswith(GZIP):
        yield from texts(f"{name}!", gzip.decompress(body))
        return
    if body.startswith(JPEG):
        yield name, body.decode("latin-1")
        return
    text = body.decode("utf-8", "replace")
    yield name, text
    for encoded in ENCODED.finditer(text):
        inside = _decoded(encoded[0])
        if inside is not None:
            yield from texts(f"{name}, encoded", inside)


def _decoded(text: str) -> bytes | None:
    """What was encoded so, if it is something to read; packed again, as facts are."""
    try:
        body = base64.b64decode(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4))
    except binascii.Error:
        return None
    try:
        return zlib.decompress(body)
    except zlib.error:
        return body if body.startswith((ZIP, GZIP)) or _is_text(body) else None


def _is_text(body: bytes) -> bool:
    try:
        return body.decode("utf-8").isprintable()
    except UnicodeDecodeError:
        return False


def _without_escapes(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def _stands_alone(word: str, text: str) -> bool:
    """Whether it is not merely a part of a longer word: «teacher1» is no part of «teacher12»."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _is_number(number: str, text: str) -> bool:
    """Whether it is all of a number, but for the country's."""
    return re.search(rf"(?<!\d)(?:[78]{GAP})?{GAP.join(number)}(?!\d)", text) is not None


def pictures(folder: Path) -> Iterator[tuple[Path, Box]]:
    """Each place on a picture where something was hidden, as the records tell of them."""
    for stream in folder.rglob("messages.ndjson"):
        for message in read(stream):
            attached = message.get("attachment", {})
            if attached.get("mediaType") == PictureTaken.MEDIA_TYPE:
                fact = PictureTaken.read(json.loads(attached["body"]))
                yield from ((stream.parent / fact.url, place) for place in fact.hidden or ())


def is_covered(picture: Path, place: Box) -> bool:
    """Whether the cover is there, as far as the picture goes."""
    with Image.open(picture) as image:
        left, top = max(0, place.x + EDGE), max(0, place.y + EDGE)
        right, bottom = min(image.width, place.right - EDGE), min(image.height, place.bottom - EDGE)
        if right - left < 1 or bottom - top < 1:
            return True
        part = image.convert("RGB").crop((round(left), round(top), round(right), round(bottom)))
    pixels = [*part.get_flattened_data()] if hasattr(part, "get_flattened_data") else [*part.getdata()]
    covered = sum(all(abs(a - b) <= NEARLY for a, b in zip(pixel, COVER, strict=True)) for pixel in pixels)
    return covered >= MOST * len(pixels)
