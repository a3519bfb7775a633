"""`svyazka.py trace`: shows the trace of a failed scenario in Playwright's viewer, which this command serves."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from playwright._impl._driver import compute_driver_executable, get_driver_env

from reports.record.facts import TRACE_TYPE, RepeatTold
from reports.record.folder import OUT
from reports.record.messages import Message
from reports.record.outline import nodes_at
from reports.record.run import Run, Scenario, read_run
from reports.record.status import ENDED_BADLY
from reports.record.stored import RecordUnreadable, read_messages

DONE, BROKEN, WRONG_ARGUMENTS = 0, 2, 64
LISTENING = re.compile(r"Listening on (\S+)")


class NoTrace(Exception):  # noqa: N818  named after what happened
    """There is nothing to show of what was asked for; the message is Russian, the code says whose fault it is."""

    def __init__(self, message: str, code: int = BROKEN) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Trace:
    """A trace of a scenario's repeat: one for each computer."""

    scenario: str
    file: Path


def main(argv: Sequence[str], parser_class: Callable[..., argparse.ArgumentParser]) -> int:
    """Serve the traces until Ctrl-C; 2 when there is no trace, 64 when there is no such scenario."""
    parser = parser_class(
        prog="svyazka.py trace", description="Показывает трассу непройденного сценария: каждый шаг записью."
    )
    parser.add_argument(
        "scenario", nargs="?", metavar="ЧТО", help="ФАЙЛ:СТРОКА или название, как в итоге прогона; иначе все"
    )
    parser.add_argument("--out", default=OUT, metavar="ПАПКА", help=f"где записи прогона, иначе {OUT}")
    chosen = parser.parse_args(list(argv))
    try:
        found = traces(Path(chosen.out), chosen.scenario)
    except RecordUnreadable as problem:
        print(problem, file=sys.stderr)
        return BROKEN
    except NoTrace as problem:
        print(problem, file=sys.stderr)
        return problem.code
    return _serve(found)


def traces(folder: Path, asked_for: str | None) -> list[Trace]:
    """Return the traces of what was asked for, by default all of the run; raises RecordUnreadable or NoTrace."""
    messages = read_messages(folder)
    run = read_run(messages)
    scenarios = [one for one in run.scenarios if one.status in ENDED_BADLY]
    if asked_for is not None:
        scenarios = list(_meant(asked_for, run, messages))
        if not scenarios:
            raise NoTrace(f"В прошлом прогоне не было сценария «{asked_for}».{_some(run)}", WRONG_ARGUMENTS)
    found = [trace for one in scenarios for trace in _of(one, folder)]
    if not found:
        raise NoTrace(_why_none(scenarios, run))
    return found


def _meant(asked_for: str, run: Run, messages: Sequence[Message]) -> Iterator[Scenario]:
    path, _, line = asked_for.rpartition(":")
    nodes = _nodes(path, int(line), messages) if line.isdigit() else frozenset()
    lines = {
        (each["pickle"]["uri"], each["pickle"]["location"]["line"])
        for each in messages
        if "pickle" in each and nodes & set(each["pickle"]["astNodeIds"])
    }
    for one in run.scenarios:
        names = (one.place.name, one.place.shown, one.place.title)
        if (one.place.uri, one.place.line) in lines or asked_for in names:
            yield one


def _nodes(path: str, line: int, messages: Sequence[Message]) -> frozenset[str]:
    """The feature is read as it was when it was run."""
    typed = Path(path).absolute().as_posix()
    documents = [each["gherkinDocument"] for each in messages if "gherkinDocument" in each]
    meant = [each for each in documents if f"/{typed}".endswith(f"/{each['uri']}")]
    return frozenset(node for document in meant for node in nodes_at(document, line))


def _of(scenario: Scenario, folder: Path) -> list[Trace]:
    urls = [piece.url for piece in scenario.attached if piece.media_type == TRACE_TYPE and piece.url]
    return [Trace(scenario.place.title, folder / url) for url in urls if (folder / url).is_file()]


def _why_none(scenarios: Sequence[Scenario], run: Run) -> str:
    if not any(one.status in ENDED_BADLY for one in scenarios):
        return f"Трассы нет: её снимают, когда сценарий не прошёл или сломался.{_some(run)}"
    if run.stand.masks:
        return "Трассы нет: стенд просит закрывать личное, а в трассе его закрыть нельзя."
    if any(one.facts(RepeatTold) for one in scenarios):
        return "Трассы нет: повтор, который её снимает, не дошёл до браузера, или файл удалён."
    return "Трассы нет: повтора не было — ошибка в самом сценарии или упал браузер."


def _some(run: Run) -> str:
    bad = [one for one in run.scenarios if one.status in ENDED_BADLY]
    named = "; ".join(f"«{one.place.title}» ({one.place.uri}:{one.place.line})" for one in bad[:3])
    return f" Не прошли: {named}{' …' if len(bad) > 3 else ''}." if bad else " В нём прошло всё."


def _serve(found: Sequence[Trace]) -> int:
    with ExitStack() as open_ones:
        viewers = []
        for trace in found:
            viewer = Viewer(trace.file)
            open_ones.callback(viewer.close)
            viewers.append(viewer)
        for trace, viewer in zip(found, viewers, strict=True):
            if viewer.address is None:
                print(f"Просмотрщик не запустился: {viewer.said.strip()}", file=sys.stderr)
                return BROKEN
            print(f"«{trace.scenario}», {trace.file.as_posix()}\n  {viewer.address}", flush=True)
        print("Откройте адрес в браузере, если он не открылся сам. Закончить: Ctrl-C.", flush=True)
        try:
            for viewer in viewers:
                viewer.wait()
        except KeyboardInterrupt:
            pass
    return DONE


class Viewer:
    """Playwright's viewer, served for one trace by a process of its own on a free port of this machine."""

    def __init__(self, file: Path) -> None:
        """Start it, and wait until it says where it listens, or ends."""
        # Not `python -m playwright`: that would start it as a child of its own, which stays when we end the parent.
        command = [*compute_driver_executable(), "show-trace", "--host", "127.0.0.1", "--port", "0"]
        self._process = subprocess.Popen(  # noqa: S603 - Playwright's own program and a file of our own record
            [*command, str(file.absolute())],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=get_driver_env(),
        )
        self.said = ""
        self.address: str | None = None
        for line in cast(IO[str], self._process.stdout):
            self.said += line
            if listening := LISTENING.search(line):
                self.address = listening[1]
                break

    def wait(self) -> None:
        """Return when it has ended by itself."""
        self._process.wait()

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
        cast(IO[str], self._process.stdout).close()
