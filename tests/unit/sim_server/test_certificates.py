"""The authority of `serve --tls`: kept for its user alone, trusted by whoever names it, good for our hosts alone."""

import ssl
import stat
from pathlib import Path

import pytest
import trustme

from sim_server.certificates import CERTIFICATE, KEY, Authority, kept_authority, make_authority, own_folder

HOSTS = ("id.vk.ru", "id.vk.com")


def shaken(authority: Authority, trusted: Authority, host: str, folder: Path) -> str:
    """The words with which a client refuses to shake hands with that host; empty if it does."""
    issued = authority.issue([host])
    chain, key = folder / "chain.pem", folder / "key.pem"
    chain.write_bytes(issued.chain)
    key.write_bytes(issued.key)
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(chain, key)
    ours = ssl.create_default_context(cadata=trusted.pem.decode())
    here, there = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = ours.wrap_bio(here, there, server_hostname=host)
    server = theirs.wrap_bio(there, here, server_side=True)
    for _turn in range(3):
        for side in (client, server):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLCertVerificationError as error:
                return error.verify_message
    assert client.version()
    return ""


def test_who_trusts_it_trusts_our_hosts(tmp_path: Path) -> None:
    authority = make_authority(HOSTS)
    assert shaken(authority, authority, "id.vk.ru", tmp_path) == ""


@pytest.mark.parametrize("host", ["bank.example", "vk.ru", "id.vk.ru.example"])
def test_what_it_signs_for_another_host_is_not_trusted(tmp_path: Path, host: str) -> None:
    authority = make_authority(HOSTS)
    assert "permitted subtree" in shaken(authority, authority, host, tmp_path)


def test_who_trusts_another_does_not_trust_it(tmp_path: Path) -> None:
    assert shaken(make_authority(HOSTS), make_authority(HOSTS), "id.vk.ru", tmp_path) != ""


def test_it_is_kept_and_nobody_else_reads_its_key(tmp_path: Path) -> None:
    folder = tmp_path / "ca"
    first = kept_authority(folder, HOSTS)
    assert kept_authority(folder, HOSTS[:1]).pem == first.pem
    assert stat.S_IMODE((folder / KEY).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {one.name for one in folder.iterdir()} == {CERTIFICATE, KEY}


@pytest.mark.parametrize("spoil", [CERTIFICATE, KEY])
def test_one_that_is_not_whole_is_made_anew(tmp_path: Path, spoil: str) -> None:
    first = kept_authority(tmp_path, HOSTS)
    (tmp_path / spoil).write_bytes(b"-")
    assert kept_authority(tmp_path, HOSTS).pem != first.pem


def test_key_of_another_is_not_taken_for_its_own(tmp_path: Path) -> None:
    first = kept_authority(tmp_path / "one", HOSTS)
    kept_authority(tmp_path / "other", HOSTS)
    (tmp_path / "one" / KEY).write_bytes((tmp_path / "other" / KEY).read_bytes())
    assert kept_authority(tmp_path / "one", HOSTS).pem != first.pem


def test_one_that_may_sign_for_anybody_is_not_taken(tmp_path: Path) -> None:
    anybody = trustme.CA()
    (tmp_path / CERTIFICATE).write_bytes(anybody.cert_pem.bytes())
    (tmp_path / KEY).write_bytes(anybody.private_key_pem.bytes())
    assert kept_authority(tmp_path, HOSTS).pem != anybody.cert_pem.bytes()


def test_key_that_others_could_read_is_shut_again(tmp_path: Path) -> None:
    first = kept_authority(tmp_path, HOSTS)
    (tmp_path / KEY).chmod(0o644)
    assert kept_authority(tmp_path, HOSTS).pem == first.pem
    assert stat.S_IMODE((tmp_path / KEY).stat().st_mode) == 0o600


def test_new_host_needs_a_new_one(tmp_path: Path) -> None:
    first = kept_authority(tmp_path, HOSTS)
    assert kept_authority(tmp_path, (*HOSTS, "school.example")).pem != first.pem


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, Path("/data/svyazka")),
        ("linux", {}, Path.home() / ".local/share/svyazka"),
        ("darwin", {}, Path.home() / "Library/Application Support/svyazka"),
        ("win32", {"LOCALAPPDATA": "/local"}, Path("/local/svyazka")),
    ],
)
def test_folder_is_the_user_s_own(system: str, environment: dict[str, str], expected: Path) -> None:
    assert own_folder(environment, system) == expected
