"""What a step leaves behind: a picture where the screen changed, what was done and where, and never a failed step."""

import json
from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

from fixtures.browser import Chromium
from fixtures.control import Control
from fixtures.sight.device import Device
from fixtures.sight.evidence import pytest_svyazka_evidence, pytest_svyazka_hidden
from fixtures.sight.look import Look, look_at
from fixtures.sight.mismatch import Mismatch
from fixtures.sight.scene import SCENE
from fixtures.stand import load_stand
from fixtures.world import World
from reports.record.facts import Box, Piece, ScreenSeen
from steps.screens.actor import Actor
from steps.screens.screen import Screen

FORM = """
<title>Т</title><h1>Вход</h1><label for=l>Логин</label><input id=l>
<label for=p>Пароль</label><input id=p type=password>
<p id=left>Осталось 1:53</p>
<button onclick="said.textContent = 'Неверный пароль'">Войти</button><p id=said></p>
"""
SHORT_PATIENCE_MS = 1_500
HTML = "text/html; charset=utf-8"


class Witness:
    """A world that is watched, and what is gathered of it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.stash: dict[Any, Any] = {SCENE: self.world}
        self.actor = Actor(world)
        self.kept: set[str] = set()

    @property
    def device(self) -> Device:
        return self.actor.device

    @property
    def screen(self) -> Screen:
        return self.actor.screen

    def show(self, html: str) -> None:
        self.device.page.goto(f"data:text/html;charset=utf-8,{quote(html)}")
        self.device.wait_at_most(SHORT_PATIENCE_MS)

    def gather(
        self,
        status: str = "passed",
        evidence: str = "every-step",
        error: BaseException | None = None,
        sentence: str = "",
        clauses: Sequence[Sequence[str]] = ((), ()),
        kinds: Sequence[str] = ("Action", "Action"),
        first: bool = False,
    ) -> list[Piece]:
        """Gather what the first of two steps left; `clauses` are the marks of both, `kinds` what they are.

        `first` says that their scenario is the first of its file.
        """
        hook = SimpleNamespace(pytest_svyazka_pictured=lambda item, key: key in self.kept)
        config = SimpleNamespace(getoption=lambda _: evidence, hook=hook)
        told = zip(clauses, kinds, strict=True)
        steps = [{"text": sentence, "clauses": each, "type": kind} for each, kind in told]
        pickle: dict[str, Any] = {}
        document = SimpleNamespace(pickles=[pickle if first else {}])
        item: Any = SimpleNamespace(
            stash=self.stash, config=config, steps=steps, pickle=pickle, document=document
        )
        gathered = pytest_svyazka_evidence(item, steps[0], status, error)
        self.kept |= {each.key for each in gathered if each.key}
        return gathered

    def pictures(self, **circumstances: Any) -> list[Piece]:
        return [each for each in self.gather(**circumstances) if each.media_type == "image/jpeg"]

    def facts(self, kind: str, **circumstances: Any) -> list[Any]:
        media_type = f"application/vnd.svyazka.{kind}+json"
        gathered = self.gather(**circumstances)
        return [json.loads(each.body) for each in gathered if each.media_type == media_type]


@pytest.fixture
def witness(chromium: Chromium, control: Control) -> Iterator[Witness]:
    world = World(load_stand("sim"), control, chromium, 1, watched=True)
    yield Witness(world)
    world.end()


def size_of(picture: Piece) -> tuple[int, int]:
    """The size that the JPEG itself tells, in its frame header."""
    start = picture.body.index(b"\xff\xc0")
    height, width = (int.from_bytes(picture.body[start + at : start + at + 2], "big") for at in (5, 7))
    return width, height


def test_picture_is_taken_only_where_the_screen_changed(witness: Witness):
    witness.show(FORM)
    assert len(witness.pictures()) == 1
    assert witness.pictures() == []
    witness.device.view.forget()
    witness.device.page.evaluate("left.textContent = 'Осталось 1:52'")
    assert witness.pictures() == []
    witness.screen.fill("Логин", "ivanova")
    assert witness.pictures() == []
    witness.screen.press("Войти")
    assert len(witness.pictures()) == 1


@pytest.mark.parametrize("clauses", [(["t.1"], ()), ((), ["t.2"])], ids=["typing", "the press after it"])
def test_what_is_typed_is_pictured_where_a_clause_speaks_of_it(witness: Witness, clauses: Sequence[Any]):
    witness.show(FORM)
    witness.gather()
    assert witness.pictures(clauses=clauses) == []
    witness.screen.fill("Логин", "ivanova")
    gathered = witness.gather(clauses=clauses)
    assert [each.media_type for each in gathered].count("image/jpeg") == 1
    [screen] = [json.loads(each.body) for each in gathered if each.media_type == ScreenSeen.MEDIA_TYPE]
    assert "labels" not in screen
    assert witness.pictures(clauses=clauses) == []


def test_what_is_typed_on_the_way_itself_is_pictured_clause_or_not(witness: Witness):
    witness.show(FORM)
    witness.gather()
    witness.screen.fill("Логин", "ivanova")
    assert len(witness.pictures(first=True)) == 1


def test_clock_is_pictured_where_a_clause_speaks_of_it(witness: Witness):
    witness.show(FORM)
    witness.gather()
    assert witness.pictures(sentence="вижу «Осталось 1:53»") == []
    assert len(witness.pictures(sentence="вижу «Осталось 1:53»", clauses=(["t.1"], ()))) == 1


MARKED = (["t.1"], ())
GREETING = "<title>Т</title><h1>Кабинет</h1><p>{name}</p><button>Выйти</button>"


def _shown(picture: Piece) -> tuple[bool, bool | None]:
    """Whether a picture was taken for it, and whether it is another's."""
    assert picture.shows is not None
    return bool(picture.body), picture.shows.lent


def test_screen_that_the_run_has_already_is_lent(witness: Witness):
    witness.show(GREETING.format(name="Анна"))
    assert [_shown(each) for each in witness.pictures(evidence="screens")] == [(True, None)]
    witness.show(GREETING.format(name="Иван"))
    [lent] = witness.pictures(evidence="screens")
    assert _shown(lent) == (False, True)
    witness.show(GREETING.format(name="Иван") + "<button>Удалить</button>")
    assert [_shown(each) for each in witness.pictures(evidence="screens")] == [(True, None)]


def test_clause_has_a_picture_of_its_own_or_one_that_looks_the_same(witness: Witness):
    witness.show(GREETING.format(name="Анна"))
    witness.gather(evidence="screens")
    witness.show(GREETING.format(name="Иван"))
    [own] = witness.pictures(evidence="screens", clauses=MARKED)
    assert _shown(own) == (True, None)
    witness.show("<h1>Другой</h1>")
    witness.gather(evidence="screens")
    witness.show(GREETING.format(name="Иван"))
    [same] = witness.pictures(evidence="screens", clauses=MARKED)
    assert _shown(same) == (False, None)
    assert same.key == own.key


def test_clause_on_a_screen_whose_picture_is_lent_gets_its_own(witness: Witness):
    for name in ("Анна", "Иван"):
        witness.show(GREETING.format(name=name))
        witness.gather(evidence="screens")
    assert witness.pictures(evidence="screens") == []
    assert [_shown(each) for each in witness.pictures(evidence="screens", clauses=MARKED)] == [(True, None)]


@pytest.mark.parametrize(
    "changing",
    [
        "l.value = 'anna'",
        "t.checked = true",
        "b.disabled = true",
        "l.focus()",
        "d.open = true",
        "i.src = i.dataset.other",
        "l.className = 'wrong'",
    ],
)
def test_pictures_are_the_same_only_if_all_that_is_visible_is(witness: Witness, changing: str):
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
    witness.show(
        f"<h1>Ф</h1><label for=l>Л</label><input id=l class=right><input type=checkbox id=t><button id=b>К</button>"
        f"<details id=d><summary>Ещё</summary></details><img id=i src='{dot}' data-other='{dot.replace('UEB', 'UEC')}'>"
    )
    before = look_at(witness.device.page)
    witness.device.page.evaluate(changing)
    after = look_at(witness.device.page)
    assert before.alike("") != after.alike("")
    assert before.like_screen("") == after.like_screen("")


def test_failure_is_always_pictured_by_itself(witness: Witness):
    witness.show(GREETING.format(name="Анна"))
    witness.gather(evidence="screens")
    [picture] = witness.pictures(evidence="screens", status="failed", error=Mismatch("нет кнопки"))
    assert picture.body
    assert not picture.key


def test_picture_shows_the_whole_page_and_tells_what_it_shows(witness: Witness):
    witness.show(FORM + "<div style='height: 1500px'></div>")
    (picture,) = witness.pictures()
    assert picture.shows is not None
    assert size_of(picture) == (picture.shows.width, picture.shows.height)
    assert picture.shows.height > 1500
    assert (picture.shows.device, picture.shows.screen, picture.shows.kind) == ("d1", "Вход", "screen")


@pytest.mark.parametrize(
    ("html", "content"),
    [
        (
            "<style>body{margin:0}</style><p style='position:absolute; left:100px; top:40px; width:300px; height:50px;"
            " margin:0'>Раз</p><b style='position:absolute; left:600px; top:1900px; width:20px; height:10px'>Два</b>",
            Box(100, 40, 520, 1870),
        ),
        ("<p hidden>Ничего</p>", None),
    ],
    ids=["all over a long page", "nothing to be seen"],
)
def test_picture_tells_where_on_it_there_is_something(witness: Witness, html: str, content: object):
    witness.show(html)
    witness.device.page.evaluate("scrollTo(0, 300)")
    (picture,) = witness.pictures()
    assert picture.shows is not None
    assert picture.shows.content == content


def test_captions_a_sentence_quotes_are_told_with_their_places_whenever_it_is_said(witness: Witness):
    witness.show("""<style>body > * { position: absolute; left: 50px; width: 80px; height: 20px; margin: 0 }</style>
        <h1 style="top: 0">Стол</h1><button style="top: 100px">Дальше</button><p style="top: 200px">Ваш «Сферум»</p>""")
    sentences = ["вижу «Ваш «Сферум»» и кнопку «Дальше»", "вижу экран «Стол»", "не вижу «Назад»"]
    told = [witness.facts("screen", sentence=sentence)[0]["quoted"] for sentence in sentences]
    box = {"x": 50, "width": 80, "height": 20}
    assert told[0] == [
        {"label": "Ваш «Сферум»", "box": box | {"y": 200}},
        {"label": "Дальше", "box": box | {"y": 100}},
    ]
    assert told[1:] == [[{"label": "Стол", "box": box | {"y": 0}}], []]


def test_failure_tells_where_the_caption_stands_that_is_there_instead(witness: Witness):
    witness.show("""<style>body > * { position: absolute; left: 50px; width: 80px; height: 20px; margin: 0 }</style>
        <h1 style="top: 0">Стол</h1><button style="top: 100px">Небывалое</button>""")
    witness.gather(sentence="вижу экран «Стол»")
    with pytest.raises(Mismatch) as mismatch:
        witness.screen.press("Подключить")
    error = mismatch.value
    (facts,) = witness.facts("screen", status="failed", error=error, sentence="нажимаю «Подключить»")
    assert facts["quoted"] == [{"label": "Небывалое", "box": {"x": 50, "y": 100, "width": 80, "height": 20}}]
    (picture,) = witness.pictures(status="failed", error=error)
    assert picture.shows is not None
    assert picture.shows.content == Box(50, 0, 80, 120)


def test_failure_on_a_page_that_scrolls_does_not_guess_where_things_stand(witness: Witness):
    witness.show("<h1>Стол</h1><p style='margin-top: 2000px'>Низ</p>")
    witness.gather(sentence="вижу экран «Стол»")
    (facts,) = witness.facts("screen", status="failed", sentence="вижу «Низ»")
    assert "quoted" not in facts


def test_action_is_told_with_its_place_and_the_screen_it_was_done_on(witness: Witness):
    witness.show(FORM)
    box = witness.device.page.get_by_role("button").bounding_box()
    witness.screen.press("Войти")
    (action,) = witness.facts("action")
    assert action["box"] == box
    assert (action["verb"], action["label"], action["device"]) == ("press", "Войти", "d1")
    assert action["viewport"] == witness.device.page.viewport_size
    assert action["before"] == {"screen": "Вход", "address": witness.device.page.url, "system": ""}


def test_action_that_failed_was_not_done_and_the_difference_is_told(witness: Witness):
    witness.show(FORM)
    with pytest.raises(Mismatch) as mismatch:
        witness.screen.press("Ввойти")
    assert witness.facts("action") == []
    (difference,) = witness.facts("difference", status="failed", error=mismatch.value)
    there = {"kind": "button", "present": ["Войти"], "nearest": "Войти", "screen": "Вход"}
    assert difference == {"expected": "Ввойти", **there}


@pytest.mark.parametrize(
    ("look", "kind", "nearest"),
    [
        (lambda screen: screen.prove("Выход"), "screen", "Вход"),
        (lambda screen: screen.see("Осталось 2:00"), "text", "Осталось 1:53"),
        (lambda screen: screen.fill("Подпись", "x"), "field", None),
        (lambda screen: screen.see_value("Логин", "petrova"), "value", ""),
    ],
)
def test_difference_says_what_is_there_instead(
    witness: Witness, look: Callable[[Screen], None], kind: str, nearest: str | None
):
    witness.show(FORM)
    with pytest.raises(Mismatch) as mismatch:
        look(witness.screen)
    assert mismatch.value.difference is not None
    assert (mismatch.value.difference.kind, mismatch.value.difference.nearest) == (kind, nearest)


def test_what_is_typed_is_told_but_no_password(witness: Witness):
    witness.show(FORM)
    witness.screen.fill("Логин", "ivanova")
    witness.screen.fill("Пароль", "тайна")
    login, password = witness.facts("action")
    assert (login["value"], password["value"]) == ("ivanova", "••••")
    assert password["box"]["x"] > login["box"]["x"]
    assert b"".join(each.body for each in witness.gather()).count("тайна".encode()) == 0


def test_captions_are_listed_once_for_a_screen(witness: Witness):
    witness.show(FORM)
    (first,), (second,) = witness.facts("screen"), witness.facts("screen")
    assert first["labels"]["buttons"] == ["Войти"]
    assert first["labels"]["fields"] == ["Логин", "Пароль"]
    assert "labels" not in second


def test_screen_says_whose_system_it_is_and_on_which_device(witness: Witness):
    witness.screen.open(witness.world.stand.site("journal.perm"))
    (screen,) = witness.facts("screen")
    assert (screen["system"], screen["device"], screen["handheld"]) == ("journal.perm", "d1", False)


def test_phone_is_pictured_where_it_is_read(witness: Witness):
    witness.show(FORM)
    witness.pictures()
    witness.actor.phone.expect_nothing()
    (phone,) = witness.pictures()
    assert phone.shows is not None
    assert (phone.name, phone.shows.kind) == ("телефон.jpg", "phone")
    assert phone.shows.screen.startswith("Телефон")
    assert witness.pictures() == []


@pytest.mark.parametrize(
    ("evidence", "status", "number"),
    [
        ("every-step", "failed", 1),
        ("screens", "failed", 1),
        ("on-failure", "passed", 0),
        ("on-failure", "broken", 1),
        ("off", "failed", 0),
    ],
)
def test_pictures_are_as_many_as_wanted(witness: Witness, evidence: str, status: str, number: int):
    witness.show(FORM)
    assert len(witness.pictures(evidence=evidence, status=status)) == number


@pytest.mark.parametrize("status", ["passed", "failed"])
def test_closed_tab_leaves_no_picture_and_no_error(witness: Witness, status: str):
    witness.show(FORM)
    witness.device.page.close()
    assert witness.pictures(status=status) == []


ARRIVING = """
<title>Т</title><h1></h1><img alt="" src="/late"><script>
onload = () => { document.querySelector("h1").textContent = "Пришла" }
</script>
"""


def test_page_that_is_being_replaced_is_waited_for(witness: Witness, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        "fixtures.sight.evidence.SETTLED_AFTER_MS", 8_000
    )  # that it waits at all, not how long
    came = "https://site.test/came"
    looks: list[str] = []

    def look(page: Page) -> Look:
        looks.append(page.url)
        if len(looks) == 1:
            page.goto(came, wait_until="commit")
            raise BrowserError("Execution context was destroyed")
        return look_at(page)

    monkeypatch.setattr("fixtures.sight.evidence.look_at", look)
    witness.device.page.route(
        "https://site.test/**", lambda route: route.fulfill(content_type=HTML, body=ARRIVING)
    )
    witness.show(FORM)
    leaving = witness.device.page.url
    (screen,) = witness.facts("screen")
    assert (screen["screen"], screen["address"]) == ("Пришла", came)
    assert looks == [leaving, came]


PRIVATE = "<title>Т</title><h1>Код</h1><p>На +7 199 111-22-33 выслан код 482913</p><input aria-label=Код value=482913>"


@pytest.fixture
def discreet(chromium: Chromium, control: Control, tmp_path: Any) -> Iterator[Witness]:
    text = "\n".join(
        [
            'name = "real"',
            'title = "т"',
            'place = "на т"',
            "simulator = false",
            "ignore_certificate_errors = true",
        ]
        + [
            'powers = ["phone"]',
            'masks = ["phones", "codes", "names"]',
            "[sites]",
            'vk_id = "https://id.example"',
        ]
    )
    (tmp_path / "real.toml").write_text(text, encoding="utf-8")
    world = World(load_stand("real", tmp_path), control, chromium, 1, watched=True)
    yield Witness(world)
    world.end()


def test_stand_can_hide_phones_codes_and_names(discreet: Witness):
    name = discreet.actor.person.full_name
    discreet.show(f"{PRIVATE}<p>{name}</p>")
    blank = discreet.device.page.screenshot()
    (screen,) = discreet.facts("screen")
    assert screen["labels"]["texts"] == ["На •••• выслан код ••••", "••••"]
    assert discreet.device.page.screenshot() == blank


def test_nothing_of_what_is_hidden_is_seen_on_a_picture(discreet: Witness):
    """Two pages that differ only in what is hidden give the same picture."""
    looks = []
    for phone, code in (("+7 199 111-22-33", "482913"), ("+7 199 888-88-88", "777777")):
        style = "<style>* { font-family: monospace }</style>"
        discreet.show(style + PRIVATE.replace("+7 199 111-22-33", phone).replace("482913", code))
        looks.append(discreet.pictures()[0].body)
    assert looks[0] == looks[1]


def test_complaints_of_pages_and_errors_hide_it_too(discreet: Witness):
    person = discreet.actor.person
    said = f"{person.first_name}, код 482913 выслан на +7 199 111-22-33"
    discreet.show(f"{PRIVATE}<script>console.error('{said}')</script>")
    (complaints,) = discreet.facts("console")
    assert complaints == ["консоль: ••••, код •••• выслан на ••••"]
    item: Any = SimpleNamespace(stash={SCENE: discreet.world})
    assert (
        pytest_svyazka_hidden(item, f"нет надписи «{said}»") == "нет надписи «••••, код •••• выслан на ••••»"
    )


def test_error_stays_as_it_is_where_nothing_is_hidden_or_no_world_was_made(witness: Witness):
    item: Any = SimpleNamespace(stash={SCENE: witness.world})
    assert pytest_svyazka_hidden(item, "нет надписи «482913»") == "нет надписи «482913»"
    assert pytest_svyazka_hidden(SimpleNamespace(stash={}), "нет надписи «482913»") is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kinds", "screens"), [(("Context", "Context"), []), (("Context", "Action"), ["Вход"])]
)
def test_what_was_arranged_is_shown_only_where_the_scenario_begins(witness: Witness, kinds, screens):
    witness.device.come_later("https://there", lambda: witness.show(FORM))
    witness.world.in_use = witness.device
    seen = [each["screen"] for each in witness.facts("screen", kinds=kinds)]
    assert seen == screens
    assert bool(witness.device.windows.expected) is not bool(screens)
