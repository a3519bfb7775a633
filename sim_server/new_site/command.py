"""`svyazka new-site`: lays a region out, takes one away, or prints what its file may say."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sim_server.new_site.keys import page
from sim_server.new_site.layout import SiteRefused, lay_out, take_away

ROOT = Path(__file__).parent.parent.parent
REFUSED = 2


def main(argv: Sequence[str], parser: type[argparse.ArgumentParser] = argparse.ArgumentParser) -> int:
    """Do what is asked for; return 0, or 2 if it was refused."""
    arguments = _arguments(parser)
    options = arguments.parse_args(argv)
    if options.keys:
        print(page(), end="")
        return 0
    if not options.id:
        arguments.error("назовите область: new-site novgorod")
    try:
        return _remove(options) if options.remove else _add(options)
    except SiteRefused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED


def _add(options: argparse.Namespace) -> int:
    name = options.id.capitalize() if options.name is None else options.name
    host = f"school.{options.id.replace('_', '-')}.test" if options.host is None else options.host
    written = lay_out(options.id, name, host, options.into)
    print(f"Область «{name}» готова, её журнал — https://{host}. Записано:")
    _tell(written, options.into)
    print(f"Проверить: python3 svyazka.py run features/{options.id}")
    print("Дальше: впишите в site.toml то, что говорит инструкция, и уберите это из списка assumed.")
    print("Какие ключи там бывают: docs/site-file.md. Верно ли записано: python3 svyazka.py doctor")
    print(f"Передумали: python3 svyazka.py new-site {options.id} --remove")
    return 0


def _remove(options: argparse.Namespace) -> int:
    gone = take_away(options.id, options.into, options.even_changed)
    print(f"Область «{options.id}» убрана. Удалено или исправлено:")
    _tell(gone, options.into)
    return 0


def _tell(paths: list[Path], into: Path) -> None:
    for path in paths:
        print(f"  {path.relative_to(into).as_posix()}")


def _arguments(make: type[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = make(
        prog="svyazka.py new-site",
        description="Заводит новую область: папку журнала, первый сценарий, список пунктов инструкции, адрес и тег.",
    )
    parser.add_argument("id", metavar="ИМЯ", nargs="?", help="короткое имя латинскими буквами: novgorod")
    parser.add_argument("--name", metavar="НАЗВАНИЕ", help="как журнал называется для людей")
    parser.add_argument("--host", metavar="САЙТ", help="адрес журнала без https://")
    parser.add_argument("--into", type=Path, default=ROOT, metavar="ПАПКА", help="где лежит проект")
    parser.add_argument("--remove", action="store_true", help="убрать область, которую завела эта команда")
    parser.add_argument("--even-changed", action="store_true", help="убрать и то, что с тех пор изменено")
    parser.add_argument(
        "--keys", action="store_true", help="показать все ключи site.toml (docs/site-file.md)"
    )
    return parser
