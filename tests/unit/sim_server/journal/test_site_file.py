"""site.toml: what is unknown, missing or misnamed is an error that names file and key."""

from pathlib import Path

import pytest

from sim_server.journal.site_file import SITES, SiteFileUnsound, read_site, read_sites

NO_SCREEN = "Value error, no screen is called so (allowed: account, account_data, choice, code"
EXCEPTION = "vk_id.wording_for.with_profile.code.titel: Extra inputs"
PERM = (SITES / "perm" / "site.toml").read_text(encoding="utf-8")


def written(folder: Path, old: str, new: str) -> Path:
    """Perm's file with one place changed."""
    assert PERM.count(old) == 1, old
    file = folder / "site.toml"
    file.write_text(PERM.replace(old, new), encoding="utf-8")
    return file


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


@pytest.mark.parametrize(
    "host", ["https://school.test", "school.test/", "a b.ru", "school.test:443", "school"]
)
def test_host_is_a_bare_name(tmp_path: Path, host: str) -> None:
    with pytest.raises(SiteFileUnsound, match=r"site\.toml: faces\.0\.host: "):
        read_site(written(tmp_path, 'host = "school.permkrai.ru"', f'host = "{host}"'))


def test_two_journals_with_one_host_are_both_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "site.toml").write_text(PERM, encoding="utf-8")
    with pytest.raises(SiteFileUnsound, match=r"school\.permkrai\.ru.*one.site\.toml и .*two.site\.toml"):
        read_sites(tmp_path)


def test_like_takes_over_what_the_file_does_not_say() -> None:
    region, model = (read_site(SITES / name / "site.toml") for name in ("mosreg", "mesh"))
    assert region.vk_id.journey == model.vk_id.journey
    assert region.faces[0].places == model.faces[0].places
    assert region.faces[0].host != model.faces[0].host
    assert set(model.assumed) <= set(region.assumed)


def test_like_an_unknown_journal_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "region"
    folder.mkdir()
    with pytest.raises(SiteFileUnsound, match="nowhere"):
        read_site(written(folder, 'id = "perm"', 'id = "region"\nlike = "nowhere"'))


def _with_diary(folder: Path, old: str, new: str) -> Path:
    """МЭШ's two journals, the diary's file with one place changed."""
    for name in ("mesh", "diary"):
        (folder / name).mkdir()
        text = (SITES / name / "site.toml").read_text(encoding="utf-8")
        (folder / name / "site.toml").write_text(
            text.replace(old, new) if name == "diary" else text, encoding="utf-8"
        )
    return folder


def test_journals_of_one_school_system_make_the_same_chats() -> None:
    sites = {site.id: site for site in read_sites()}
    kept, shared = ({rule.key: rule for rule in sites[name].chat_rules} for name in ("mesh", "diary"))
    assert {rule.keeper for rule in shared.values()} == {"mesh"}
    assert set(shared) < set(kept)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('chats_with = "mesh"', 'chats_with = "nowhere"', "chats_with names «nowhere», which keeps no chats"),
        ('chats_with = "mesh"', 'chats_with = "diary"', "chats_with names «diary», which keeps no chats"),
        ('title = "Чат школы"', 'title = "Вся школа"', "the chat «school» differs from that of «mesh»"),
    ],
)
def test_chats_that_are_shared_with_nobody_or_differ_are_told(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(SiteFileUnsound, match=told):
        read_sites(_with_diary(tmp_path, old, new))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('colour = "#7a3b10"', 'colour = "#7a3b10"\ncolor = "red"', "color: Extra inputs are not permitted"),
        ('colour = "#7a3b10"', "", "colour: Field required"),
        ('entrance = "Вход для сотрудников"\n', "", "labels.entrance: Field required"),
        ('sign_in = "Войти"', 'sign_in = "Войти"\nsignin = "Войти"', "labels.signin: Extra inputs are not permitted"),
        ("asks_back = true", 'asks_back = "sometimes"', "unlinking.asks_back"),
        ('by = "button"', 'by = "letter"', "unlinking.by"),
        ('confirm = "Отвязать"\n', "", "these words are missing: confirm"),
        ('reached_by = "icon"', 'reached_by = "door"', "faces.0.places.0.reached_by"),
        ('[unlinking]', '[messenger]\nwindow = "third"\n\n[unlinking]', "messenger.window"),
        ('per = "school"', 'per = "town"', "chats.0.per"),
        ('[vk_id]\nid = "perm-journal"', '[vk_id]\nid = "perm-journal"\nvpn = true', "vk_id.vpn: Extra inputs"),
        ('title = "Подтвердите вход"', 'titel = "Подтвердите вход"', "vk_id.wording.code.titel: Extra inputs"),
        ('[vk_id.wording.code]', '[vk_id.wording.fax]', "vk_id.wording.fax: Extra inputs"),
        ('[vk_id.journey]', '[vk_id.wording_for.with_profile.code]\ntitel = ""\n[vk_id.journey]', EXCEPTION),
        ('with_vk_id = ["phone"', 'with_vk_id = ["fax"', f"vk_id.journey.with_vk_id.0: {NO_SCREEN}"),
        ('[vk_id.wording.phone]', 'arrow_on = ["fax"]\n\n[vk_id.wording.phone]', f"vk_id.arrow_on.0: {NO_SCREEN}"),
        ('remembered_without_profile = ["offer", "profile_data"]', "", "remembered_without_profile"),
        ('"labels.desk",', '"labels.table",', "assumed names «labels.table», which the file does not have"),
        ('    "unlinking",\n', '    "unlinking.wording.x",\n', "assumed names «unlinking.wording.x»"),
        ('id = "perm"', "id = perm", "Invalid value"),
    ],
)  # fmt: skip
def test_unsound_file_is_named_with_its_key(tmp_path: Path, old: str, new: str, named: str) -> None:
    file = written(tmp_path, old, new)
    with pytest.raises(SiteFileUnsound) as error:
        read_site(file)
    assert str(file) in str(error.value)
    assert named in str(error.value)


def test_unknown_label_is_answered_with_the_allowed_ones(tmp_path: Path) -> None:
    file = written(tmp_path, 'sign_in = "Войти"', 'sign_in = "Войти"\nsignin = "Войти"')
    with pytest.raises(SiteFileUnsound, match=r"allowed: title, entrance, login"):
        read_site(file)


def test_all_complaints_are_told_at_once(tmp_path: Path) -> None:
    file = written(tmp_path, 'name = "ЭПОС Пермь"', "nome = 'x'")
    with pytest.raises(SiteFileUnsound) as error:
        read_site(file)
    assert len(str(error.value).splitlines()) == 2


def test_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    file.write_bytes(PERM.encode("cp1251", errors="replace"))
    with pytest.raises(SiteFileUnsound, match="site.toml"):
        read_site(file)
