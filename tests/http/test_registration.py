"""Clients of somebody's own: registered in one world, with exact addresses, told as much as their rights go."""

import pytest

from tests.http.browser import Browser
from tests.http.own_client import ALLOW, CALLBACK, ID, OwnClient, parsed
from tests.http.ways import prove_phone
from tests.http.world import World
from tests.people import ANNA, IGOR, PAVEL

TASTES = ["https://journal.example/cb?from=vk", "myapp://vk", "http://127.0.0.1:5000/", "http://[::1]:8/cb"]


@pytest.mark.parametrize("address", TASTES)
def test_answer_goes_to_any_registered_address(world: World, browser: Browser, address: str) -> None:
    client = OwnClient(world, address)
    client.tokens(client.sign_in(browser))
    browser.open(client.address(redirect_uri=address))
    callback = browser.submit_until_back(f"Продолжить как {ANNA['first_name']}")
    assert callback.startswith(f"{address}{'&' if '?' in address else '?'}code=")


@pytest.mark.parametrize(
    "near", [f"{CALLBACK}/", f"{CALLBACK}?a=b", CALLBACK.upper(), CALLBACK.replace("3000", "3001")]
)
def test_address_is_compared_to_the_letter(world: World, browser: Browser, near: str) -> None:
    page = browser.open(OwnClient(world).address(redirect_uri=near))
    assert "redirect_uri is not registered for this client" in page.text


@pytest.mark.parametrize(
    "address",
    [
        "journal.example/cb",
        "https://a/#b",
        "javascript:alert(1)",
        "https:///cb",
        "https://me@a/",
        "http://a b/",
        "http://a:bad/",
        "http://a:99999999/",
        "http://[::1/",
        "http://.a/",
    ],
)
def test_address_where_no_answer_can_go_is_refused(world: World, address: str) -> None:
    one = {"id": ID, "name": "Свой", "redirect_uris": [address]}
    answer = world.api.post(f"{world.path}/clients", json={"clients": [one]})
    assert answer.status_code == 409
    assert "redirect_uris" in answer.json["error"]


@pytest.mark.parametrize("taken", [ID, "perm-journal", "vk-id"])
def test_name_that_is_taken_is_refused(world: World, taken: str) -> None:
    OwnClient(world)
    one = {"id": taken, "name": "Свой", "redirect_uris": [CALLBACK]}
    assert world.api.post(f"{world.path}/clients", json={"clients": [one]}).status_code == 409
    assert [told["id"] for told in world.api.get(f"{world.path}/clients").json["clients"]] == [ID]


def test_another_world_does_not_know_it(world: World, browser: Browser) -> None:
    there = World(world.simulator, [])
    address = OwnClient(there).address()
    assert "client_id is unknown" in browser.open(address).text


@pytest.mark.parametrize(
    ("scope", "granted", "fields"),
    [
        ("", "vkid.personal_info", set()),
        ("email", "vkid.personal_info email", {"email"}),
        ("phone vkid.personal_info", "vkid.personal_info phone", {"phone"}),
        ("phone email friends", "vkid.personal_info phone email", {"phone", "email"}),
    ],
)
def test_rights_decide_what_is_told(
    world: World, browser: Browser, scope: str, granted: str, fields: set[str]
) -> None:
    client = OwnClient(world)
    tokens = client.tokens(client.sign_in(browser, scope=scope))
    user = client.user(tokens["access_token"])
    assert tokens["scope"] == granted
    assert user.keys() & {"phone", "email", "middle_name"} == fields


@pytest.mark.parametrize("person", [ANNA, IGOR])
def test_token_answer_and_particulars_name_the_same_user(
    world: World, browser: Browser, person: dict[str, str]
) -> None:
    client = OwnClient(world)
    tokens = client.tokens(client.sign_in(browser, person))
    user = client.user(tokens["access_token"])
    assert user["user_id"] == str(tokens["user_id"])
    assert user["last_name"] == person["last_name"]


def test_client_that_needs_a_study_profile_is_told_of_it(world: World, browser: Browser) -> None:
    client = OwnClient(world, study_profile=True)
    tokens = client.tokens(client.sign_in(browser, PAVEL))
    user = client.user(tokens["access_token"])
    assert user["user_id"] == str(tokens["user_id"])
    assert user["middle_name"] == PAVEL["middle_name"]


def test_permission_is_asked_once(world: World, browser: Browser) -> None:
    client = OwnClient(world)
    client.tokens(client.sign_in(browser))
    browser.open(client.address())
    assert "code" in parsed(browser.submit_until_back(f"Продолжить как {ANNA['first_name']}"))


def test_more_rights_are_asked_for_anew(world: World, browser: Browser) -> None:
    client = OwnClient(world)
    client.tokens(client.sign_in(browser, scope="email"))
    wider = client.address(scope="email phone")
    silent = browser.ask("GET", f"{wider}&prompt=none").headers["Location"]
    assert parsed(silent)["error"] == "interaction_required"
    browser.open(wider)
    assert browser.submit(f"Продолжить как {ANNA['first_name']}").heading == "Доступ к данным"
    tokens = client.tokens(parsed(browser.submit_until_back(ALLOW)))
    assert client.user(tokens["access_token"])["phone"]


@pytest.mark.parametrize("scope", ["", "email", "phone", "email phone"])
def test_rights_that_were_given_at_different_times_add_up(world: World, browser: Browser, scope: str) -> None:
    client = OwnClient(world)
    client.tokens(client.sign_in(browser, scope="email"))
    browser.open(client.address(scope="phone"))
    browser.submit(f"Продолжить как {ANNA['first_name']}")
    client.tokens(parsed(browser.submit_until_back(ALLOW)))
    again = parsed(browser.ask("GET", client.address(scope=scope, prompt="none")).headers["Location"])
    assert "code" in again


def test_permission_says_what_will_be_told(world: World, browser: Browser) -> None:
    browser.open(OwnClient(world).address(scope="email"))
    page = prove_phone(browser, world, ANNA)
    assert page.heading == "Доступ к данным"
    assert "Адрес почты" in page.text
    assert "Номер телефона" not in page.text
    assert page.form_with(ALLOW)


def test_answer_may_come_as_one_parameter(world: World, browser: Browser) -> None:
    client = OwnClient(world)
    world.choose_rules("observed", callback_form="payload")
    assert client.sign_in(browser).keys() == {"payload"}


def test_code_may_be_asked_instead_of_the_password(world: World, browser: Browser) -> None:
    client = OwnClient(world)
    world.choose_rules("observed", proof_first="code")
    browser.open(client.address())
    assert browser.submit("Продолжить", phone=ANNA["phone"]).heading == "Подтвердите вход"


def test_client_like_a_journal_has_its_screens_and_the_study_profile(world: World, browser: Browser) -> None:
    client = OwnClient(world, like="perm-journal")
    browser.open(client.address())
    page = prove_phone(browser, world, ANNA)
    assert page.heading == "Выберите учебный профиль"
    browser.submit("Продолжить в учебном профиле")
    callback = parsed(browser.submit_until_back("Продолжить"))
    user = client.user(client.tokens(callback)["access_token"])
    assert user["middle_name"] == ANNA["middle_name"]


def test_client_like_nobody_is_refused(world: World) -> None:
    one = {"id": ID, "name": "Свой", "redirect_uris": [CALLBACK], "like": "perm"}
    answer = world.api.post(f"{world.path}/clients", json={"clients": [one]})
    assert answer.status_code == 409
    assert "like: клиента «perm» нет; есть: " in answer.json["error"]
