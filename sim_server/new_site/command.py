"""Writes a new region's folder, its first feature and its clause list; nothing that exists is overwritten."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from string import Template

from sim_server.journal.site_file import FILE_NAME
from sim_server.toml_file import read_toml
from sim_server.words import HOST

ROOT = Path(__file__).parent.parent.parent
MODEL = Path(__file__).parent / "model"
ID = re.compile(r"[a-z][a-z0-9_]*")
REFUSED = 2

# What is written: the model, and where it goes below --into.
FILES = {
    "site.toml": "sim_server/sites/{id}/site.toml",
    "README.md": "sim_server/sites/{id}/README.md",
    "linking.feature": "features/{id}/linking.feature",
    "clauses.toml": "fixtures/instructions/{id}.toml",
}


class SiteRefused(ValueError):
    """The region cannot be laid out so; the message is Russian and says what to do."""


def lay_out(site_id: str, name: str, host: str, into: Path) -> list[Path]:
    """Write the region's files below `into` and return them; raise SiteRefused and then have written nothing."""
    if not ID.fullmatch(site_id):
        raise SiteRefused(
            f"«{site_id}» не годится: имя области пишут строчными латинскими буквами, цифрами и «_», с буквы."
        )
    if not HOST.fullmatch(host):
        raise SiteRefused(
            f"«{host}» не годится: адрес журнала пишут без https://, пробелов и косых черт: school.{site_id}.test."
        )
    for file in sorted((into / "sim_server/sites").glob(f"*/{FILE_NAME}")):
        if host in [face.get("host") for face in read_toml(file).get("faces", ())]:
            raise SiteRefused(
                f"Адрес «{host}» уже занят журналом {file.relative_to(into)}. Назовите другой: --host"
            )
    targets = {model: into / target.format(id=site_id) for model, target in FILES.items()}
    present = [str(path.relative_to(into)) for path in targets.values() if path.exists()]
    if present:
        raise SiteRefused(f"Уже есть: {', '.join(present)}. Выберите другое имя или уберите эти файлы.")
    words = {"id": site_id, "name": name, "host": host}
    for model, path in targets.items():
        text = Template((MODEL / model).read_text(encoding="utf-8")).substitute(words)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(targets.values())


def main(argv: Sequence[str], parser: type[argparse.ArgumentParser] = argparse.ArgumentParser) -> int:
    """Lay out a region; return 0, or 2 if it was refused."""
    options = _arguments(parser).parse_args(argv)
    name = options.name or options.id.capitalize()
    host = options.host or f"school.{options.id.replace('_', '-')}.test"
    try:
        written = lay_out(options.id, name, host, options.into)
    except SiteRefused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    print(f"Область «{name}» готова, её журнал — https://{host}. Файлы:")
    for path in written:
        print(f"  {path.relative_to(options.into).as_posix()}")
    print(f"Проверить: python3 svyazka.py run features/{options.id}")
    print("Дальше: впишите в site.toml то, что говорит инструкция, и уберите это из списка assumed.")
    return 0


def _arguments(make: type[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = make(
        prog="svyazka new-site",
        description="Заводит новую область: папку журнала, первый сценарий и список пунктов инструкции.",
    )
    parser.add_argument("id", metavar="ИМЯ", help="короткое имя латинскими буквами: novgorod")
    parser.add_argument("--name", metavar="НАЗВАНИЕ", help="как журнал называется для людей")
    parser.add_argument("--host", metavar="САЙТ", help="адрес журнала без https://")
    parser.add_argument("--into", type=Path, default=ROOT, metavar="ПАПКА", help="где лежит проект")
    return parser
