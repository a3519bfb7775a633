"""Ordering defects by the control API, and the defect that any caption reads otherwise."""

from __future__ import annotations

import pytest

from sim_server.defects.captions import OTHERWISE, recaptioned
from sim_server.defects.touching import hosts_of
from sim_server.simulator import Simulator
from tests.defects.consequence import caption_consequence
from tests.http.ways import JOURNAL, enter_journal
from tests.http.world import World
from tests.people import ANNA, EVERYBODY, PAVEL


@caption_consequence("Вход для сотрудников")
def test_caption_of_a_link(world: World) -> bool:
    return OTHERWISE in world.browser().open(JOURNAL).links


@caption_consequence("Учительская")
def test_caption_in_a_list(world: World) -> bool:
    return OTHERWISE in enter_journal(world.browser(), PAVEL).items


@pytest.mark.parametrize(
    ("page", "becomes"),
    [
        ("<button>Войти</button>", f"<button>{OTHERWISE}</button>"),
        ("<button>\n  Войти\n</button>", f"<button>\n  {OTHERWISE}\n</button>"),
        ("<button>Войти в чат</button>", "<button>Войти в чат</button>"),
        ("<p>Нажмите Войти.</p>", f"<p>Нажмите {OTHERWISE}.</p>"),
        ("<p>Войтились</p>", "<p>Войтились</p>"),
        ('<a aria-label="Войти" href="#">x</a>', f'<a aria-label="{OTHERWISE}" href="#">x</a>'),
        (
            '<input value="Войти"><p title="Войти в чат">',
            f'<input value="{OTHERWISE}"><p title="Войти в чат">',
        ),
        ("<script>Войти</script><!-- Войти -->", "<script>Войти</script><!-- Войти -->"),
    ],
)
def test_caption_reads_otherwise_where_it_is_one(page: str, becomes: str) -> None:
    assert recaptioned(page, "Войти") == becomes


def test_after_the_colon_of_a_caption_a_name_may_follow() -> None:
    assert recaptioned('<button aria-label="Добавить: Иванов">+</button>', "Добавить:") == (
        f'<button aria-label="{OTHERWISE} Иванов">+</button>'
    )
    assert recaptioned("<a>Добавить: Иванов</a><a>Добавить</a>", "Добавить:") == (
        f"<a>{OTHERWISE} Иванов</a><a>Добавить</a>"
    )


def test_what_a_caption_shows_of_a_moment_or_a_person_is_another_s_too() -> None:
    assert recaptioned('<p data-text="SMS через {left}">', "SMS через 1:53") == f'<p data-text="{OTHERWISE}">'
    assert recaptioned("<p>Код на ka***@pochta.test</p>", "Код на ka***@mail.ru") == f"<p>{OTHERWISE}</p>"


def test_caption_with_signs_of_html() -> None:
    assert recaptioned("<p>А &amp; Б</p>", "А & Б") == f"<p>{OTHERWISE}</p>"
    said = "нет «!» (\" ')"
    assert recaptioned("<p>нет «!» (&#34; &#39;)</p>", said) == f"<p>{OTHERWISE}</p>"
    assert recaptioned('<p>Код на <span class="n">+7 199</span>.</p>', "Код на +7 199") == (
        f'<p>{OTHERWISE}<span class="n"></span>.</p>'
    )
    assert recaptioned('<input title="нет «!» (&quot; &#x27;)">', said) == f'<input title="{OTHERWISE}">'


def test_unknown_defect_is_refused_with_the_nearest(simulator: Simulator) -> None:
    api = simulator.control.test_client()
    answer = api.post("/worlds", json={"people": EVERYBODY, "defects": ["no_lock_up"]})
    assert answer.status_code == 409
    assert "no_lock_out" in answer.json["error"]
    assert "Traceback" not in answer.text


def test_defects_are_listed_with_what_they_break(simulator: Simulator) -> None:
    listed = {one["id"]: one for one in simulator.control.test_client().get("/defects").json["defects"]}
    assert listed["any_code_accepted"]["labels"][0] == "Неверный код"
    assert listed["any_code_accepted"]["places"] == ["sim_server.domain.codes:check_code"]


def test_world_can_get_well_again(simulator: Simulator) -> None:
    world = World(simulator, EVERYBODY, defects=["caption:Выйти"])
    browser = world.browser()
    assert OTHERWISE in enter_journal(browser, ANNA).buttons
    assert world.api.put(f"{world.path}/defects", json={"defects": []}).status_code == 204
    assert "Выйти" in browser.open(browser.url).buttons


def test_noted_world_tells_what_it_could_have_shown(simulator: Simulator) -> None:
    world = World(simulator, EVERYBODY, noted=True)
    enter_journal(world.browser(), PAVEL)
    told = world.api.get(f"{world.path}/touched").json
    assert {"journal_lists_no_chats", "alert_on_journal_desk", "perm_unlinks_without_asking"} <= {
        *told["defects"]
    }
    assert {"any_code_accepted", "no_lock_out"}.isdisjoint(told["defects"])
    assert {"Учительская", "Личные сообщения", "Выйти"} <= {*told["texts"]}


def test_data_of_a_journal_reach_those_that_are_like_it() -> None:
    assert "school.permkrai.ru" in hosts_of("sites/perm/site.toml")
    assert {"school.mos.ru", "authedu.mosreg.ru"} <= {*hosts_of("sites/mesh/site.toml")}
