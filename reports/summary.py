"""What the terminal says at the end of a run, in Russian, computed from the run's record."""

import shlex
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reports.record.facts import TRACE_TYPE, USUAL_STAND, RepeatTold, ScreenSeen, StandTold, WorldTold
from reports.record.folder import OUT, Folder
from reports.record.printable import printable
from reports.record.run import Run, Scenario
from reports.russian import length
from reports.wording import culprit, part, plain_lines, tally

# The headings under which scenarios are listed.
_HEADINGS = {
    "failed": "Не пройдены: система ведёт себя не так, как написано",
    "broken": (
        "Сломались: виноваты сценарий, проверка, симулятор, браузер или машина, "
        "о системе это ничего не говорит"
    ),
    "unstable": "Нестабильны: не прошли, а при повторе прошли; чаще всего виновата проверка, но бывает и система",
    "unsound": "С ошибками в самих сценариях",
    "interrupted": "Прерваны",
    "not_started": "Не запускались, хотя были запланированы",
    "skipped": "Пропущены",
}
_REASON_LINES = 4
MENTIONED_AT_MOST = 20  # of a run that was stopped early the rest is long
ALLURE, CUCUMBER = "Результаты для Allure", "Отчёт Cucumber"
OF_REPEATS = "reports/out/repeat"  # a repeat leaves the results it is about as they are


def summary(run: Run, folder: Folder) -> list[str]:
    """Return the lines of the summary; files are named as they can be typed from the current folder."""
    place = _typed(folder.root)
    lines = _counts(run) if run.scenarios or run.problems else []
    for status in ("failed", "broken", "unstable"):
        lines += _section(_HEADINGS[status], [_failure(one, place, run.stand) for one in run.of(status)])
    problems = [[f"  {one.uri}:{one.line}: {one.message}"] for one in run.problems]
    unsound = [[f"  {one.reason}"] for one in run.of("unsound")]
    lines += _section(_HEADINGS["unsound"], problems + unsound)
    for status in ("interrupted", "not_started", "skipped"):
        lines += _section(_HEADINGS[status], _mentioned(run.of(status)))
    lines += _section("Замечания", [[f"  {remark}"] for remark in run.remarks])
    lines += _section("О самом прогоне", [[f"  {note}"] for note in run.notes])
    kept = [file for file in (folder.stream, folder.junit) if file.exists()]
    lines += ["", "Записи: " + ", ".join((place / file.name).as_posix() for file in kept)] if kept else []
    lines += (
        [f"Отчёт: {(place / folder.report.relative_to(folder.root)).as_posix()}"]
        if folder.report.exists()
        else []
    )
    return [printable(line) for line in lines]


def told_besides(made: Mapping[str, Path]) -> list[str]:
    """Return a line for each thing that was made of a run besides its report."""
    return [f"{name}: {_typed(path).as_posix()}" for name, path in made.items()]


def _typed(folder: Path) -> Path:
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _counts(run: Run) -> list[str]:
    return list(filter(None, (f"{tally(run)}; {length(run.seconds)}", part(run))))


def _section(heading: str, entries: list[list[str]]) -> list[str]:
    return ["", f"{heading}:", *(line for entry in entries for line in entry)] if entries else []


def _mentioned(scenarios: list[Scenario]) -> list[list[str]]:
    left = len(scenarios) - MENTIONED_AT_MOST
    more = [[f"  … и ещё {left}, все — в отчёте"]] if left > 0 else []
    return [*map(_mention, scenarios[:MENTIONED_AT_MOST]), *more]


def _mention(scenario: Scenario) -> list[str]:
    reason = scenario.reason.partition("\n")[0]
    place = f"  {scenario.place.uri}:{scenario.place.line}  {scenario.place.title}"
    return [f"{place} — {reason}" if reason else place]


def _failure(scenario: Scenario, folder: Path, stand: StandTold) -> list[str]:
    place = scenario.place
    step = culprit(scenario)
    lines = [f"  {place.title}"]
    if step is not None and step.sentence is not None:
        lines.append(f"    {place.uri}:{step.line}  {step.sentence}")
    else:
        lines.append(f"    {place.uri}:{place.line}")
    lines += [f"      {line}" for line in plain_lines(scenario.reason)[:_REASON_LINES]]
    lines += [f"    {what}" for what in _whereabouts(scenario, folder, stand)]
    return lines


def _whereabouts(scenario: Scenario, folder: Path, stand: StandTold) -> Iterator[str]:
    """Yield where the person was, where the evidence is, and how to see it again."""
    for seen in scenario.facts(ScreenSeen)[-1:]:
        yield f"экран: «{seen.screen}» {seen.address}".rstrip()
    files = [(piece.media_type, piece.url) for piece in scenario.attached if piece.url]
    pictures = [file for file in files if file[0].startswith("image/")]
    for media_type, url in [*pictures[-1:], *(file for file in files if file not in pictures)]:
        yield f"{_kind(media_type)}: {(folder / url).as_posix()}"
    if any(media_type == TRACE_TYPE for media_type, _ in files):
        yield f"посмотреть трассу: {trace_command(scenario, folder)}"
    for repeat in scenario.facts(RepeatTold):
        if scenario.status != "unstable" and repeat.status not in (scenario.status, "interrupted"):
            yield "при повторе вышло иначе: сценарий неустойчив"
    yield f"повторить: {repeat_command(scenario, stand)}"


def _kind(media_type: str) -> str:
    if media_type.startswith("image/"):
        return "снимок"
    return "трасса" if media_type.endswith("trace+zip") else "файл"


def repeat_command(scenario: Scenario, stand: StandTold = StandTold("")) -> str:  # noqa: B008 - frozen
    """Return the command that executes this scenario again in the same world, beside the results it is about.

    `stand` is that of the run, as it was told; a scenario knows only the name, and none before it has a world.
    """
    world = next(iter(scenario.facts(WorldTold)[-1:]), WorldTold())
    named = stand.asked_for or world.stand
    of_stand = "" if named in ("", USUAL_STAND) else f" --stand {_quoted(named)}"
    of_seed = "" if world.seed is None else f" --seed {world.seed}"
    return f"{_command('run', scenario)}{of_stand}{stand.company}{of_seed} --out {OF_REPEATS}"


def trace_command(scenario: Scenario, folder: Path) -> str:
    """Return the command that shows the scenario's traces, which lie in this folder of results."""
    place = _typed(folder).as_posix()
    return _command("trace", scenario) + ("" if place == OUT else f" --out {_quoted(place)}")


def _command(name: str, scenario: Scenario) -> str:
    python = "py" if sys.platform == "win32" else "python3"
    return f"{python} svyazka.py {name} {_quoted(f'{scenario.place.uri}:{scenario.place.line}')}"


def _quoted(argument: str) -> str:
    return argument if " " not in argument else shlex.quote(argument)
