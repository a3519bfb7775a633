"""VK ID's own site: it makes the browser remember a person, and nothing else."""

from tests.http.browser import Browser
from tests.http.ways import GO_ON, VK_ID, ask_to_link, prove_phone
from tests.http.world import World
from tests.people import IGOR, OLGA, full_name, particulars

ENTER, EXIT = "Войти в VK ID", "Выйти из VK ID"


def enter(browser: Browser) -> None:
    """Begins to sign in on the site itself."""
    browser.open(VK_ID)
    browser.submit(ENTER)


def test_signing_in_makes_no_study_profile(world: World, browser: Browser) -> None:
    enter(browser)
    page = prove_phone(browser, world, IGOR)
    assert (browser.url, page.heading) == (f"{VK_ID}/", "Кабинет VK ID")
    assert full_name(IGOR) in page.text
    assert world.events("study_profile_created") == []
    page = ask_to_link(browser, IGOR)
    assert (page.heading, full_name(IGOR) in page.text) == ("Создание учебного профиля", True)


def test_registering_makes_a_vk_id_alone(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, OLGA, password=None)
    assert full_name(OLGA) in browser.submit(GO_ON, **particulars(OLGA)).text
    assert len(world.events("vk_id_registered")) == 1
    assert world.events("study_profile_created") == []


def test_leaving_remembers_nobody(world: World, browser: Browser) -> None:
    enter(browser)
    browser.submit(GO_ON, phone=IGOR["phone"])
    page = browser.submit("Отмена")
    assert (page.heading, page.form_with(ENTER) is not None) == ("VK ID", True)
    assert full_name(IGOR) not in page.text


def test_signing_out_forgets_the_person(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, IGOR)
    assert full_name(IGOR) not in browser.submit(EXIT).text
    assert ask_to_link(browser, IGOR).heading == "Вход в VK ID"


def test_another_browser_remembers_nobody(world: World, browser: Browser) -> None:
    enter(browser)
    prove_phone(browser, world, IGOR)
    assert full_name(IGOR) not in world.browser("d2").open(VK_ID).text
