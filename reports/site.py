"""The report as a static site beside the record: opens from disk, fetches nothing from anywhere else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from reports.instructions.remembered import remember
from reports.layout import Layout
from reports.model import Model
from reports.page import Page
from reports.record.folder import KNOWN, REPORT, write_whole
from reports.record.knowledge import write_ledger
from reports.views import (
    against,
    contradictions,
    documents,
    instructions,
    maps,
    markup,
    overview,
    proof,
    scenarios,
    sentences,
    skipped,
    unsaid,
)

# The pages in the order of the menu. A view that has nothing to show yields nothing.
VIEWS: tuple[Callable[[Model], Iterator[Page]], ...] = (
    overview.pages,
    instructions.pages,
    documents.pages,
    contradictions.pages,
    unsaid.pages,
    maps.pages,
    markup.pages,
    against.pages,
    scenarios.pages,
    skipped.pages,
    sentences.pages,
    proof.pages,
)
ASSETS = ("report.css", "report.js", "decisions.js")


def write_site(model: Model) -> Path:
    """Write the site beside the record and return its first page; pages of an earlier report go.

    What the run found out of each clause lies beside the pages, as it is kept everywhere, and so do the
    sentences of the sources: the next report tells by them what a changed one said.
    """
    folder = model.folder / REPORT
    pages = [page for view in VIEWS for page in view(model)]
    layout = Layout(model, [page for page in pages if page.menu])
    for name in {Path(page.path).parent for page in pages}:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for page in pages:
        write_whole(folder / page.path, [layout.render(page)])
    write_ledger(folder / KNOWN, [*model.known.values()])
    if model.comparisons is not None:
        remember(model.folder, model.comparisons.values(), model.old_texts)
    for asset in ASSETS:
        shutil.copyfile(Path(__file__).parent / "templates" / asset, folder / asset)
    for stale in set(folder.rglob("*.html")) - {folder / page.path for page in pages}:
        stale.unlink()
    return folder / overview.PATH
