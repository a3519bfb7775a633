"""Reading `site.toml` and all of them together: whatever is wrong there is told by file and key, in Russian."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sim_server.journal.site_rules import broken_rules, clashes, shared_chats
from sim_server.journal.site_tables import JournalSite
from sim_server.toml_complaints import complaints, line, unknown_path, unreadable
from sim_server.toml_file import read_toml
from sim_server.vk_id.sign_in import Screens, sign_in_screens
from sim_server.words import refusal

SITES = Path(__file__).parent.parent / "sites"
SITES_VARIABLE = "SVYAZKA_SITES"
FILE_NAME = "site.toml"


class SiteFileUnsound(ValueError):
    """A file does not say what a journal is; the message has a line for each fault: file, key, what is allowed."""


def sites_folder() -> Path:
    """Where the journals are: the folder that SVYAZKA_SITES names, else the simulator's own."""
    return Path(os.environ.get(SITES_VARIABLE) or SITES)


def site_files(folder: Path) -> list[Path]:
    """The file of each journal in the folder; raises SiteFileUnsound if there is none."""
    files = sorted(folder.glob(f"*/{FILE_NAME}"))
    if not files:
        raise SiteFileUnsound(
            f"В папке «{folder}» нет ни одного журнала (*/{FILE_NAME}), а без них нечего открывать."
        )
    return files


def read_sites(folder: Path | None = None, screens: Screens | None = None) -> list[JournalSite]:
    """Every journal of the folder, in the order of their names; raises SiteFileUnsound, which tells of all of them.

    Without a folder it is the usual one; `screens` are those that VK ID has.
    """
    screens = screens or sign_in_screens()
    sites, told = [], []
    for file in site_files(folder or sites_folder()):
        try:
            sites.append(read_site(file, screens))
        except SiteFileUnsound as error:
            told.append(str(error))
    told += _told_of_each(sites)
    told += [] if told else _told_of_shared(sites)
    if told:
        raise SiteFileUnsound("\n".join(told))
    return sites


def _told_of_each(sites: list[JournalSite]) -> Iterator[str]:
    """What is wrong with each in itself, and beside those before it."""
    for number, site in enumerate(sites):
        for key, words in (*broken_rules(site), *clashes(site, sites[:number])):
            yield line(site.folder / FILE_NAME, key, words)


def _told_of_shared(sites: list[JournalSite]) -> Iterator[str]:
    """What is wrong with what a journal shares with another, if all of them are there to be asked."""
    for site in sites:
        for key, words in shared_chats(site, sites):
            yield line(site.folder / FILE_NAME, key, words)


def read_site(file: Path, screens: Screens | None = None) -> JournalSite:
    """The journal that the file describes; raises SiteFileUnsound. Whether it can work, `read_sites` says."""
    data = _read_with_model(file, ())
    try:
        site = JournalSite.model_validate(
            {"folder": file.parent, **data}, context=screens or sign_in_screens()
        )
    except ValidationError as error:
        raise SiteFileUnsound("\n".join(complaints(file, error))) from error
    known = list(_paths(data))
    told = [
        unknown_path(file, key, path, known)
        for key, path in (
            *((f"assumed.{number}", path) for number, path in enumerate(site.assumed)),
            *(("observed", path) for path in site.observed),
        )
        if path not in known
    ]
    if told:
        raise SiteFileUnsound("\n".join(told))
    return site


def _read_with_model(file: Path, seen: tuple[Path, ...]) -> dict[str, Any]:
    """The file's data; where it says `like = "ID"`, it only tells what differs from that journal's file."""
    try:
        data = read_toml(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SiteFileUnsound(unreadable(file, error)) from error
    if "folder" in data:
        raise SiteFileUnsound(line(file, "folder", "такого ключа нет"))
    model = data.pop("like", None)
    if model is None:
        return data
    inherited = _read_with_model(_model(file, model, (*seen, file)), (*seen, file))
    own = {key: _merged(inherited.get(key), value) for key, value in data.items()}
    assumed = [one["assumed"] for one in (inherited, data) if isinstance(one.get("assumed"), list)]
    observed = own.get("observed")
    known_now = observed if isinstance(observed, dict) else {}
    guessed = [path for paths in assumed for path in paths if path not in known_now]
    return {**inherited, **own, "assumed": guessed}


def _model(file: Path, name: Any, seen: tuple[Path, ...]) -> Path:
    """The file of the journal that is named as a model; raises SiteFileUnsound."""
    known = [one.parent.name for one in sorted(file.parent.parent.glob(f"*/{FILE_NAME}")) if one not in seen]
    if name not in known:
        raise SiteFileUnsound(line(file, "like", refusal(str(name), known)))
    return file.parent.parent / str(name) / FILE_NAME


def _merged(model: Any, own: Any) -> Any:
    """Merge tables key by key, lists of tables entry by entry; anything else is the own value."""
    if isinstance(model, dict) and isinstance(own, dict):
        return {**model, **{key: _merged(model.get(key), value) for key, value in own.items()}}
    if (
        isinstance(model, list)
        and isinstance(own, list)
        and own
        and all(isinstance(entry, dict) for entry in own)
    ):
        return [_merged(*pair) for pair in zip_longest(model[: len(own)], own)]
    return own


def _paths(data: Any, prefix: str = "") -> Iterator[str]:
    """Every key of the file, with dots, from outside in; the entries of a list by their numbers."""
    inner = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
    for key, value in inner:
        yield f"{prefix}{key}"
        yield from _paths(value, f"{prefix}{key}.")
