"""A new stand: every answer is checked where it is given, and what is written is a stand that a run takes."""

import stat
from pathlib import Path

import pytest

from fixtures.conduct.deeds import HARMLESS, Deed
from fixtures.residents.reading import read_people
from fixtures.stand import Stand, load_stand
from reports.record.tables import TableUnsound
from steps.scaffold.interview import Interview
from steps.scaffold.question import Unanswered
from steps.scaffold.stand import command
from steps.scaffold.stand.command import main
from steps.scaffold.stand.file import people_text, stand_text, write_people
from steps.scaffold.stand.wanted import ROOT, KnownSites, StandWanted, stand_wanted

LIVE = ["perm", "живая", "", "perm", "", "", "", "", "", "", "", "", "", "", "нет"]
NAME, KIND, JOURNAL, VK_ID, ALSO, LINKING, PEOPLE = 0, 1, 3, 6, 10, 12, 14
GIVEN = ("--name", "x", "--kind", "живая", "--journal", "perm", "--people", "нет")


def asked(said: list[str], into: Path) -> tuple[StandWanted, list[str]]:
    left, told = iter(said), []
    found = stand_wanted(Interview({}, lambda _: next(left), told.append), KnownSites(into))
    assert not list(left), "asked less than answered"
    return found, told


def stand(options: tuple[str, ...], into: Path) -> Stand:
    assert main([*options, "--into", str(into)]) == 0
    return load_stand("x", into)


def test_real_system_is_asked_for_with_the_addresses_of_the_instructions(tmp_path: Path) -> None:
    wanted, told = asked(LIVE, tmp_path)
    assert dict(wanted.sites) == {
        "journal.perm": "https://school.permkrai.ru",
        "vk_id": "https://id.vk.com",
        "messenger": "https://web.vk.me",
        "sferum": "https://sferum.ru",
    }
    assert (wanted.live, wanted.network, wanted.own_certificate, wanted.also) == (True, False, False, ())
    assert not wanted.linking
    assert not any("СМС" in line for line in told)


@pytest.mark.parametrize(
    ("at", "wrong", "complaint"),
    [
        (NAME, "Пермь", "нужны строчные латинские буквы"),
        (NAME, "taken", "Стенд «taken» уже есть"),
        (JOURNAL, "tula", "Есть: perm, mesh"),
        (VK_ID, "id.vk.com", "он начинается с https://"),
        (VK_ID, "https://id.vk.com/auth", "а нужен только сайт: https://id.vk.com."),
        (ALSO, "https://cdn", "не имя сервера"),
        (LINKING, "может быть", "Есть: да, нет"),
        (PEOPLE, str(ROOT / "people.toml"), "внутри репозитория"),
    ],
)
def test_unfit_answer_is_asked_again(at: int, wrong: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "taken.toml").touch()
    _, told = asked([*LIVE[:at], wrong, *LIVE[at:]], tmp_path)
    assert any(complaint in line for line in told)


OWN = ("--name", "x", "--kind", "проверочная", "--journal", "perm", "--network", "да", "--people", "нет")
OURS = "http://id.vk.ru.localhost:8000"


def own(*sites: str, **options: str) -> tuple[str, ...]:
    more = [each for name, value in options.items() for each in (f"--{name}", value)]
    return (*OWN, *more, *(each for site in sites for each in ("--site", site)))


def test_stand_of_ones_own_has_what_a_program_reads(tmp_path: Path) -> None:
    sites = ("journal.perm=https://proba.shkola.ru/", f"vk_id={OURS}", "phone=https://phone.shkola.ru")
    told = stand(own(*sites, certificate="свой", owner="Отдел, Ветрова"), tmp_path)
    assert dict(told.sites) == {
        "journal.perm": "https://proba.shkola.ru",
        "vk_id": OURS,
        "phone": "https://phone.shkola.ru",
    }
    assert (told.powers, told.ignore_certificate_errors, told.network, told.live) == (
        {"phone"},
        True,
        True,
        False,
    )
    assert (told.place, told.owner) == ("на проверочной системе", "Отдел, Ветрова")


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (own("journal.perm=http://localhost:5000", "vk_id=https://id.vk.com"), "«id.vk.com» — настоящая"),
        (own("journal.perm=https://school.permkrai.ru", f"vk_id={OURS}"), "«school.permkrai.ru» — настоящая"),
        (own("journal.perm=http://localhost:5000", f"vk_id={OURS}", also="st.vk.com"), "«st.vk.com» — наст"),
        (own("journal.perm=https://proba.shkola.ru", f"vk_id={OURS}", certificate="свой"), "(ключ --owner)"),
    ],
)
def test_nobody_tries_things_on_a_real_system(
    options: tuple[str, ...], complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "--into", str(tmp_path)]) == 64
    assert complaint in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_what_is_asked_of_a_real_system_is_written_for_its_owner(tmp_path: Path) -> None:
    told = stand((*GIVEN, "--also", "cdn.example.org, st.example.org:8443"), tmp_path)
    assert (told.live, told.network, told.people, told.eyes, told.masks) == (
        True,
        False,
        "file",
        "tolerant",
        ("names",),
    )
    assert told.allowed == HARMLESS
    assert stand((*GIVEN, "--linking", "да"), tmp_path / "2").allowed == HARMLESS | {Deed.LINK, Deed.UNLINK}
    assert told.also == ("cdn.example.org", "st.example.org:8443")


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--name", "x"), "(ключ --kind)"),
        ((*GIVEN, "--site", "vk=https://id.vk.com"), "Сайта «vk» сценарии не знают; есть: journal.perm"),
        ((*GIVEN, "--site", "vk_id=id"), "(ключ --site vk_id=АДРЕС)"),
    ],
)
def test_unfit_option_is_refused_by_its_name(
    options: tuple[str, ...], complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*options, "--into", str(tmp_path)]) == 64
    assert complaint in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_people_are_begun_where_only_their_owner_reads_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "secret" / "people.toml"
    options = [*GIVEN[:-1], str(file), "--into", str(tmp_path)]
    assert main(options) == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    secrets = {f"PERM_TEACHER_{what}": "1" for what in ("LOGIN", "PASSWORD", "VK")}
    with pytest.raises(TableUnsound, match="«perm_teacher»: это ещё заготовка"):
        read_people(file, secrets)
    filled = file.read_text(encoding="utf-8").replace('"Фамилия"', '"Ветрова"')
    file.write_text(filled, encoding="utf-8")
    assert [one.key for one in read_people(file, secrets)] == ["perm_teacher"]
    assert f"export SVYAZKA_PEOPLE={file}" in capsys.readouterr().out
    assert not write_people(file, "другое")
    assert "[[people]]" in file.read_text(encoding="utf-8")


def test_title_may_hold_anything(tmp_path: Path) -> None:
    wanted = StandWanted("x", 'Мой "стенд" \\ №1', "на нём", False, {"journal.perm": "http://localhost:5000"})
    (tmp_path / "x.toml").write_text(stand_text(wanted), encoding="utf-8")
    assert load_stand("x", tmp_path).title == 'Мой "стенд" \\ №1'
    assert people_text(wanted).count("[[people]]") == 1


def test_whoever_stops_in_the_middle_has_written_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "asker", lambda: stop)
    assert main(["--name", "x", "--into", str(tmp_path)]) == 130
    assert "ничего не записано" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_address_of_a_page_is_answered_with_that_of_its_site_and_port(tmp_path: Path) -> None:
    _, told = asked([*LIVE[:VK_ID], "http://id.vk.test:8000/login", *LIVE[VK_ID:]], tmp_path)
    assert any("нужен только сайт: http://id.vk.test:8000. Ещё раз:" in line for line in told)


def test_journal_may_be_answered_by_what_it_is_called(tmp_path: Path) -> None:
    wanted, _ = asked([*LIVE[:JOURNAL], "эпос пермь", *LIVE[JOURNAL + 1 :]], tmp_path)
    assert wanted.journals == ["perm"]


def test_nobody_to_ask_is_told_which_key_is_missing() -> None:
    with pytest.raises(Unanswered, match="ключ --name"):
        stand_wanted(Interview({}, None, print), KnownSites())
