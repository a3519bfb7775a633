"""All ways of a journal as JSON: for whoever compares them with what somebody saw elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sim_server.domain.database import Database
from sim_server.domain.people import PersonData, add_people
from sim_server.domain.sign_ins import Situation
from sim_server.domain.worlds import World, create_world
from sim_server.errands.hand import Hand
from sim_server.journal.site_file import read_sites
from sim_server.journal.site_tables import Face, JournalSite
from sim_server.messenger.address import HOST as MESSENGER_HOST
from sim_server.showing.captions import TITLE, Caption, captions_of
from sim_server.showing.origins import Origins
from sim_server.showing.walker import Stop, Walker, invented
from sim_server.simulator import Simulator
from sim_server.vk_id.app import HOSTS as VK_ID_HOSTS
from sim_server.vk_id.clients import own_words
from sim_server.vk_id.sign_in import sign_in_screens

Told = dict[str, Any]
# What belongs to this person or moment and to no screen; a blank stands in its place.
PASSING = re.compile(
    r"\+7[ \d()-]{10,16}|\+7 \d{3} \*\*\*-\*\*-\d\d"
    r"|\b\d{2}\.\d{2}\.\d{4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d\b|\{left\}"
)
BLANK = "‹›"
BROWSER = "Mozilla/5.0 Chrome/140.0.0.0 Safari/537.36"  # one that every journal takes
VK_ID = "vk_id"


class JournalUnknown(LookupError):
    """There is no such journal; the message is Russian."""


def ways_of(
    database: Database,
    journal: str,
    sites: Path | None = None,
    cases: Collection[Situation] = tuple(Situation),
) -> Told:
    """Everything that a person in each of the cases meets in a journal, with the keys of its words.

    Raises JournalUnknown.
    """
    known = {site.id: site for site in read_sites(sites)}
    if journal not in known:
        raise JournalUnknown(f"Журнала «{journal}» в симуляторе нет, есть: {', '.join(known)}")
    site = known[journal]
    return {
        "journal": site.id,
        "name": site.name,
        "assumed": list(site.assumed),
        "observed": list(site.observed),
        "titles": [[VK_ID, words["title"]] for words in own_words(sign_in_screens()).values()],
        "ways": list(_ways(Simulator(database, sites), site, cases)),
    }


def _ways(simulator: Simulator, site: JournalSite, cases: Collection[Situation]) -> Iterator[Told]:
    world, number = create_world(simulator.database, 1), 0
    roles = sorted({role for rule in site.chat_rules for role in rule.roles})
    for at, face in enumerate(site.faces):
        for place_at, place in enumerate(face.places):
            for role in (one for one in roles if place.is_for(one)):
                for situation in cases:
                    number += 1
                    person = invented(site, role, situation, number)
                    walker = _walker(simulator, world, site, face, place_at, person)
                    stops = walker.walk(situation)
                    teller = _Teller(site, at, place_at, situation, person)
                    yield {
                        "case": situation.value,
                        "role": role,
                        "journey": list(site.vk_id.journey[situation]),
                        "screens": teller.screens(stops),
                    }


def _walker(
    simulator: Simulator, world: World, site: JournalSite, face: Face, place: int, person: PersonData
) -> Walker:
    add_people(world, [person], simulator.chat_rules)
    hand = Hand(simulator, world.name, f"d{person.key.removeprefix('walker')}", browser=BROWSER)
    return Walker(world, site, face, face.places[place], person, hand)


class _Teller:
    """Tells of the pages that one person came to."""

    def __init__(
        self, site: JournalSite, face: int, place: int, situation: Situation, person: PersonData
    ) -> None:
        self._site, self._face, self._place, self._situation = site, face, place, situation
        self._origins = Origins(site)
        self._screens = sign_in_screens()
        own = person.journal_accounts[0]
        full = f"{person.last_name} {person.first_name} {person.middle_name}"
        names = (person.last_name, person.first_name, person.middle_name)
        values = {full, *names, own.school, *own.class_names, *own.subjects, own.login}
        values |= {f"{person.first_name} {person.last_name[0]}."}
        self._values = sorted(values, key=len, reverse=True)

    def screens(self, stops: list[Stop]) -> list[Told]:
        """Each page: its system, which screen of VK ID it is, its title, its captions."""
        told = []
        for number, one in enumerate(stops):
            was_at_vk_id = any(before.screen for before in stops[:number])
            told.append(self._screen(one, "before" if was_at_vk_id else "after"))
        return told

    def _screen(self, stop: Stop, other_state: str) -> Told:
        title, captions = captions_of(stop.html)
        told = [
            {**asdict(one), "text": self._blanked(one.text), "keys": self._keys(one, stop, other_state)}
            for one in [Caption(TITLE, title), *captions]
            if one.text
        ]
        return {"system": self._system(stop.host), "screen": stop.screen, "captions": told}

    def _keys(self, caption: Caption, stop: Stop, other_state: str) -> list[str]:
        """Where its words stand; the heading of a place comes last for what is no title."""
        if stop.screen:
            return self._origins.of_screen(caption.text, self._worded_as(stop.screen), self._situation)
        if stop.host != self._site.faces[self._face].host:
            return []
        found = self._origins.of_journal(caption.text, self._face, self._place, other_state)
        is_title = caption.kind == TITLE
        return sorted(found, key=lambda key: ("heading" in key) != is_title)

    def _worded_as(self, screen: str) -> str:
        known = self._screens.get(screen)
        return known.worded_as or screen if known else screen

    def _blanked(self, text: str) -> str:
        for value in self._values:
            text = text.replace(value, BLANK)
        return PASSING.sub(BLANK, text)

    def _system(self, host: str) -> str:
        """The name that stands have for the site."""
        if host in VK_ID_HOSTS:
            return VK_ID
        if host == MESSENGER_HOST:
            return "messenger"
        own = next((one for one in self._site.faces if one.host == host), None)
        kind = "app" if own is not None and own.layout == "mobile" else "journal"
        return f"{kind}.{self._site.id}" if own is not None else ""
