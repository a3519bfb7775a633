"""Copies of our features, each with a name of its own: what thousands of them would be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

FEATURES = Path(__file__).resolve().parents[2] / "features"


def write_copies(folder: Path) -> Iterator[Path]:
    """Write one copy after the other into the folder, as many as are asked for; yield whose each is."""
    for number, original in enumerate(cycle(sorted(FEATURES.rglob("*.feature")))):
        text = original.read_text(encoding="utf-8").replace("Функция: ", f"Функция: {number} ", 1)
        (folder / f"{number:05}.feature").write_text(text, encoding="utf-8")
        yield original
