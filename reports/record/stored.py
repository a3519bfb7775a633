"""Reads the run whose record lies in a folder, or says in Russian why there is none to read."""

from pathlib import Path

from reports.record.folder import STREAM
from reports.record.messages import Message, read
from reports.record.run import Run, read_run
from reports.record.trouble import said


class RecordUnreadable(Exception):  # noqa: N818  named after what happened
    """There is no record of a run, or not a whole one; the message is Russian."""


class RecordMissing(RecordUnreadable):
    """There is no record at all, or it has no end: the run never got so far."""


def read_record(folder: Path) -> Run:
    """Read the run whose record lies in the folder; raise RecordUnreadable."""
    return read_run(read_messages(folder))


def read_messages(folder: Path) -> list[Message]:
    """Read the record that lies in the folder; raise RecordUnreadable if there is none, or not a whole one."""
    stream = folder / STREAM
    try:
        messages = list(read(stream))
    except FileNotFoundError:
        raise RecordMissing(
            f"В папке «{folder}» нет записей прогона (messages.ndjson). Сделать их: python3 svyazka.py run"
        ) from None
    except OSError as error:
        raise RecordUnreadable(f"Записи не читаются: {said(error)} ({stream})") from None
    except ValueError:
        raise RecordUnreadable(
            f"Записи в «{stream}» повреждены, обрываются на полуслове или это не они. "
            "Повторить прогон: python3 svyazka.py run"
        ) from None
    if not messages or "testRunFinished" not in messages[-1]:
        raise RecordMissing(
            f"Записи в «{stream}» обрываются: конца прогона в них нет. Повторить прогон: python3 svyazka.py run"
        )
    return messages
