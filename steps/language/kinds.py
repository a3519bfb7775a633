"""What may stand in the places of a sentence: kinds of words, what each becomes, and which words are wrong there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fixtures.brands import BRANDS
from fixtures.cast import CAST, FRIENDS, ME
from fixtures.faults import FAULTS
from fixtures.journals import OWN, own_positions, positions, read_journals
from fixtures.phones import as_own_number, digits_of
from reports.record.tables import TableUnsound
from steps.language.parts import PARTS, WRITTEN, part
from steps.language.quoting import QUOTABLE
from steps.language.spelling import nearest_word

SECONDS_IN = {"секунд": 1, "минут": 60, "час": 3600, "д": 86400, "недел": 7 * 86400, "месяц": 30 * 86400}
TIME_UNIT = r"(?:секунд[ауы]?|минут[ауы]?|час(?:а|ов)?|день|дня|дней|недел[яюиь]|месяц(?:а|ев)?)"
TIME_SPAN = rf"(?:\d+ )?{TIME_UNIT}"

ORDINALS = ("перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят")
ADJECTIVE_END = r"(?:ый|ой|ий|ая|ья|ое|ье|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ую|ью|ьей|ей)"

# Which of several, counted from the first one or, below nothing, from the last one.
WHICH = {"первого": 1, "второго": 2, "третьего": 3, "четвёртого": 4, "предпоследнего": -2, "последнего": -1}

QUOTED = rf"(?=[^»]){QUOTABLE}"
ALIKE_AT_ALL = 0.6  # a name from a closed list that is worth suggesting


@dataclass(frozen=True)
class SlotKind:
    """What a placeholder of one type accepts and what it becomes.

    `title` is what a reader calls what stands there; `refuses` says in Russian why a text that fits is wrong all the
    same, None if it is not; `names` are all that is right, where that is a list inside «ёлочки».
    """

    regex: str
    convert: Callable[[str], object]
    meaning: str
    title: str = "надпись"
    examples: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # all that it accepts, where that is a list
    sample: str = (
        ""  # what is shown in the sentence instead of the title, where the title would not read well
    )
    in_cell: str = ""  # what it accepts of a cell, which needs no «ёлочки» around it, where that is more
    refuses: Callable[[str], str | None] = lambda _: None
    names: Callable[[], Iterable[str]] = tuple
    grows: bool = False  # whether the list of names gets longer with every journal

    @property
    def called(self) -> str:
        """What is shown where it stands in a sentence."""
        return self.sample or self.title

    @property
    def listed(self) -> bool:
        """Whether only one of several names may stand inside its «ёлочки»."""
        return self.names is not tuple

    def blurred(self, blur: Callable[[str], str]) -> str:
        """What it accepts of a text in which slips have been undone."""
        return f"(?:{'|'.join(re.escape(blur(word)) for word in self.words)})" if self.words else QUOTABLE


def duration(text: str) -> timedelta:
    """Turn «2 минуты», «час» or «1 час 30 минут» into a length of time; a month has 30 days."""
    seconds = 0
    for amount, unit in re.findall(rf"(?:(\d+) )?({TIME_UNIT})", text):
        stem = next(stem for stem in SECONDS_IN if unit.startswith(stem))
        seconds += int(amount or 1) * SECONDS_IN[stem]
    return timedelta(seconds=seconds)


def ordinal(text: str) -> int:
    """Turn «первый», «вторая», «третьего» … «десятый» into 1, 2, 3 … 10."""
    return 1 + next(i for i, stem in enumerate(ORDINALS) if text.startswith(stem))


def day(text: str) -> date:
    """Turn «01.02.1980» into a day; a day no calendar has is a `ValueError`."""
    number, month, year = map(int, text.split("."))
    return date(year, month, number)


def _no_day(text: str) -> str | None:
    try:
        day(text)
    except ValueError:
        return (
            f"«{text}» — не дата: день, месяц и год через точку, и такой день есть в календаре: «01.02.1980»"
        )
    return None


def _no_phone(text: str) -> str | None:
    if text.startswith("+7") and as_own_number(text):
        return None
    digits = len(digits_of(text))
    return f"«{text}» — не телефон: нужно +7 и десять цифр, например «+7 199 111-11-11»; здесь цифр {digits}"


def _no_address(text: str) -> str | None:
    if re.fullmatch(r"https?://[^\s/]+\S*", text):
        return None
    return f"«{text}» — не адрес: он начинается с https://, как «https://web.vk.me»"


def _no_email(text: str) -> str | None:
    if re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", text):
        return None
    return f"«{text}» — не адрес почты: он пишется как «anna@pochta.test»"


def _no_full_name(text: str) -> str | None:
    if len(text.split()) == 3:
        return None
    return f"«{text}» — не фамилия, имя и отчество: их три, как «Соколова Анна Викторовна»"


def _journals() -> list[str]:
    known = {folder: one.name for folder, one in read_journals().items() if folder != OWN.name}
    return [called for names in known.items() for called in names if called]


def one_of(title: str, forms: Mapping[str, object], sample: str) -> SlotKind:
    """A placeholder that accepts these words alone and becomes what each stands for."""
    regex, words = "|".join(map(re.escape, forms)), tuple(forms)
    told = f"{title}: {', '.join(words)}"
    return SlotKind(regex, forms.__getitem__, told, title, words, words=words, sample=sample)


def named(
    meaning: str,
    title: str,
    absent: str,
    names: Callable[[], Iterable[str]],
    shown: Callable[[], Iterable[str]] | None = None,
    grows: bool = False,
) -> SlotKind:
    """A placeholder inside «ёлочки» for one of several names; another one is refused, with the nearest.

    `shown` are those a reader is told of, where not all of them are.
    """
    listed = shown or names

    def refuse(text: str) -> str | None:
        try:
            known, told = tuple(names()), ", ".join(f"«{one}»" for one in listed())
        except TableUnsound as problem:
            return f"не прочитать, что может стоять в этом месте: {problem}"
        if text in known:
            return None
        near = nearest_word(text, known, ALIKE_AT_ALL)
        maybe = f"; может быть, «{near}»?" if near else "."
        return f"{absent} «{text}» нет{maybe} Есть: {told}"

    return SlotKind(QUOTED, str, meaning, title, refuses=refuse, names=listed, grows=grows)


def quoted(
    meaning: str, title: str, *examples: str, refuses: Callable[[str], str | None] = lambda _: None
) -> SlotKind:
    """A placeholder inside «ёлочки» for words that are not a list."""
    return SlotKind(QUOTED, str, meaning, title, examples, in_cell="(?s:.+)", refuses=refuses)


# Every type a placeholder may have; a new one is a new line here.
KINDS = {
    "Label": quoted("надпись точно как на экране, целиком", "надпись", "Войти", "Личные сообщения"),
    "Screen": quoted("заголовок экрана целиком", "заголовок экрана", "Введите код"),
    "Field": quoted("подпись поля целиком", "подпись поля", "Телефон", "Дата рождения"),
    "Chat": quoted("название чата целиком", "название чата", "Чат с родителями, 5 «А»", "Дачники"),
    "Address": quoted(
        "адрес сайта или страницы, с https://", "адрес", "https://web.vk.me", refuses=_no_address
    ),
    "Text": SlotKind(
        QUOTABLE, str, "любой текст, может быть пустым", "текст", ("Привет", ""), in_cell="(?s:.*)"
    ),
    "School": quoted("название школы", "школа", "Школа № 57"),
    "ClassName": quoted("класс: число и буква", "класс", "9 «В»"),
    "Subject": quoted("название предмета", "предмет", "Биология"),
    "Phone": quoted(
        "телефон: +7 и десять цифр; номера «+7 199 …» ничьи", "телефон", "+7 199 111-11-11", refuses=_no_phone
    ),
    "Email": quoted("адрес почты", "почта", "anna@pochta.test", refuses=_no_email),
    "FullName": quoted(
        "фамилия, имя и отчество, три слова", "ФИО", "Соколова Анна Викторовна", refuses=_no_full_name
    ),
    "Position": named("кто это в журнале", "кто это", "человека", positions, own_positions, grows=True),
    "Journal": named("журнал по имени его папки или по названию", "журнал", "журнала", _journals, grows=True),
    "Browser": named("браузер", "браузер", "браузера", lambda: BRANDS),
    "Fault": named("неполадка", "неполадка", "неполадки", lambda: FAULTS),
    "Friend": named("друг, которому доверяют", "друг", "друга", lambda: FRIENDS),
    "Date": SlotKind(
        r"\d{1,2}\.\d{1,2}\.\d{4}",
        day,
        "дата: день, месяц и год через точку",
        "дата",
        ("01.02.1980",),
        refuses=_no_day,
    ),
    "Word": SlotKind(r"[^\s«»]+", str, "одно слово", "слово", ("отвязать",)),
    "Number": SlotKind(r"\d+", int, "целое число: 3", "число", ("3", "12"), sample="3"),
    "Times": SlotKind(
        r"\d+ раза?",
        lambda text: int(text.split()[0]),
        "сколько раз: 1 раз, 3 раза",
        "сколько раз",
        ("3 раза", "1 раз"),
        sample="3 раза",
    ),
    "Duration": SlotKind(
        rf"{TIME_SPAN}(?: {TIME_SPAN})*",
        duration,
        "срок: 2 минуты, час, 1 час 30 минут",
        "срок",
        ("2 минуты", "час", "1 час 30 минут"),
        sample="2 минуты",
    ),
    "Ordinal": SlotKind(
        rf"(?:{'|'.join(ORDINALS)}){ADJECTIVE_END}",
        ordinal,
        "порядковое: первый, второй … десятый",
        "который по счёту",
        ("первый", "вторую", "третьего"),
        sample="второй",
    ),
    "Part": SlotKind(
        WRITTEN,
        part,
        f"где именно, если таких надписей несколько: {', '.join(f'{where} «…»' for where in PARTS)}",
        "где именно",
        ("в строке «Иванова»", "в окне «Участники»", "под надписью «Оценки»"),
        sample="в строке «слова из строки»",
    ),
    "Which": one_of("который по счёту", WHICH, "первого"),
    "Other": one_of("кто, если не я", {one.who: one.key for one in CAST if one.key != ME}, "коллега"),
    "Who": one_of("кто", {one.who: one.key for one in CAST}, "коллега"),
    "Whose": one_of("чей, если не свой", {one.whose: one.key for one in CAST if one.key != ME}, "коллеги"),
    "Owner": one_of("у кого", {f"у {one.whose}": one.key for one in CAST}, "у меня"),
}
