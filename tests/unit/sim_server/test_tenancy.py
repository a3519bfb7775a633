"""Host and User-Agent say where a request belongs."""

import pytest

from sim_server.tenancy import Place, PlaceUnknown, locate

HOSTS = ("school.permkrai.ru", "id.vk.com", "localhost", "control.svyazka.test")


def located(host: str, agent: str = "") -> Place:
    return locate({"HTTP_HOST": host, "HTTP_USER_AGENT": agent}, HOSTS)


def test_run_is_told_by_the_end_of_the_user_agent() -> None:
    place = located("id.vk.com", "Mozilla/5.0 (X11) Chrome/140.0 Svyazka/w7.d2")
    assert (place.host, place.world, place.device, place.by_hand) == ("id.vk.com", "w7", "d2", False)


@pytest.mark.parametrize(
    "agent",
    ["", "Mozilla/5.0", "Svyazka/w7.d2 Mozilla/5.0", "Svyazka/w7", "Svyazka/W7.d2", "Svyazka/w7.d2.x."],
)
def test_without_a_sound_token_at_the_end_no_world_is_named(agent: str) -> None:
    assert located("id.vk.com", agent).world is None


def test_by_hand_the_world_is_main() -> None:
    place = located("school.permkrai.ru.localhost:8000", "Mozilla/5.0")
    assert (place.host, place.world, place.device, place.by_hand) == (
        "school.permkrai.ru",
        "main",
        "hand",
        True,
    )


def test_by_hand_a_label_names_the_world() -> None:
    place = located("school.permkrai.ru.w7.localhost:8000")
    assert (place.host, place.world) == ("school.permkrai.ru", "w7")


def test_by_hand_a_token_counts_for_nothing() -> None:
    assert located("id.vk.com.localhost:8000", "Svyazka/w9.d1").world == "main"


def test_start_page_is_the_bare_name() -> None:
    place = located("localhost:8000")
    assert (place.host, place.world, place.by_hand) == ("localhost", "main", True)


def test_host_is_read_without_regard_to_case() -> None:
    assert located("School.PermKrai.RU.LocalHost:8000").host == "school.permkrai.ru"


@pytest.mark.parametrize(
    "host",
    ["", "vk.com", "school.permkrai.ru.example.org", "w7.localhost", "xid.vk.com.localhost", ".localhost"],
)
def test_other_hosts_are_unknown(host: str) -> None:
    with pytest.raises(PlaceUnknown):
        located(host)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("school.permkrai.ru", "https://id.vk.com/x?y=1"),
        ("school.permkrai.ru.localhost:8000", "http://id.vk.com.localhost:8000/x?y=1"),
        ("school.permkrai.ru.w7.localhost:8000", "http://id.vk.com.w7.localhost:8000/x?y=1"),
        ("school.permkrai.ru.localhost", "http://id.vk.com.localhost/x?y=1"),
        ("localhost:8000", "http://id.vk.com.localhost:8000/x?y=1"),
    ],
)
def test_another_site_is_reached_the_same_way(here: str, there: str) -> None:
    assert located(here).url("id.vk.com", "/x?y=1") == there
