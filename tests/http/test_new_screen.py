"""A new screen of a sign-in: one file beside the others, and its name in a journal's order. That is all."""

import shutil
from pathlib import Path

import pytest

from sim_server.domain.database import Database
from sim_server.journal.site_file import SITES, SiteFileUnsound
from sim_server.simulator import Simulator
from sim_server.vk_id.sign_in import SCREENS
from tests.http.browser import Browser
from tests.http.ways import GO_ON, ask_to_link, prove_phone
from tests.http.world import World
from tests.people import ANNA

PET = '''"""What the person's pet is called."""

from sim_server.domain.walks import note_answer
from sim_server.vk_id.forms import LabelledForm
from sim_server.vk_id.sign_in import SignInScreen
from wtforms import StringField
from wtforms.validators import InputRequired


class PetUnknown(Exception):
    """Nobody calls a pet so."""


class PetForm(LabelledForm):
    """The name."""

    pet = StringField(validators=[InputRequired("Введите кличку")])


def take(sign_in, form):
    if form.pet.data == "Кот":
        raise PetUnknown
    note_answer(sign_in, "pet", form.pet.data)


SCREEN = SignInScreen(
    words={"title": "Кличка питомца", "pet": "Кличка"},
    form=lambda sign_in, words: PetForm(words),
    take=take,
    refusals={PetUnknown: ("pet", "Таких кличек не бывает")},
    template="""
<p>Её знает только {{ sign_in.account.first_name }}</p>
{% call press(wording.proceed) %}{{ row(form.pet) }}{% endcall %}
""",
)
'''
USUAL, WITH_PET = '"code", "choice", "profile_data"]', '"code", "pet", "choice", "profile_data"]'


@pytest.fixture
def screens(tmp_path: Path) -> Path:
    """VK ID's screens, and one more."""
    folder = shutil.copytree(SCREENS, tmp_path / "screens")
    (folder / "pet.py").write_text(PET, encoding="utf-8")
    return folder


def asking_for_it(sites: Path, *, wording: str = "") -> Path:
    """The journals, of which one asks for the pet of those who have a study profile."""
    folder = shutil.copytree(SITES, sites)
    file = folder / "perm" / "site.toml"
    text = file.read_text(encoding="utf-8")
    assert text.count(USUAL) == 1
    file.write_text(text.replace(USUAL, WITH_PET) + wording, encoding="utf-8")
    return folder


def reach_it(database: Database, sites: Path, screens: Path) -> tuple[World, Browser]:
    world = World(Simulator(database, sites=sites, screens=screens), [ANNA])
    browser = world.browser()
    ask_to_link(browser, ANNA)
    prove_phone(browser, world, ANNA)
    return world, browser


def test_new_screen_is_one_file_and_a_word_of_an_order(
    database: Database, tmp_path: Path, screens: Path
) -> None:
    world, browser = reach_it(database, asking_for_it(tmp_path / "sites"), screens)
    assert browser.page.heading == "Кличка питомца"
    assert "Её знает только Анна" in browser.page.text
    assert browser.submit(GO_ON, pet="").alerts == ["Введите кличку"]
    refused = browser.submit(GO_ON, pet="Кот")
    assert refused.alerts == ["Таких кличек не бывает"]
    assert refused.form_with(GO_ON).values["pet"] == "Кот"
    answered = browser.request_of(GO_ON, pet="Мурка")
    assert browser.open(*answered).heading == "Выберите учебный профиль"
    assert browser.open(*answered).heading == "Выберите учебный профиль"
    browser.submit("Продолжить в учебном профиле")
    browser.submit(GO_ON)
    assert "anna" in world.links


def test_its_words_may_be_the_journal_s(database: Database, tmp_path: Path, screens: Path) -> None:
    wording = '\n[vk_id.wording.pet]\ntitle = "Питомец"\n'
    _world, browser = reach_it(database, asking_for_it(tmp_path / "sites", wording=wording), screens)
    assert browser.page.heading == "Питомец"


def test_other_number_is_asked_everything_anew(database: Database, tmp_path: Path, screens: Path) -> None:
    world, browser = reach_it(database, asking_for_it(tmp_path / "sites"), screens)
    browser.submit(GO_ON, pet="Мурка")
    browser.submit("Войти в другой аккаунт")
    world.pass_time(minutes=3)
    assert prove_phone(browser, world, ANNA).heading == "Кличка питомца"


def test_without_its_file_the_order_is_unsound(database: Database, tmp_path: Path) -> None:
    told = r"site\.toml: vk_id\.journey\.with_profile\.3: «pet» не бывает; есть: account, "
    with pytest.raises(SiteFileUnsound, match=told):
        Simulator(database, sites=asking_for_it(tmp_path / "sites"))
