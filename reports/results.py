"""The results of a run as a whole: the folder is taken before it, stream and JUnit file are made after it."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import ParseError, parse  # noqa: S405  our own document

from reports.junit import junit
from reports.record.folder import Folder, FolderBusy, write_whole
from reports.record.masked import masked
from reports.record.merge import Loss, close, merge
from reports.record.messages import Message, encode, moment, read, salvage
from reports.record.packing import packed
from reports.record.run import Run
from reports.record.trouble import said
from reports.russian import plural


class Results:
    """Collects what the processes of one run wrote; whatever cannot be kept becomes a note."""

    def __init__(
        self,
        folder: Folder,
        report: Callable[[Run, Path], object] | None = None,
        others: Mapping[str, Callable[[Run, Path], Path]] | None = None,
    ) -> None:
        """Know where to write; `others` are made of the run besides the report, each with what it is called."""
        self.folder = folder
        self._report = report
        self._others = others or {}
        self.made: dict[str, Path] = {}
        self.notes: list[str] = []
        self.losses: dict[str, Loss] = {}
        self.interrupted = False
        self.kept = True
        self._begun = False
        self._plans: list[list[Message]] = []
        self._parts: dict[str, list[Message]] = {}

    def begin(self) -> None:
        """Take the folder for this run, once, and clear it of the last one; raise FolderBusy."""
        if self._begun:
            return
        try:
            self.folder.claim()
            self._begun = True
            self.folder.clear()
        except FolderBusy:
            self.folder.remove_parts()
            raise
        except OSError as error:
            self._note(error)

    def take(self, process: str, plan: list[Message], part: list[Message], notes: Iterable[str]) -> None:
        """Take over from a process what it could not write, and what it has to say about that."""
        self.notes += notes
        if plan:
            self._plans.append(plan)
        if part:
            self._parts[process] = part

    def finish(self) -> Run | None:
        """Make one stream of the parts and return what it tells; None when no scenario was planned."""
        plan = self._plan()
        if not plan:
            self.folder.remove_parts()
            return None
        executed = masked(merge(plan, self._all_parts(), self.losses, self.interrupted))
        messages, run = close(executed, self.interrupted, self.notes)
        try:
            self.kept = self._wrote(messages, run)
            if not self.kept:
                return replace(run, notes=tuple(self.notes))
            return replace(run, notes=(*run.notes, *self._reported(run), *self._made_besides(run)))
        finally:
            self.folder.release()

    def _plan(self) -> list[Message]:
        """Return the plan that got furthest: all processes have the same, so that only one file is read."""
        written = [salvage(longest)[0] for longest in self.folder.plans()[:1]]
        return max([*self._plans, *written], key=len, default=[])

    def _all_parts(self) -> dict[str, list[Message]]:
        parts: dict[str, list[Message]] = {}
        for process, path in self.folder.parts().items():
            parts[process], torn = salvage(path)
            if torn and process not in self._parts:
                lines = plural(torn, "строка", "строки", "строк")
                self.notes.append(f"Не прочитано из записей процесса {process}: {lines}")
        for process, unwritten in self._parts.items():
            parts[process] = sorted([*parts.get(process, []), *unwritten], key=moment)
        return parts

    def _wrote(self, messages: Iterable[Message], run: Run) -> bool:
        """Write the results; the parts stay where the stream could not be written."""
        if not self._begun:
            return False
        try:
            write_whole(self.folder.stream, map(encode, packed(messages)))
            write_whole(self.folder.junit, [junit(run)])
            self._read_again()
        except OSError as error:
            self._note(error)
            return False
        except (ValueError, ParseError) as error:
            self.notes.append(f"Записи не читаются: {error} ({self.folder.root})")
            return False
        self.folder.remove_parts()
        return True

    def _read_again(self) -> None:
        """Prove that what was written can be read; raise what a reader would stumble over."""
        deque(read(self.folder.stream), maxlen=0)
        parse(self.folder.junit)  # noqa: S314  our own document

    def _reported(self, run: Run) -> list[str]:
        """Make the report; what goes wrong is only told, and no half of it stays: the record can be made one of."""
        if self._report is None:
            return []
        try:
            self._report(run, self.folder.root)
        except Exception as error:
            self.folder.clear_report()
            return [f"Отчёт не сделан: {error}. Сделать его снова: python3 svyazka.py report"]
        return []

    def _made_besides(self, run: Run) -> list[str]:
        """Make what else was asked for; what goes wrong is only told."""
        told = []
        for name, make in self._others.items():
            try:
                self.made[name] = make(run, self.folder.root)
            except Exception as error:
                told.append(f"{name} — не записано: {error}. Записать снова: python3 svyazka.py report")
        return told

    def _note(self, error: OSError) -> None:
        kept = "; что успело записаться, осталось в parts и evidence" if self.folder.parts() else ""
        self.notes.append(f"Записи не сохранены: {said(error)} ({self.folder.root}){kept}")
