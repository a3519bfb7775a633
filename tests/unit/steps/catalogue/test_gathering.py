"""An entry is made of what the definition says, and of nothing else."""

from steps.catalogue.definitions import known_definitions
from steps.catalogue.gathering import catalogue
from steps.catalogue.meaning import Hits
from steps.catalogue.text import found, overview, unused

ENTRIES = {entry.sentence: entry for entry in catalogue()}


def test_keywords_of_one_sentence_are_together() -> None:
    assert ENTRIES["нажимаю «надпись»"].keywords == ("Дано", "Когда")
    assert ENTRIES["вижу «текст»"].keywords == ("Тогда",)


def test_other_words_are_no_part_of_the_help() -> None:
    entry = ENTRIES["отмечаю «надпись»"]
    assert entry.help == "Ставит галочку с такой подписью."
    assert "флажок" in entry.synonyms


def test_places_say_what_they_are_and_what_may_stand_there() -> None:
    fault = ENTRIES["случилась неполадка «неполадка»"].places[0]
    assert (fault.kind, fault.quoted) == ("Fault", True)
    assert "СМС не доходят" in fault.examples
    whose, field = ENTRIES["ввожу телефон коллеги в поле «подпись поля»"].places
    assert (whose.kind, whose.quoted, field.quoted) == ("Whose", False, True)


def test_columns_of_a_table_are_told() -> None:
    assert [column.kind for column in ENTRIES["заполняю поля:"].columns] == ["Field", "Text"]
    assert ENTRIES["вижу длинный текст:"].wants_text


def test_definitions_are_in_the_order_of_their_lines() -> None:
    places = [definition.place for definition in known_definitions()]
    assert places == sorted(
        places, key=lambda place: (place.partition(":")[0], int(place.rpartition(":")[2]))
    )


def test_terminal_shows_a_sentence_with_its_places_and_its_other_words() -> None:
    shown = "\n".join(found(Hits((ENTRIES["заполняю поля:"],)), "поля"))
    assert "Дано, Когда: заполняю поля:" in shown
    assert "Под ним таблица без заголовка: подпись поля — " in shown
    assert "Ещё: форма, анкета" in shown
    assert "Ни в одном сценарии не встречается" in shown


def test_terminal_shows_the_first_ten_and_asks_for_more_words() -> None:
    many = tuple(ENTRIES.values())
    lines = list(found(Hits(many[:13]), "я"))
    assert lines[-1] == "Ещё 3: уточните слова"
    shown = "\n".join(lines)
    assert many[9].sentence in shown
    assert many[10].help not in shown


def test_terminal_says_how_to_press_a_caption() -> None:
    assert list(found(Hits((), captions=("Выйти", "Выйти из урока")), "выйти")) == [
        "Это надпись на экране. Нажать надпись: нажимаю «Выйти», нажимаю «Выйти из урока»"
    ]
    assert "нажимаю «…»" in list(found(Hits(()), "qr-код"))[-1]


def test_terminal_lists_every_sentence_once_and_those_without_a_use() -> None:
    lines = [line for line in overview(list(ENTRIES.values())) if line.endswith("  нажимаю «надпись»")]
    assert len(lines) == 1
    assert len(list(unused(ENTRIES.values()))) == len(ENTRIES) + 1
