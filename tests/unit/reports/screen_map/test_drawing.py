"""The drawing of a map: everything recorded is on it, nothing else is, and nothing stands on anything else."""

import re
import xml.etree.ElementTree as ET  # noqa: S405  reads only what was just made
from itertools import combinations

import pytest

from fixtures.stand import load_stand
from reports.layout import Layout
from reports.screen_map.drawing import draw
from reports.screen_map.graph import screen_maps, system_titles
from reports.screen_map.lettering import breadth, wrap
from reports.screen_map.shapes import CARD, Drawing
from reports.views import maps as view
from tests.unit.reports.story import (
    CODE,
    DESK,
    LETTERS,
    PHONE,
    Did,
    instruction,
    model,
    press,
    run,
    scenario,
    step,
)

WHOLE = instruction("t.v1.1", "t.v1.2", "t.v2.1")
WALK = scenario(
    "Весь путь",
    step(Did("open", "https://journal.test", ""), sees=DESK, picture="evidence/desk.jpg"),
    step(press("Сообщения", DESK), sees=LETTERS, clauses=["t.v1.1"]),
    step(press("Привязать <&> «всё»", LETTERS), sees=PHONE, clauses=["t.v1.2"]),
    step(press("Дальше", PHONE), sees=CODE),
    step(press("Ещё раз", CODE), sees=CODE),
    step(press("Изменить номер", CODE), sees=PHONE),
    step(Did("back", "", PHONE), sees=LETTERS),
)
SHORT = scenario("Короче", step(press("Дальше", PHONE), sees=CODE, clauses=["t.v2.1"]))
SVG = "{http://www.w3.org/2000/svg}"


def drawings(*scenarios, earlier=None) -> dict[str, Drawing]:  # type: ignore[no-untyped-def]
    found = screen_maps(model(run(*scenarios), WHOLE), earlier)
    titles = {one.system: one.title for one in found}
    return {one.system: draw(one, titles) for one in found}


def drawn(system: str, *scenarios) -> ET.Element:  # type: ignore[no-untyped-def]
    """Returns the picture that stands in the page of a system."""
    told = model(run(*scenarios), WHOLE)
    pages = {page.path: page for page in view.pages(told)}
    html = Layout(told, []).render(pages[f"map/{system}.html"])
    (svg,) = re.findall(r'<svg class="map".*?^</svg>$', html, re.DOTALL | re.MULTILINE)
    return ET.fromstring(svg)  # noqa: S314  reads only what was just made


def words(picture: ET.Element) -> str:
    return " ".join("".join(text.itertext()) for text in picture.iter(f"{SVG}text"))


def test_every_recorded_screen_is_on_the_picture() -> None:
    for system, headings in (("journal", ["Стол", "Сообщения"]), ("vk_id", ["Вход", "Код"])):
        cards = [one.get("aria-label") for one in drawn(system, WALK).iter(f"{SVG}a")]
        assert cards == [f"Экран «{heading}», читать словами" for heading in headings]


def test_every_recorded_action_is_on_the_picture_and_no_other() -> None:
    labels = set(re.findall(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»", words(drawn("vk_id", WALK))))
    assert labels == {"«Дальше»", "«Ещё раз»", "«Изменить номер»", "«Привязать <&> «всё»»", "«Назад»"}


def test_arrows_join_screens_and_the_rest_is_written_on_the_cards() -> None:
    strokes = {stroke.told for stroke in drawings(WALK)["vk_id"].strokes}
    assert strokes == {"«Дальше»", "«Изменить номер»"}
    notes = [" ".join(note.lines) for card in drawings(WALK)["vk_id"].cards for note in card.notes]
    assert "↻ здесь же: «Ещё раз»" in notes
    assert "⇥ journal.test: «Привязать <&> «всё»»" in notes


def test_arrow_back_ends_at_the_screen_it_leads_to() -> None:
    drawing = drawings(WALK)["vk_id"]
    upper = next(card for card in drawing.cards if card.screen.heading == "Вход")
    lower = next(card for card in drawing.cards if card.screen.heading == "Код")
    assert upper.y < lower.y
    ends = {stroke.told: float(re.findall(r" (-?[\d.]+)", stroke.path)[-1]) for stroke in drawing.strokes}
    assert ends["«Изменить номер»"] == pytest.approx(upper.y + upper.height, abs=1)
    assert ends["«Дальше»"] == pytest.approx(lower.y, abs=1)


def test_way_goes_down_whatever_the_others_do() -> None:
    back = press("Изменить номер", CODE), press("Заново", "vk_id/Отключите VPN")
    many = [scenario(f"С{number}", step(one, sees=PHONE)) for number in range(5) for one in back]
    stuck = scenario("VPN", step(press("Дальше", CODE), sees="vk_id/Отключите VPN"))
    upright = [
        card.screen.heading
        for card in sorted(drawings(stuck, WALK, *many)["vk_id"].cards, key=lambda card: card.y)
    ]
    assert upright == ["Вход", "Код", "Отключите VPN"]


def test_cards_and_captions_stand_apart() -> None:
    drawing = drawings(WALK, *(crossing(number) for number in range(6)))["vk_id"]
    boxes = [(card.x, card.y, CARD, card.height) for card in drawing.cards]
    for stroke in drawing.strokes:
        for text in stroke.captions:
            width = max(breadth(line, 12) for line in text.lines)
            boxes.append((text.x, text.y - 12, width, 16 * len(text.lines)))
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert all(x >= 0 and y >= 0 for x, y, _, _ in boxes)
    assert all(x + width <= drawing.width and y + height <= drawing.height for x, y, width, height in boxes)


def crossing(number: int):  # type: ignore[no-untyped-def]
    here, there = f"vk_id/Экран {number}", f"vk_id/Экран {number * 5 % 6}"
    return scenario(
        f"С{number}", step(press(f"Кнопка {number}", here), sees=there), step(press("Код", there), sees=CODE)
    )


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    (x, y, width, height), (left, top, across, down) = one, other
    return x < left + across and left < x + width and y < top + down and top < y + height


def test_ways_share_an_arrow_dash_by_dash() -> None:
    (stroke,) = [one for one in drawings(WALK, SHORT)["vk_id"].strokes if one.told == "«Дальше»"]
    assert [(way.number, pattern, offset) for way, pattern, offset in stroke.dashes] == [
        (1, "14 14", 0),
        (2, "14 14", -14),
    ]


def test_numbers_of_the_ways_stand_behind_the_captions() -> None:
    assert "«Дальше» ❶ ❷" in words(drawn("vk_id", WALK, SHORT))


def test_picture_of_a_screen_is_on_its_card() -> None:
    images = [one.get("href") for one in drawn("journal", WALK).iter(f"{SVG}image")]
    assert images == ["../../evidence/desk.jpg"]


def test_screen_nobody_reached_stands_below_everything_else() -> None:
    drawing = drawings(SHORT, earlier=run(WALK, SHORT))["journal"]
    assert drawing.apart is not None
    assert [(card.screen.heading, card.kind) for card in drawing.cards] == [
        ("Сообщения", "unreached"),
        ("Стол", "unreached"),
    ]
    assert all(card.y > drawing.apart for card in drawing.cards)


def test_every_link_of_the_page_leads_somewhere() -> None:
    told = model(run(WALK), WHOLE)
    pages = {page.path: Layout(told, []).render(page) for page in view.pages(told)}
    ends = {path: set(re.findall(r'<a[^>]* href="#([^"]+)"', html)) for path, html in pages.items()}
    to_screens = {path: len(its - {"main"}) for path, its in ends.items()}  # «main» is where the text begins
    assert to_screens == {"map.html": 0, "map/journal.html": 2, "map/vk_id.html": 2}
    for path, html in pages.items():
        assert ends[path] <= set(re.findall(r' id="([^"]+)"', html))


def test_pieces_for_paper_are_the_whole_drawing_and_cut_no_card() -> None:
    for drawing in drawings(WALK).values():
        tops = [top for top, _ in drawing.bands]
        ends = [top + height for top, height in drawing.bands]
        assert len(tops) > len(drawing.cards) / 2
        assert [0.0, *ends] == pytest.approx([*tops, drawing.height])
        for card in drawing.cards:
            assert any(
                top <= card.y and card.y + card.height <= end for top, end in zip(tops, ends, strict=True)
            )


def test_run_without_screens_has_no_map() -> None:
    assert list(view.pages(model(run(scenario("Пусто", step(kind="Move"))), WHOLE))) == []


def test_page_tells_the_arrows_in_words() -> None:
    told = model(run(WALK), WHOLE)
    page = next(page for page in view.pages(told) if page.path == "map/vk_id.html")
    text = re.sub(r"<[^>]+>|\s+", " ", Layout(told, []).render(page))
    assert re.search(r"«Изменить номер» → +«Вход»", text)
    assert re.search(r"«Ещё раз» → здесь же", text)


def test_text_that_fits_stays_one_line() -> None:
    assert wrap("Короткий", 15, 228, 3) == ["Короткий"]


def test_text_that_does_not_fit_is_broken_and_loses_nothing() -> None:
    text = "Длинный заголовок экрана, который уместится в трёх строках"
    lines = wrap(text, 15, 228, 3)
    assert 1 < len(lines) <= 3
    assert all(breadth(line, 15) <= 228 for line in lines)
    assert " ".join(lines) == text


def test_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    text = "Очень длинный заголовок экрана, который никак не уместится в трёх строках " * 2
    lines = wrap(text, 15, 228, 3)
    assert len(lines) == 3
    assert all(breadth(line, 15) <= 228 for line in lines)
    assert lines[-1].endswith("…")
    assert text.startswith(" ".join(lines).removesuffix("…"))


def test_every_system_of_the_stand_has_a_name() -> None:
    assert set(load_stand("sim").sites) <= set(system_titles())
