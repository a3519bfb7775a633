"""Writes a new region into the project, and takes it away again: whole files, and single lines of tables of ours."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from sim_server.journal.site_file import FILE_NAME
from sim_server.toml_file import read_toml
from sim_server.words import HOST

MODEL = Path(__file__).parent / "model"
ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
UNFIT_NAME = re.compile(r"[\"\\{}<>|\n\r\t$]|^\s|\s$|\s\s|^$")

# What is written: the model, and where it goes below --into.
FILES = {
    "site.toml": "sim_server/sites/{id}/site.toml",
    "scenarios.toml": "sim_server/sites/{id}/scenarios.toml",
    "README.md": "sim_server/sites/{id}/README.md",
    "linking.feature": "features/{id}/linking.feature",
    "clauses.toml": "fixtures/instructions/{id}.toml",
}


@dataclass(frozen=True)
class Line:
    """A line that a table of the project gets: after the last of those that begin so, in that section if one is."""

    file: str
    text: str
    after: str
    section: str = ""


LINES = (
    Line("fixtures/stands/sim.toml", 'journal.$id = "https://$host"', "journal."),
    Line("reports/systems.toml", '"journal.$id" = "$name"', '"journal.'),
    Line("steps/language/tags.toml", '"$id" = "Инструкция: $name"', '"', "[instruction]"),
)


class SiteRefused(ValueError):
    """The region cannot be laid out, or taken away, so; the message is Russian and says what to do."""


def lay_out(site_id: str, name: str, host: str, into: Path) -> list[Path]:
    """Write the region below `into` and return what was written to; raise SiteRefused and then have written nothing."""
    _prove_words(site_id, name, host)
    _prove_free(site_id, host, into)
    words = {"id": site_id, "name": name, "host": host}
    texts = _rendered(words, into) | {into / one.file: _with_line(one, words, into) for one in LINES}
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(texts)


def take_away(site_id: str, into: Path, even_changed: bool = False) -> list[Path]:
    """Take away what `lay_out` wrote and return it; raise SiteRefused, for changed files unless these may go too."""
    words = _words_of(site_id, into)
    texts = _rendered(words, into)
    there = {path: text for path, text in texts.items() if path.exists()}
    changed = [path for path, text in there.items() if path.read_text(encoding="utf-8") != text]
    if changed and not even_changed:
        listed = ", ".join(path.relative_to(into).as_posix() for path in changed)
        raise SiteRefused(
            f"С тех пор изменено: {listed}. Если это не нужно, повторите с ключом --even-changed"
        )
    for path in there:
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    return [*there, *_without_lines(words, into)]


def _prove_words(site_id: str, name: str, host: str) -> None:
    if not ID.fullmatch(site_id):
        raise SiteRefused(
            f"«{site_id}» не годится: имя области пишут строчными латинскими буквами, цифрами и «_», с буквы."
        )
    if UNFIT_NAME.search(name):
        raise SiteRefused(
            f"Название «{name}» не годится: в нём нет прямых кавычек, скобок {{}} <> и лишних пробелов."
        )
    if not HOST.fullmatch(host):
        raise SiteRefused(
            f"«{host}» не годится: адрес журнала пишут без https://, пробелов и косых черт: school.{site_id}.test."
        )


def _prove_free(site_id: str, host: str, into: Path) -> None:
    """Return if the folder is the project's, and the region takes nobody's place there."""
    missing = [one.file for one in LINES if not (into / one.file).is_file()]
    if missing:
        raise SiteRefused(f"«{into}» — не папка проекта: там нет {', '.join(missing)}")
    present = [
        target.format(id=site_id)
        for target in (*FILES.values(), "sim_server/sites/{id}")
        if (into / target.format(id=site_id)).exists()
    ]
    if present:
        raise SiteRefused(f"Уже есть: {', '.join(present)}. Выберите другое имя или уберите эти файлы.")
    tags = {tag for group in read_toml(into / LINES[-1].file).values() for tag in group}
    if site_id in tags:
        raise SiteRefused(f"Тег @{site_id} уже занят. Выберите другое имя.")
    for file, taken in _hosts(into):
        if host in taken:
            raise SiteRefused(
                f"Адрес «{host}» уже занят: {file.relative_to(into).as_posix()}. Назовите другой: --host"
            )


def _hosts(into: Path) -> Iterator[tuple[Path, set[str]]]:
    """The addresses that are in use, by the file that says so."""
    for file in sorted((into / "sim_server/sites").glob(f"*/{FILE_NAME}")):
        yield file, {face.get("host") for face in _readable(file).get("faces", ())}
    stand = into / LINES[0].file
    yield stand, {str(site).removeprefix("https://") for site in _leaves(_readable(stand).get("sites", {}))}


def _readable(file: Path) -> dict[str, Any]:
    """What the file says; nothing if it is not there or broken, which others will tell."""
    try:
        return read_toml(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return {}


def _leaves(table: Any) -> Iterator[Any]:
    for value in table.values():
        if isinstance(value, dict):
            yield from _leaves(value)
        else:
            yield value


def _rendered(words: Mapping[str, str], into: Path) -> dict[Path, str]:
    return {
        into / target.format(id=words["id"]): Template(
            (MODEL / model).read_text(encoding="utf-8")
        ).substitute(words)
        for model, target in FILES.items()
    }


def _with_line(line: Line, words: Mapping[str, str], into: Path) -> str:
    """The file with the line in its place."""
    lines = (into / line.file).read_text(encoding="utf-8").splitlines()
    start = lines.index(line.section) if line.section else 0
    ends = [at for at in range(start + 1, len(lines)) if line.section and lines[at].startswith("[")]
    last = max(at for at in range(start, min(ends, default=len(lines))) if lines[at].startswith(line.after))
    return "\n".join([*lines[: last + 1], Template(line.text).substitute(words), *lines[last + 1 :], ""])


def _words_of(site_id: str, into: Path) -> dict[str, str]:
    """Under which words the region was laid out."""
    site = _readable(into / FILES["site.toml"].format(id=site_id)) if ID.fullmatch(site_id) else {}
    try:
        return {"id": site_id, "name": str(site["name"]), "host": str(site["faces"][0]["host"])}
    except (KeyError, IndexError, TypeError):
        raise SiteRefused(
            f"Области «{site_id}» здесь нет, или её {FILE_NAME} не читается: уберите её файлы сами."
        ) from None


def _without_lines(words: Mapping[str, str], into: Path) -> Iterator[Path]:
    """Take the region's lines out of the tables, and name those that had one."""
    for line in LINES:
        file, own = into / line.file, Template(line.text).substitute(words)
        lines = file.read_text(encoding="utf-8").splitlines()
        if own in lines:
            lines.remove(own)
            file.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
            yield file
