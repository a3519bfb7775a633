"""What holds between the keys of a sound `site.toml`, and between two such files; each rule tells what breaks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from sim_server.journal.site_tables import CALLBACK, Face, JournalSite
from sim_server.words import nearest

Told = Iterator[tuple[str, str]]  # the key, and what is wrong there
WAYS_OF_SETTINGS = {"mobile": "settings_button", "web": "settings_tab"}


def broken_rules(site: JournalSite) -> Told:
    """Whatever in the journal cannot work."""
    for rule in RULES:
        yield from rule(site)


def _name_is_the_folder(site: JournalSite) -> Told:
    if site.id != site.folder.name:
        yield "id", f"«{site.id}» — не имя папки, а журнал зовут так же, как её: «{site.folder.name}»"


def _advice_has_words(site: JournalSite) -> Told:
    if site.recommended_browsers and not site.browser_advice:
        yield "browser_advice", "ключа нет, а при recommended_browsers он нужен"


def _places_can_be_reached(site: JournalSite) -> Told:
    for number, face in enumerate(site.faces):
        fitting = WAYS_OF_SETTINGS[face.layout]
        for at, place in enumerate(face.places):
            if place.reached_by in WAYS_OF_SETTINGS.values() and place.reached_by != fitting:
                yield (
                    f"faces.{number}.places.{at}.reached_by",
                    f'«{place.reached_by}» никто не нажмёт: при layout = "{face.layout}" в настройках есть {fitting}',
                )


def _settings_have_a_name(site: JournalSite) -> Told:
    ways = {place.reached_by for face in site.faces for place in face.places}
    if not site.labels.settings and ways.intersection(WAYS_OF_SETTINGS.values()):
        yield "labels.settings", "ключа нет, а без него в настройки не попасть"


def _places_are_apart(site: JournalSite) -> Told:
    for number, face in enumerate(site.faces):
        yield from _twice(f"faces.{number}.places", "path", [place.path for place in face.places])


def _chats_are_apart(site: JournalSite) -> Told:
    yield from _twice("chats", "key", [chat.key for chat in site.chats])


def _unlinking_is_somewhere(site: JournalSite) -> Told:
    places = [place for face in site.faces for place in face.places]
    if site.unlinking.by != "passport" and not any("unlinking" in place.shows for place in places):
        yield "unlinking.by", f"«{site.unlinking.by}» негде показать: ни в одном shows нет «unlinking»"
    if site.unlinking.by == "passport" and not any(face.views for face in site.faces):
        yield "unlinking.by", "«passport» — это своя страница журнала, а ни у одного сайта нет views"


def _linking_is_somewhere(site: JournalSite) -> Told:
    if not any(face.places for face in site.faces):
        yield "faces", "ни у одного сайта нет мест привязки (places)"


def _own_pages_are_there(site: JournalSite) -> Told:
    for number, face in enumerate(site.faces):
        if face.views and not (site.folder / face.views).is_file():
            yield f"faces.{number}.views", f"файла «{face.views}» в папке журнала нет"


def _vk_id_knows_the_sites(site: JournalSite) -> Told:
    hosts = [face.host for face in site.faces]
    for number, host in enumerate(site.vk_id.hosts):
        if host not in hosts:
            yield f"vk_id.hosts.{number}", f"такого сайта у журнала нет; есть: {', '.join(hosts)}"
    for number, face in enumerate(site.faces):
        if face.places and face.host not in site.vk_id.hosts:
            yield (
                "vk_id.hosts",
                f"нет «{face.host}» (faces.{number}): оттуда привязывают, а VK ID его не пустит",
            )


def _vk_id_comes_back(site: JournalSite) -> Told:
    if site.vk_id.callback_path != CALLBACK:
        yield "vk_id.callback_path", f"журнал встречает только на «{CALLBACK}»: уберите этот ключ"
    if not site.vk_id.needs_profile:
        yield "vk_id.needs_profile", "журнал привязывает учебный профиль, без него нельзя: уберите этот ключ"


def _twice(place: str, key: str, values: list[str]) -> Told:
    for value, times in Counter(values).items():
        if times > 1:
            yield f"{place}.{values.index(value)}.{key}", f"«{value}» стоит {times} раза, а у каждого своё"


RULES: tuple[Callable[[JournalSite], Told], ...] = (
    _name_is_the_folder,
    _advice_has_words,
    _places_can_be_reached,
    _settings_have_a_name,
    _places_are_apart,
    _chats_are_apart,
    _unlinking_is_somewhere,
    _linking_is_somewhere,
    _own_pages_are_there,
    _vk_id_knows_the_sites,
    _vk_id_comes_back,
)


def clashes(site: JournalSite, others: Sequence[JournalSite]) -> Told:
    """Whatever in the journal cannot be beside those."""
    for number, face in enumerate(site.faces):
        yield from _taken_host(number, face, site, others)
    for other in others:
        if other.vk_id.id == site.vk_id.id:
            yield "vk_id.id", f"«{site.vk_id.id}» уже у журнала «{other.id}»: у каждого своё"


def _taken_host(number: int, face: Face, site: JournalSite, others: Sequence[JournalSite]) -> Told:
    earlier = [one.host for one in site.faces[:number]]
    owner = site.id if face.host in earlier else _owner(face.host, others)
    if owner:
        yield f"faces.{number}.host", f"адрес «{face.host}» уже у журнала «{owner}»: у каждого сайта свой"


def _owner(host: str, sites: Sequence[JournalSite]) -> str:
    return next((one.id for one in sites if host in [face.host for face in one.faces]), "")


def shared_chats(site: JournalSite, sites: Sequence[JournalSite]) -> Told:
    """Whatever keeps the journal's chats from being one with those of the journal that it names: a chat is one chat."""
    keepers = {one.id: one for one in sites if not one.chats_with}
    if not site.chats_with:
        return
    if site.chats_with not in keepers:
        perhaps = nearest(site.chats_with, keepers)
        known = f"{f'возможно, {perhaps}; ' if perhaps else ''}есть: {', '.join(keepers)}"
        yield "chats_with", f"«{site.chats_with}» чатов не хранит; {known}"
        return
    kept = {chat.key: chat for chat in keepers[site.chats_with].chats}
    for number, chat in enumerate(site.chats):
        twin = kept.get(chat.key, chat)
        for key in ("title", "per", "kind"):
            if getattr(chat, key) != getattr(twin, key):
                yield (
                    f"chats.{number}.{key}",
                    f"«{getattr(chat, key)}», а в журнале «{site.chats_with}» у этого чата «{getattr(twin, key)}»",
                )
