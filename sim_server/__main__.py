"""The simulator as a process of a run: `python -m sim_server`. People start it by `svyazka serve`."""

from __future__ import annotations

import argparse
import gc
import json
import os
import secrets
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

if __name__ == "__main__":
    gc.disable()  # of what is loaded and made at the start nothing is garbage; looking for it is a fifth of the start

from sim_server.serve import (  # noqa: E402 - see above
    ALONE,
    PEOPLE_WANTED,
    UNUSABLE,
    WILD,
    add_face_arguments,
    wild_wishes,
)
from sim_server.server import LOOPBACK, Listener  # noqa: E402 - see above
from sim_server.simulator import Simulator  # noqa: E402 - see above
from sim_server.storage import open_database  # noqa: E402 - see above
from sim_server.wild.wishes import PeopleUntold, WishUnfit  # noqa: E402 - see above
from sim_server.workers import BROKEN, GRACE_SECONDS, Workers, add_workers_argument, prove_possible  # noqa: E402 - see above

KEPT_IN = "control-token"


def main() -> int:
    """Serve until it is asked to stop or, with --exit-with-parent, until standard input ends; --check only looks."""
    parser = _parser()
    options = parser.parse_args()
    if options.face == WILD and options.people is None:
        parser.error(PEOPLE_WANTED)
    if options.face == WILD and options.workers > 1:
        parser.error(ALONE)
    if options.check:
        return _check()
    if options.ways:
        return _tell_ways(options.ways)
    stop = threading.Event()
    _end_by(stop.set, options)
    try:
        return (_serve_wild if options.face == WILD else _serve)(options, stop)
    except (*UNUSABLE, WishUnfit, PeopleUntold) as error:
        print(error, file=sys.stderr)
        return BROKEN


def _end_by(end: Callable[[], None], options: argparse.Namespace) -> None:
    """Call that when we are asked to end, or our parent has."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: end())
    if options.exit_with_parent and options.workers == 1:  # whoever forks has no threads until then
        _follow_parent(end)


def _follow_parent(end: Callable[[], None]) -> None:
    threading.Thread(target=_wait_for_parent, args=(end,), daemon=True).start()


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


def _tell_ways(journal: str) -> int:
    """Say what is shown on the ways of a journal, or what is wrong."""
    from sim_server.showing.telling import JournalUnknown, ways_of  # not for every run, as below

    try:
        with open_database() as database:
            print(json.dumps(ways_of(database, journal)))
    except (*UNUSABLE, JournalUnknown) as error:
        print(error, file=sys.stderr)
        return BROKEN
    return 0


def _serve(options: argparse.Namespace, stop: threading.Event) -> int:
    """Serve until it is asked to stop; whatever goes wrong, no listener keeps the process alive."""
    with open_database(options.worlds) as database, ExitStack() as opened:
        prove_possible(options.workers, database)
        token = _token(options.worlds)
        simulator = Simulator(database, control_token=token)
        control = Listener(simulator.control, options.control_port)
        opened.callback(control.stop)
        sites = Listener(simulator, options.tls_port, simulator.hosts)
        opened.callback(sites.stop)
        opened.callback(database.end_waiting)
        _keep_all()
        announce = partial(_announce, control, token, sites, simulator)
        if options.workers > 1:
            code = _keep_workers(Workers(options.workers, (control, sites), database), options, announce)
        else:
            code = _answer((control, sites), announce, stop)
    if options.worlds is not None:
        shutil.rmtree(options.worlds, ignore_errors=True)
    return code


def _answer(listeners: Sequence[Listener], announce: Callable[[], None], stop: threading.Event) -> int:
    """Answer in this process until it is asked to stop."""
    for listener in listeners:
        listener.start()
    announce()
    stop.wait()
    return 0


def _keep_workers(workers: Workers, options: argparse.Namespace, announce: Callable[[], None]) -> int:
    """Have several processes answer until we are asked to stop."""
    _end_by(workers.stop, options)

    def begun() -> None:
        if options.exit_with_parent:
            _follow_parent(workers.stop)
        announce()

    return workers.answer(begun)


def _keep_all() -> None:
    """Look for garbage from now on, but not among what has been made by now: it stays."""
    gc.freeze()
    gc.enable()


def _token(worlds: Path | None) -> str:
    """What the control API asks for; whoever goes on with the worlds of one that died asks for the same."""
    if worlds is None:
        return secrets.token_urlsafe(24)
    file = worlds / KEPT_IN
    with suppress(FileNotFoundError):
        return file.read_text("ascii")
    token = secrets.token_urlsafe(24)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as kept:
        kept.write(token)
    return token


def _announce(control: Listener, token: str, sites: Listener, simulator: Simulator) -> None:
    facts = {
        "control": f"http://{token}@{LOOPBACK}:{control.port}",
        "tls_port": sites.port,
        "hosts": simulator.hosts,
    }
    print(json.dumps(facts), flush=True)


def _serve_wild(options: argparse.Namespace, stop: threading.Event) -> int:
    """Serve the second face, which has no control API, until it is asked to stop."""
    from sim_server.wild.making import make_face  # not for every run: reading pages takes its time to load

    with open_database() as database, ExitStack() as opened:
        face = make_face(database, wild_wishes(options))
        sites = Listener(face, options.tls_port, face.hosts)
        opened.callback(sites.stop)
        opened.callback(database.end_waiting)
        sites.start()
        _keep_all()
        facts = {"tls_port": sites.port, "hosts": face.hosts, "people": str(options.people)}
        print(json.dumps(facts), flush=True)
        stop.wait()
    return 0


def _wait_for_parent(end: Callable[[], None]) -> None:
    """The parent holds the other end of standard input: its end, however it came, ends ours."""
    while os.read(
        sys.stdin.fileno(), 4096
    ):  # not by `sys.stdin`: whoever reads it so keeps Python from ending
        pass
    end()
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
        "--ways", metavar="ЖУРНАЛ", help="только сказать, что показывают на путях этого журнала"
    )
    parser.add_argument(
        "--exit-with-parent", action="store_true", help="закончить, когда закроется стандартный ввод"
    )
    add_face_arguments(parser)
    add_workers_argument(parser)
    worlds = "где хранить миры, пока не попросят закончить: тогда папка удаляется"
    parser.add_argument("--worlds", type=Path, metavar="ПАПКА", help=worlds)
    return parser


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # everything is closed; taking all modules apart would take as long as a page for nobody
