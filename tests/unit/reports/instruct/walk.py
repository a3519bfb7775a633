"""A small green run of one variant, with pictures, and what an instruction is made of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from reports.instruct.manual import Manual
from reports.instruct.writing import manuals
from reports.record.clauses import Clause, Instruction
from reports.record.run import Run, Step
from tests.unit.reports.story import CODE, DESK, LETTERS, PHONE, Did, press, run, scenario, step

PRESS, SEE_SCREEN = "нажимаю «{label:Label}»", "вижу экран «{title:Screen}»"
PHONE_FIELD, SEE_TEXT = "ввожу свой телефон в поле «{label:Field}»", "вижу «{text:Label=текст}»"
BEGIN, DATA = "начинаю привязку", "вижу в анкете свои личные данные"
SECRET = "Никому не говорить пароль."


def told(pattern: str, says: str, *did: Did, **what: object) -> Step:
    """A step of a definition."""
    return replace(step(*did, says=says, **what), definitions=(pattern,))  # type: ignore[arg-type]


def walked(*extra: Step) -> list[Step]:
    """The way of variant 1: the second press is named by no sentence of the source."""
    return [
        told("открываю «{address:Address}»", "Когда открываю «https://desk.test»", Did("open", "https://desk.test", ""),
             sees=DESK, picture="evidence/1.jpg", clauses=["t.in.1"]),
        told(PRESS, "И нажимаю «Сообщения»", press("Сообщения", DESK), sees=LETTERS, picture="evidence/2.jpg",
             clauses=["t.v1.1"]),
        told(SEE_SCREEN, "Тогда вижу экран «Сообщения»", sees=LETTERS),
        told(PRESS, "Когда нажимаю «Привязать»", press("Привязать", LETTERS), sees=PHONE, picture="evidence/3.jpg"),
        told(SEE_SCREEN, "Тогда вижу экран «Вход»", sees=PHONE, clauses=["t.v1.3"]),
        told(PHONE_FIELD, "Когда ввожу свой телефон в поле «Телефон»",
             Did("fill", "Телефон", PHONE), sees=PHONE, clauses=["t.v1.4.1"]),
        told(DATA, "Тогда вижу в анкете свои личные данные", sees=PHONE, clauses=["t.v1.5"]),
        told("в журнале нет привязки", "И в журнале нет привязки", sees=PHONE),
        told(SEE_TEXT, "И вижу «Готово»", sees=PHONE),
        *extra,
    ]  # fmt: skip


def green(*steps: Step) -> Run:
    """The run of it."""
    made = run(scenario("Путь", *(steps or walked())))
    patterns = {pattern for one in made.scenarios for each in one.steps for pattern in each.definitions}
    return replace(made, definitions={pattern: (pattern, "steps/d.py:1") for pattern in patterns})


def listed() -> dict[str, Instruction]:
    """The instruction: what the source prints, what it warns of."""
    clauses = (
        Clause("t.in.1", "действие", "Открыть.", "вход", labels=("https://desk.test",)),
        Clause("t.v1.1", "действие", "Нажать.", "шаг 1", labels=("Сообщения", "Привязать")),
        Clause("t.v1.3", "ожидание", "Видно.", "шаг 2"),
        Clause("t.v1.4.1", "действие", "Ввести.", "шаг 3", assumed=("Телефон",)),
        Clause("t.v1.4.2", "предупреждение", "Номер должен быть своим.", "шаг 3"),
        Clause("t.v1.5", "действие", "Проверить.", "шаг 4"),
        Clause("t.v2.1", "предупреждение", "О другом варианте.", "шаг 1"),
        Clause("t.after.1", "предупреждение", SECRET, "в конце"),
    )
    sections = {"v1": "Вариант 1: всё есть", "v2": "Вариант 2: ничего нет"}
    return {"t": Instruction("t", "Привязка", "И", "Ж", clauses=clauses, sections=sections)}


def manual(of: Run | None = None) -> Manual:
    """The instruction for people that is made of it."""
    return manuals(of or green(), listed(), "t", 1)[0]


def draw(folder: Path, spots: Sequence[int] = (0, 0, 0)) -> None:
    """Draw the pictures of the walk; each is as wide as it is told, with a spot somewhere."""
    (folder / "evidence").mkdir(exist_ok=True)
    for number, spot in enumerate(spots, 1):
        image = Image.new("RGB", (1280, 720), "white")
        ImageDraw.Draw(image).rectangle((100 + spot, 100, 400 + spot, 300), fill="navy")
        image.save(folder / "evidence" / f"{number}.jpg")


__all__ = ["CODE", "SECRET", "draw", "green", "listed", "manual", "told", "walked"]
