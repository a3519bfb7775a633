"""The simulator as a process of a run: `python -m sim_server`. People start it by `svyazka serve`."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading

from sim_server.server import LOOPBACK, Listener
from sim_server.simulator import Simulator
from sim_server.storage import open_database


def main() -> int:
    """Serve until it is asked to stop or, with --exit-with-parent, until standard input ends."""
    options = _parser().parse_args()
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    with open_database() as database:
        simulator = Simulator(database)
        control = Listener(simulator.control, options.control_port)
        sites = Listener(simulator, options.tls_port, simulator.hosts)
        for listener in (control, sites):
            listener.start()
        _announce(control, sites, simulator)
        if options.exit_with_parent:
            threading.Thread(target=_wait_for_parent, args=(stop,), daemon=True).start()
        stop.wait()
        for listener in (control, sites):
            listener.stop()
    return 0


def _announce(control: Listener, sites: Listener, simulator: Simulator) -> None:
    facts = {
        "control": f"http://{LOOPBACK}:{control.port}",
        "tls_port": sites.port,
        "hosts": simulator.hosts,
    }
    print(json.dumps(facts), flush=True)


def _wait_for_parent(stop: threading.Event) -> None:
    """The parent holds the other end of standard input: its end, however it came, ends ours."""
    sys.stdin.buffer.read()
    stop.set()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m sim_server", description="Симулятор для прогона сценариев."
    )
    parser.add_argument("--control-port", type=int, default=0, metavar="ПОРТ")
    parser.add_argument("--tls-port", type=int, default=0, metavar="ПОРТ")
    parser.add_argument(
        "--exit-with-parent", action="store_true", help="закончить, когда закроется стандартный ввод"
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
