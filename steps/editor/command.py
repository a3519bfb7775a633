"""`svyazka.py lsp`: the language server, which an editor starts and speaks to over standard input and output."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from fixtures.environment.arguments import ArgumentParser

WAITING = "Эту команду запускает редактор; как его настроить, сказано в docs/editors.md. Прервать: Ctrl-C."


def main(argv: Sequence[str]) -> int:
    """Serve until the editor says so."""
    parser = ArgumentParser(
        prog="svyazka.py lsp",
        description="Помогает редактору: подсказывает предложения и надписи, показывает ошибки. Его запускает редактор",
    )
    parser.add_argument("--stdio", action="store_true", help="говорить через ввод и вывод; так всегда")
    parser.add_argument("--debug", action="store_true", help="писать в журнал и место ошибки в коде")
    chosen = parser.parse_args(list(argv))
    if not chosen.debug:
        logging.getLogger("pygls").setLevel(logging.CRITICAL)
    if sys.stdin.isatty():
        print(WAITING, file=sys.stderr)
    channel, sys.stdout = sys.stdout, sys.stderr  # what anything prints must not get between the answers
    from steps.editor.server import feature_server  # it takes a second, and `--help` need not wait

    feature_server().start_io(stdout=channel.buffer)
    return 0
