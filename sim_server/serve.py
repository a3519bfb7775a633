"""`svyazka serve`: the simulator for people, on http://localhost:8000."""

from __future__ import annotations

import argparse
import errno
import secrets
import sys
from collections.abc import Sequence

from sim_server.journal.site_file import SiteFileUnsound
from sim_server.server import LOOPBACK, Listener
from sim_server.simulator import Simulator
from sim_server.start.ready_people import begin_main_world
from sim_server.storage import DatabaseRefused, open_database

DEFAULT_PORT = 8000
LAST_PORT = 65535
BROKEN = 2
UNUSABLE = (DatabaseRefused, SiteFileUnsound)  # whoever started the simulator can mend it, and is told how


def main(argv: Sequence[str], parser: type[argparse.ArgumentParser] = argparse.ArgumentParser) -> int:
    """Serve the main world until Ctrl-C; return 0, or 2 if the port is taken."""
    options = _arguments(parser).parse_args(argv)
    token = None if options.address == LOOPBACK else secrets.token_urlsafe(24)
    try:
        return _serve(options, token)
    except UNUSABLE as error:
        print(error, file=sys.stderr)
        return BROKEN


def _serve(options: argparse.Namespace, token: str | None) -> int:
    with open_database() as database:
        simulator = Simulator(database, control_token=token)
        begin_main_world(database, simulator.chat_rules)
        try:
            listener = Listener(simulator, options.port, address=options.address)
        except OSError as error:
            return _explain(error, options.port)
        listener.start()
        _greet(listener.port, token)
        try:
            listener.wait()
        except KeyboardInterrupt:
            print("\nСимулятор остановлен.")
        listener.stop()
    return 0


def port_number(text: str) -> int:
    """The number of a port, 0 for any that is free."""
    if not (text.isascii() and text.isdecimal() and int(text) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f"нужно число от 0 до {LAST_PORT}, а не «{text}»")
    return int(text)


def _greet(port: int, token: str | None) -> None:
    print(f"Симулятор работает: http://localhost:{port}")
    print("Откройте этот адрес в Chrome, Яндекс Браузере, Edge или Firefox. Остановить: Ctrl-C.", flush=True)
    if token is not None:
        print(f"Симулятор слушает не только этот компьютер. Токен управляющего API: {token}", flush=True)


def _explain(error: OSError, port: int) -> int:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < LAST_PORT else DEFAULT_PORT
        print(f"Порт {port} занят. Назовите другой: python3 svyazka.py serve --port {other}", file=sys.stderr)
    else:
        print(f"Порт {port} открыть не удалось: {error.strerror}", file=sys.stderr)
    return BROKEN


def _arguments(make: type[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = make(
        prog="svyazka.py serve", description="Запускает симулятор, чтобы пройти инструкции вручную."
    )
    parser.add_argument(
        "--port", type=port_number, default=DEFAULT_PORT, metavar="ПОРТ", help="порт (обычно 8000)"
    )
    parser.add_argument("--address", default=LOOPBACK, metavar="АДРЕС", help="адрес, на котором слушать")
    return parser
