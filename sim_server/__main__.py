"""The simulator as a process of a run: `python -m sim_server`. People start it by `svyazka serve`."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

from sim_server.serve import BROKEN, UNUSABLE
from sim_server.server import LOOPBACK, Listener
from sim_server.simulator import Simulator
from sim_server.storage import open_database

GRACE_SECONDS = 5


def main() -> int:
    """Serve until it is asked to stop or, with --exit-with-parent, until standard input ends; --check only looks."""
    options = _parser().parse_args()
    if options.check:
        return _check()
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    if options.exit_with_parent:
        threading.Thread(target=_wait_for_parent, args=(stop,), daemon=True).start()
    try:
        _serve(options, stop)
    except UNUSABLE as error:
        print(error, file=sys.stderr)
        return BROKEN
    return 0


def _check() -> int:
    """Say what journals there would be, or what is wrong with their files."""
    try:
        with open_database() as database:
            journals = Simulator(database).journals
    except UNUSABLE as error:
        print(error, file=sys.stderr)
        return BROKEN
    told = [{"id": one.id, "name": one.name, "host": one.faces[0].host} for one in journals]
    print(json.dumps(told, ensure_ascii=False))
    return 0


def _serve(options: argparse.Namespace, stop: threading.Event) -> None:
    """Serve until it is asked to stop; whatever goes wrong, no listener keeps the process alive."""
    with open_database(options.worlds) as database, ExitStack() as opened:
        simulator = Simulator(database)
        control = Listener(simulator.control, options.control_port)
        opened.callback(control.stop)
        sites = Listener(simulator, options.tls_port, simulator.hosts)
        opened.callback(sites.stop)
        for listener in (control, sites):
            listener.start()
        _announce(control, sites, simulator)
        stop.wait()
    if options.worlds is not None:
        shutil.rmtree(options.worlds, ignore_errors=True)


def _announce(control: Listener, sites: Listener, simulator: Simulator) -> None:
    facts = {
        "control": f"http://{LOOPBACK}:{control.port}",
        "tls_port": sites.port,
        "hosts": simulator.hosts,
    }
    print(json.dumps(facts), flush=True)


def _wait_for_parent(stop: threading.Event) -> None:
    """The parent holds the other end of standard input: its end, however it came, ends ours."""
    while os.read(
        sys.stdin.fileno(), 4096
    ):  # not by `sys.stdin`: whoever reads it so keeps Python from ending
        pass
    stop.set()
    threading.Event().wait(
        GRACE_SECONDS
    )  # whoever still works then, at the start for instance, would be left behind
    os._exit(BROKEN)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m sim_server", description="Симулятор для прогона сценариев."
    )
    parser.add_argument("--control-port", type=int, default=0, metavar="ПОРТ")
    parser.add_argument("--tls-port", type=int, default=0, metavar="ПОРТ")
    parser.add_argument(
        "--check", action="store_true", help="только проверить файлы журналов и назвать журналы"
    )
    parser.add_argument(
        "--exit-with-parent", action="store_true", help="закончить, когда закроется стандартный ввод"
    )
    worlds = "где хранить миры, пока не попросят закончить: тогда папка удаляется"
    parser.add_argument("--worlds", type=Path, metavar="ПАПКА", help=worlds)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
