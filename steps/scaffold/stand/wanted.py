"""What a new stand is to be, asked one by one; an answer given as an option is not asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from fixtures.conduct.whose import INVENTED, is_public, is_real
from fixtures.stand import FOLDER, HOST_NAME, load_stand, real_hosts
from reports.record.facts import USUAL_STAND
from reports.record.tables import read_toml
from steps.scaffold.interview import Interview
from steps.scaffold.question import Question, Unsuitable

ROOT = Path(__file__).parents[3]
NAMES = ROOT / "reports" / "systems.toml"
JOURNAL = "journal."
NONE, YES = "нет", "да"
LIVE, OWN = "живая", "проверочная"
KINDS = {
    OWN: "на ней можно пробовать, людям это не повредит",
    LIVE: "там настоящие люди, делать можно немногое",
}
PLACES = {OWN: "на проверочной системе", LIVE: "на живой системе"}
# Sites that a journal's scenarios open besides it: those without which nothing goes, then those that may be missing.
NEEDED, OPTIONAL = ("vk_id",), ("messenger", "sferum", "support")
# What is only beside a VK ID of ours: there a program reads what people get.
READ_BY_PROGRAM = {
    "phone": "страницы телефонов, где видны СМС и звонки",
    "mailbox": "страницы почты, где видны письма",
}
MORE_OF = {"diary": ("app.diary",), "mosreg": ("passport",)}
Unfit = Callable[[str], str]  # why an answer will not do; nothing where it will
STAND_NAME = re.compile(r"[a-z][a-z0-9_-]*")


@dataclass(frozen=True)
class StandWanted:
    """The answers; `sites` by their names, `people` is where a file for them is to be begun.

    `linking`: on a real system people's study profiles may be linked and unlinked. `owner` has allowed to try things.
    """

    name: str
    title: str
    place: str
    live: bool
    sites: Mapping[str, str]
    also: tuple[str, ...] = ()
    owner: str = ""
    own_certificate: bool = False
    network: bool = False
    linking: bool = False
    people: Path | None = None

    @property
    def journals(self) -> list[str]:
        """The journals it has."""
        return [name.removeprefix(JOURNAL) for name in self.sites if name.startswith(JOURNAL)]

    @property
    def powers(self) -> list[str]:
        """What a program can read there that people get."""
        return [name for name in READ_BY_PROGRAM if name in self.sites]


@dataclass(frozen=True)
class KnownSites:
    """What there is already: the sites that scenarios know, by name, with their usual addresses and their titles."""

    into: Path = FOLDER
    addresses: Mapping[str, str] = field(default_factory=lambda: load_stand(USUAL_STAND).sites)
    titles: Mapping[str, str] = field(default_factory=lambda: read_toml(NAMES))

    def journals(self) -> dict[str, str]:
        """The journals that there are scenarios for, with their titles."""
        names = [name for name in self.addresses if name.startswith(JOURNAL)]
        return {name.removeprefix(JOURNAL): self.titles.get(name, "") for name in names}

    def usual(self, name: str) -> str:
        """The address that scenarios spell out, if there can be such a site outside."""
        address = self.addresses.get(name, "")
        return "" if address.endswith(INVENTED) else address


def stand_wanted(interview: Interview, known: KnownSites) -> StandWanted:
    """Ask everything; raises Unanswered."""
    text = "Короткое имя стенда латиницей; так его назовут в командах: run --stand имя"
    name = interview.one(Question("name", text, unfit=_taken(known.into)))
    kind = interview.one(Question("kind", "Что это за система?", KINDS))
    place = interview.one(Question("place", "Где это? Отчёт скажет: «подтверждён …»", default=PLACES[kind]))
    sites = _sites(interview, known, kind)
    unfit_hosts = _unfit_hosts if kind == LIVE else _first_of(_unfit_hosts, _unfit_real)
    also = interview.one(Question("also", _ALSO, default=NONE, unfit=unfit_hosts))
    return StandWanted(
        name=name,
        title=interview.one(Question("title", "Как стенд зовут люди?", default=_title(known, sites, kind))),
        place=place,
        live=kind == LIVE,
        sites=sites,
        also=() if also == NONE else _hosts(also),
        owner=_owner(interview, sites) if kind != LIVE else "",
        own_certificate=kind != LIVE and _is_own(interview, sites),
        linking=kind == LIVE
        and interview.one(Question("linking", _LINKING, {YES: "", NONE: ""}, NONE)) == YES,
        network=interview.one(Question("network", _NETWORK, {YES: "", NONE: ""}, NONE)) == YES,
        people=_people(interview, name),
    )


_ALSO = (
    "Какие ещё серверы нужны его страницам, через пробел? Не знаете — пусто: их потом назовёт doctor --stand"
)
_PEOPLE_USE_IT = (
    "настоящая система, пробовать на ней нельзя. Она вам и нужна? Начните заново и ответьте «живая». "
    "Здесь нужен проверочный адрес, у VK ID — http://id.vk.ru.localhost:8000: docs/stands.md"
)
_LINKING = "Можно ли там привязывать и отвязывать учебный профиль людей из файла? Потом всё вернут, как было"
_NETWORK = "Разрешить прогону ходить к этим адресам? Только если владелец системы не против"


def _sites(interview: Interview, known: KnownSites, kind: str) -> dict[str, str]:
    """Return the addresses: of the real system the usual ones are those that instructions print."""
    journals = interview.many(Question("journal", "Какой журнал на нём?", known.journals()))
    more = tuple(name for journal in journals for name in MORE_OF.get(journal, ()))
    needed = [*(f"{JOURNAL}{journal}" for journal in dict.fromkeys(journals)), *NEEDED]
    sites = {name: _address(interview, known, name, kind, needed=True) for name in needed}
    for name in (*OPTIONAL, *more, *(READ_BY_PROGRAM if kind != LIVE else ())):
        sites[name] = _address(interview, known, name, kind, needed=False)
    return {name: address for name, address in sites.items() if address != NONE}


def _address(interview: Interview, known: KnownSites, name: str, kind: str, needed: bool) -> str:
    usual = known.usual(name) if kind == LIVE else ""
    title = READ_BY_PROGRAM.get(name) or known.titles.get(name, name)
    hint = "" if needed else f"; его нет — «{NONE}»"
    unfit = _unfit_address if kind == LIVE else _first_of(_unfit_address, _unfit_real)
    question = Question(
        f"site {name}=АДРЕС",
        f"Адрес: {title}{hint}",
        default=usual or ("" if needed else NONE),
        unfit=unfit if needed else _or_none(unfit),
    )
    answer = interview.one(question)
    return answer if answer == NONE else answer.rstrip("/")


def _owner(interview: Interview, sites: Mapping[str, str]) -> str:
    """Whose the system is, where it may be anybody's."""
    if not any(is_public(urlsplit(address).netloc) for address in sites.values()):
        return ""
    text = "Чья это проверочная система и кто разрешил на ней пробовать? Её адреса видны всем"
    return interview.one(Question("owner", text))


def _is_own(interview: Interview, sites: Mapping[str, str]) -> bool:
    if not any(address.startswith("https:") for address in sites.values()):
        return False
    choices = {"обычный": "браузер ему верит", "свой": "сделан для проверки, браузер предупреждает"}
    return interview.one(Question("certificate", "Какой у сайтов сертификат?", choices, "обычный")) == "свой"


def _people(interview: Interview, name: str) -> Path | None:
    text = f"Где завести файл людей? В нём будут пароли, поэтому — вне репозитория; не надо — «{NONE}»"
    answer = interview.one(
        Question("people", text, default=f"~/{name}-people.toml", unfit=_inside_repository)
    )
    return None if answer == NONE else Path(answer).expanduser()


def _title(known: KnownSites, sites: Mapping[str, str], kind: str) -> str:
    journal = next(name for name in sites if name.startswith(JOURNAL))
    return f"{known.titles.get(journal, journal)}, {kind} система"


def _taken(into: Path) -> Callable[[str], str]:
    def unfit(name: str) -> str:
        if not STAND_NAME.fullmatch(name):
            return f"«{name}» не годится: нужны строчные латинские буквы, цифры, «_» и «-», сначала буква."
        return (
            f"Стенд «{name}» уже есть: {into / name}.toml. Дайте другое имя."
            if (into / f"{name}.toml").exists()
            else ""
        )

    return unfit


def _unfit_address(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return f"«{address}» — не адрес сайта: он начинается с https:// или http://."
    if parts.path not in ("", "/") or parts.query or parts.username:
        place = parts.netloc.rpartition("@")[2]
        return f"«{address}» — адрес страницы, а нужен только сайт: {parts.scheme}://{place}."
    return ""


def _unfit_hosts(answer: str) -> str:
    wrong = [host for host in _hosts(answer) if host != NONE and not HOST_NAME.fullmatch(host)]
    return f"«{wrong[0]}» — не имя сервера; пример: cdn.example.org." if wrong else ""


def _unfit_real(answer: str) -> str:
    """Why nothing is tried there: people use it."""
    places = (urlsplit(one).netloc or one for one in _hosts(answer))
    real = next((one for one in places if is_real(one, real_hosts())), "")
    return f"«{real}» — {_PEOPLE_USE_IT}" if real else ""


def _or_none(unfit: Unfit) -> Unfit:
    return lambda answer: "" if answer == NONE else unfit(answer)


def _first_of(*unfit: Unfit) -> Unfit:
    return lambda answer: next(filter(None, (one(answer) for one in unfit)), "")


def _hosts(answer: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"[\s,]+", answer)))


def _inside_repository(answer: str) -> str:
    if answer != NONE and Path(answer).expanduser().resolve().is_relative_to(ROOT):
        return "Это внутри репозитория: пароли попадут в него. Назовите другое место."
    return ""


def given_sites(told: list[str] | None, known: KnownSites) -> dict[str, str]:
    """Return addresses given as options, «имя=адрес», as questions know them; raises Unsuitable."""
    given = {}
    for one in told or ():
        name, _, address = one.partition("=")
        if name not in known.addresses:
            raise Unsuitable(
                f"Сайта «{name}» сценарии не знают; есть: {', '.join(known.addresses)}. (ключ --site)"
            )
        given[f"site {name}=АДРЕС"] = address
    return given
