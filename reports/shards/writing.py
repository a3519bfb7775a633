"""Writes the whole that parts are: stream, evidence and JUnit file, as one machine would have left them."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from itertools import chain

from reports.junit import junit
from reports.record.folder import Folder, write_whole
from reports.record.messages import read
from reports.record.run import Run, read_run
from reports.shards.proof import Proof
from reports.shards.union import united


def write_united(proof: Proof, folder: Folder) -> Run:
    """Unite a proven whole in a folder that is free; raise FolderBusy, or OSError and then nothing is left there."""
    folder.claim()
    try:
        folder.clear()
        _gather_evidence(proof, folder)
        write_whole(folder.stream, united(proof, folder.run))
        run = read_run(read(folder.stream))
        write_whole(folder.junit, [junit(run)])
        return run
    except OSError:
        with suppress(OSError):
            folder.clear()
        raise
    finally:
        folder.release()


def _gather_evidence(proof: Proof, folder: Folder) -> None:
    """Put the files of all parts beside each other: their names carry the runs they are of."""
    folder.evidence.mkdir(parents=True, exist_ok=True)
    sources = (Folder(part.folder, part.run).evidence for part in proof.parts)
    for file in chain.from_iterable(each.iterdir() for each in sources if each.is_dir()):
        _place(file, folder.evidence / file.name)


def _place(file: os.PathLike[str], target: os.PathLike[str]) -> None:
    """Let the file be there too, without a second copy where the disk can do that."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)
