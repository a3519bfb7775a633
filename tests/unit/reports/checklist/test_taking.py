"""A form comes back filled in: every answer is a record, every wrong row is named at once."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.checklist.filled import FormUnsound
from reports.checklist.form import COLUMNS, NoSuchVariant, form_of
from reports.checklist.page import as_page
from reports.checklist.table import as_table
from reports.checklist.taking import Taken, Walk, take
from reports.record.clauses import Clause, Instruction, Spot
from reports.record.knowledge import Known, Source

TODAY = date(2026, 11, 27)
DAY, PLACE = date(2026, 11, 20), "Пермский край"
SPOTS = (Spot(1, "0e123456"), Spot(2, "12345678"))
OPEN = Clause("t.in.1", "действие", "Открыть журнал.", "шаг 1", SPOTS, labels=("Вход", "Войти"))
SEE = Clause("t.v1.1", "ожидание", "Открылся стол.", "шаг 2", SPOTS[:1])
BEWARE = Clause("t.v2.1", "предупреждение", "Код никому не говорят.", "шаг 3")
SECTIONS = {"in": "Вход", "v1": "Вариант 1", "v2": "Вариант 2"}
INSTRUCTION = Instruction("t", "Тула", "И", "Ж", clauses=(OPEN, SEE, BEWARE), sections=SECTIONS)
FORM = form_of(INSTRUCTION)
Answers = dict[str, tuple[str, str, str]]


def filled(folder: Path, answers: Answers, day: object = "20.11.2026", place: str = PLACE) -> Path:
    """Returns our own table, filled in as a person would."""
    book = load_workbook(BytesIO(as_table(FORM)))
    sheet = book.active
    for row in sheet.iter_rows():
        if row[1].value in ("Дата", "Место", "Роль"):
            row[2].value = {"Дата": day, "Место": place, "Роль": "учитель"}[row[1].value]
        for cell, value in zip(row[4:7], answers.get(row[1].value or "", ()), strict=False):
            cell.value = value
    book.save(folder / "t.xlsx")
    return folder / "t.xlsx"


def taken(path: Path, walk: Walk | None = None) -> Taken:
    return take(path, INSTRUCTION, walk or Walk(), TODAY)


def text(folder: Path, *rows: str, encoding: str = "utf-8") -> Path:
    """Returns a table as a text, with a head and the names of three columns."""
    path = folder / "t.csv"
    path.write_bytes(
        "\r\n".join(["Место;Тула", "Дата;2026-11-20", "Пункт;Ответ;Что на экране", *rows]).encode(encoding)
    )
    return path


def refused(path: Path, walk: Walk | None = None) -> list[str]:
    with pytest.raises(FormUnsound) as told:
        taken(path, walk)
    return [line.removeprefix(f"{path.name}: ") for line in str(told.value).splitlines()]


def test_every_answer_becomes_a_record(tmp_path: Path) -> None:
    answers = {"t.in.1": ("так", "", ""), "t.v1.1": ("не так", "стол пуст", "3.png")}
    told = taken(filled(tmp_path, answers))
    person = (PLACE, DAY, Source.PERSON, "учитель", None)
    assert told.records == (
        Known("t.in.1", "confirmed", *person, ("0e123456", "12345678")),
        Known("t.v1.1", "differs", *person, ("0e123456",), "стол пуст · снимок: 3.png"),
    )
    assert told.unanswered == ("t.v2.1",)
    assert dict(told.counts) == {"так": 1, "не так": 1, "не дошёл": 0}
    assert told.changed == ()


def test_day_may_be_one_of_the_spreadsheet(tmp_path: Path) -> None:
    assert taken(filled(tmp_path, {"t.in.1": ("Да", "", "")}, day=DAY)).records[0].date == DAY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_text_with_columns_is_taken_however_it_was_saved(tmp_path: Path, encoding: str) -> None:
    told = taken(text(tmp_path, "t.in.1;не дошел;страница; ", "t.v1.1;;", encoding=encoding))
    assert [(one.verdict, one.seen, one.place) for one in told.records] == [("unchecked", "страница", "Тула")]


def test_command_line_outweighs_the_form(tmp_path: Path) -> None:
    told = taken(text(tmp_path, "t.in.1;так;"), Walk("19.11.2026", PLACE, "родитель"))
    assert [(one.date.day, one.place, one.role) for one in told.records] == [(19, PLACE, "родитель")]


def test_answer_stays_about_the_sentence_it_was_asked_for(tmp_path: Path) -> None:
    path = filled(tmp_path, {"t.v1.1": ("так", "", "")})
    renewed = Clause("t.v1.1", "ожидание", "Открылся стол.", "шаг 2", SPOTS[1:])
    told = take(path, Instruction("t", "Т", "И", "Ж", clauses=(renewed,)), Walk(), TODAY)
    assert (told.records[0].sentences, told.changed) == (("0e123456",), ("t.v1.1",))


def test_every_wrong_row_is_named_at_once(tmp_path: Path) -> None:
    rows = [
        "t.in.2;так;", "t.v1.1;наверное;", "t.v2.1;не так;", ";так;", "t.in.1;;кнопки нет", ";;", "t.v1.1;так;",
    ]  # fmt: skip
    assert refused(text(tmp_path, *rows)) == [
        "строка 4: пункта «t.in.2» в инструкции t нет. Может быть, t.in.1?",
        "строка 5: ответ «наверное» непонятен, бывает: так, не так, не дошёл",
        "строка 6: ответ «не так», а столбец «Что на экране» пуст: напишите, что увидели",
        "строка 7: ответ есть, а имени пункта в столбце «Пункт» нет",
        "строка 8: есть «Что на экране», а ответа нет: так, не так, не дошёл",
        "строка 10: пункт t.v1.1 уже был в строке 5",
    ]


def test_walk_without_day_or_place_is_refused(tmp_path: Path) -> None:
    answers = {"t.in.1": ("так", "", "")}
    assert refused(filled(tmp_path, answers, day="", place="")) == [
        "не сказано, где проходили: впишите «Место» или добавьте --place",
        "не сказано, когда проходили: впишите «Дата», например 20.11.2026, или добавьте --date",
    ]
    assert refused(filled(tmp_path, answers, day="позавчера"))[0].startswith("дата «позавчера» непонятна")
    assert refused(filled(tmp_path, answers, day="28.11.2026")) == ["дата 28.11.2026 ещё не наступила"]


def test_spoilt_fingerprint_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Пункт;Ответ;Фраза (не менять)\nt.in.1;так;12345678\n", encoding="utf-8")
    assert "строка 2: столбец «Фраза (не менять)» изменён" in refused(path, Walk("20.11.2026", PLACE))[0]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("t.html", b"<p>", "такие файлы не принимаем"),
        ("t.xlsx", b"no table", "таблица не читается"),
        ("t.csv", "Имя;Ответ\nt.in.1;так".encode(), "нет строки с названиями столбцов"),
        ("t.csv", "Место;Тула\nДата;20.11.2026\nПункт;Ответ\nt.in.1;".encode(), "ни одного ответа"),
        ("t.csv", None, "Файла нет"),
    ],
)
def test_what_is_no_filled_form_is_told(
    tmp_path: Path, name: str, content: bytes | None, complaint: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert complaint in "".join(refused(tmp_path / name))


def test_variant_leaves_out_what_belongs_to_others() -> None:
    assert [row.clause.id for row in form_of(INSTRUCTION, "1").rows] == ["t.in.1", "t.v1.1"]
    with pytest.raises(NoSuchVariant, match="есть варианты: 1, 2"):
        form_of(INSTRUCTION, "3")


def test_page_and_table_ask_the_same() -> None:
    page = as_page(FORM)
    sheet = load_workbook(BytesIO(as_table(FORM))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert list(COLUMNS) in rows
    asked = [row for row in rows if row[1] and row[1].startswith("t.")]
    assert [row[:4] for row in asked] == [
        [1, "t.in.1", "Что сделать: Открыть журнал.", "«Вход», «Войти»"],
        [2, "t.v1.1", "Должно быть: Открылся стол.", None],
        [3, "t.v2.1", "Проверьте: Код никому не говорят.", None],
    ]
    for _, name, task, *_ in asked:
        assert f'data-clause="{name}"' in page
        assert f'data-task="{task}"' in page


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("звонил Иванов +7 912 345-67-89", "телефон"),
        ("пришёл код 482913", "число, похожее на код"),
        ("вошла Петрова Анна Сергеевна", "имя человека"),
    ],
)
def test_what_is_personal_is_never_taken(tmp_path: Path, written: str, told: str) -> None:
    complaints = refused(text(tmp_path, f"t.in.1;не так;{written}"))
    assert f"строка 4: в столбце «Что на экране» {told}: уберите, такое в записи не берём" in complaints


def test_dates_and_small_numbers_are_no_codes(tmp_path: Path) -> None:
    told = taken(text(tmp_path, "t.in.1;не так;20.11.2026 кнопок было 3, вход в 18:40"))
    assert told.counts["не так"] == 1
