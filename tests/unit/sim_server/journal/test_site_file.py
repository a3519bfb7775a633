"""What the sites of ours say; what a file may not say stands in `test_wrong_site_file`."""

from sim_server.journal.site_file import SITES, read_site, read_sites


def test_perm_says_what_the_instruction_says() -> None:
    perm = read_site(SITES / "perm" / "site.toml")
    assert (perm.id, [face.host for face in perm.faces]) == ("perm", ["school.permkrai.ru"])
    assert perm.labels.entrance == "Вход для сотрудников"
    assert [rule.title for rule in perm.chat_rules] == [
        "Учительская", "Чат с родителями, {class_name}", "Чат с учениками, {class_name}"
    ]  # fmt: skip
    assert perm.vk_id.service_name == "Электронная Пермская Образовательная система"
    assert len(perm.vk_id.advantages) == 3
    assert perm.templates == SITES / "perm" / "templates"


def test_paragraf_asks_nothing_back_and_leads_to_a_new_window() -> None:
    paragraf = read_site(SITES / "paragraf" / "site.toml")
    assert [place.caption for place in paragraf.faces[0].tabs("pupil")] == ["Чаты"]
    assert (paragraf.unlinking.asks_back, paragraf.unlinking.question) == (False, "")
    assert (paragraf.messenger.window, paragraf.messenger.entrance) == ("new", "sign_in")


def test_all_sites_are_read_and_sound() -> None:
    assert "perm" in [site.id for site in read_sites()]
    hosts = [face.host for site in read_sites() for face in site.faces]
    assert len(set(hosts)) == len(hosts)


def test_like_takes_over_what_the_file_does_not_say() -> None:
    region, model = (read_site(SITES / name / "site.toml") for name in ("mosreg", "mesh"))
    assert region.vk_id.journey == model.vk_id.journey
    assert region.faces[0].places == model.faces[0].places
    assert region.faces[0].host != model.faces[0].host
    assert set(model.assumed) <= set(region.assumed)


def test_journals_of_one_school_system_make_the_same_chats() -> None:
    sites = {site.id: site for site in read_sites()}
    kept, shared = ({rule.key: rule for rule in sites[name].chat_rules} for name in ("mesh", "diary"))
    assert {rule.keeper for rule in shared.values()} == {"mesh"}
    assert set(shared) < set(kept)
