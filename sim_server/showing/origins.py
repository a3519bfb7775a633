"""Where a caption of a way stands in the journal's file: the key whose words it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sim_server.domain.sign_ins import Situation
from sim_server.journal.site_tables import JournalSite
from sim_server.vk_id.clients import SHARED_WORDS

BLANK = re.compile(r"\{\w+\}")
OF_JOURNALS = ("labels", "faces", "unlinking", "lesson")
OF_EVERY_SCREEN = ("lead", "advantages", "transferred")


class Origins:
    """All words of one journal, by their keys."""

    def __init__(self, site: JournalSite) -> None:
        self._vk_id = site.vk_id
        told = site.model_dump(include={*OF_JOURNALS})
        self._journal = list(_leaves(told))
        self._common = list(_leaves(site.vk_id.model_dump(include={*OF_EVERY_SCREEN}), "vk_id."))

    def of_journal(self, text: str, face: int, place: int, other_state: str) -> list[str]:
        """The keys of a caption on a page of the journal; of several sites or places only those of this one.

        Headings are the likeliest; not that of the `other_state`, before linking or after it.
        """
        own = f"faces.{face}."
        here = f"{own}places.{place}."
        found = [key for key, words in self._journal if _says(words, text)]
        mine = [
            key
            for key in found
            if not key.startswith("faces.")
            or key.startswith(here)
            or (key.startswith(own) and not key.startswith(f"{own}places."))
        ]
        return [key for key in mine if not key.endswith(f"heading_{other_state}")] or mine

    def of_screen(self, text: str, screen: str, situation: Situation) -> list[str]:
        """The keys of a caption on a screen of VK ID; words that all screens share come last."""
        case = f"wording_for.{situation.value}" if situation in self._vk_id.wording_for else "wording"
        words: Mapping[str, str] = self._vk_id.words(screen, situation)
        own = [f"vk_id.{case}.{screen}.{name}" for name, said in words.items() if _says(said, text)]
        common = [key for key, said in self._common if _says(self._filled(said), text)]
        return sorted(own, key=lambda key: key.rpartition(".")[2] in SHARED_WORDS) + common

    def _filled(self, words: str) -> str:
        return words.replace("{service_name}", self._vk_id.service_name)


def _leaves(told: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every text with the dotted key it stands under; entries of lists by their numbers."""
    if isinstance(told, str):
        yield prefix[:-1], told
    inner = (
        enumerate(told) if isinstance(told, list | tuple) else told.items() if isinstance(told, dict) else ()
    )
    for key, value in inner:
        yield from _leaves(value, f"{prefix}{key}.")


def _says(words: str, text: str) -> bool:
    """Whether a text is these words, whatever stands in their blanks."""
    if not words or not BLANK.sub("", words).strip():
        return False
    return re.fullmatch(".+".join(map(re.escape, BLANK.split(words))), text) is not None
