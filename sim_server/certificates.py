"""The certificate authority of `serve --tls`: made once for a user, kept in a folder of theirs, good for our hosts.

It is put into no store of the system: whoever wants to trust it names its file.
"""

from __future__ import annotations

import ipaddress
import os
import sys
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NAME = "Связка: центр симулятора"  # at most 64 bytes
CERTIFICATE, KEY = "ca.pem", "ca.key"
OWNER_ONLY, EVERYBODY_READS = 0o600, 0o644
LASTS, LEAF_LASTS = timedelta(days=730), timedelta(days=90)
AHEAD = timedelta(days=91)  # it must outlast what it signs
BACKDATED = timedelta(hours=1)  # a client's clock may be slow
NO_ADDRESSES = (
    ipaddress.ip_network("0.0.0.0/0"),
    ipaddress.ip_network("::/0"),
)  # nothing is signed for a number


@dataclass(frozen=True)
class Issued:
    """A certificate with its chain, and its key, as PEM."""

    chain: bytes
    key: bytes


@dataclass(frozen=True)
class Authority:
    """A certificate and its key, which can sign for the hosts that the certificate names."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        """What a client must trust."""
        return self.certificate.public_bytes(Encoding.PEM)

    def issue(self, hosts: Collection[str]) -> Issued:
        """A certificate for these hosts."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = [x509.DNSName(host) for host in hosts]
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        builder = _begun(_named(next(iter(hosts))), self.certificate.subject, key, LEAF_LASTS)
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(usage, critical=False)
        signer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        made = builder.add_extension(signer, critical=False).sign(self.key, hashes.SHA256())
        return Issued(made.public_bytes(Encoding.PEM) + self.pem, _as_pem(key))


def own_folder(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """Where a user's programs keep what is theirs."""
    home = Path.home()
    if system == "win32":
        kept = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif system == "darwin":
        kept = home / "Library" / "Application Support"
    else:
        kept = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return kept / "svyazka"


def kept_authority(folder: Path, hosts: Collection[str]) -> Authority:
    """The authority of that folder; a new one where there is none, it is nearly over, or it may not sign for a host."""
    kept = _read(folder)
    if kept is not None and _serves(kept.certificate, hosts):
        (folder / KEY).chmod(OWNER_ONLY)  # whatever a copy has made of it
        return kept
    made = make_authority(hosts)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(folder / KEY, _as_pem(made.key), OWNER_ONLY)
    _write(folder / CERTIFICATE, made.pem, EVERYBODY_READS)
    return made


def make_authority(hosts: Collection[str]) -> Authority:
    """A new authority, which can sign for these hosts and what lies below them alone. RFC 5280 §4.2.1.10."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = _named(NAME)
    builder = _begun(name, name, key, LASTS)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_signs_certificates(), critical=True)
    builder = builder.add_extension(_limits(hosts), critical=True)
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return Authority(builder.add_extension(own, critical=False).sign(key, hashes.SHA256()), key)


def _limits(hosts: Collection[str]) -> x509.NameConstraints:
    names, numbers = [x509.DNSName(host) for host in hosts], [x509.IPAddress(net) for net in NO_ADDRESSES]
    return x509.NameConstraints(names, numbers)


def _signs_certificates() -> x509.KeyUsage:
    uses = {"key_cert_sign": True, "crl_sign": True}
    nots = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment")
    more = ("key_agreement", "encipher_only", "decipher_only")
    return x509.KeyUsage(**uses, **dict.fromkeys((*nots, *more), False))


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, lasts: timedelta
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BACKDATED)
        .not_valid_after(now + lasts)
    )


def _named(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _as_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _read(folder: Path) -> Authority | None:
    """What is kept there, if it is whole: the key belongs to the certificate."""
    try:
        certificate = x509.load_pem_x509_certificate((folder / CERTIFICATE).read_bytes())
        key = load_pem_private_key((folder / KEY).read_bytes(), None)
    except (OSError, ValueError):
        return None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        return None
    return Authority(certificate, key)


def _serves(certificate: x509.Certificate, hosts: Collection[str]) -> bool:
    """Whether it can sign for these hosts, and for a while; one that is not held to names is none of ours."""
    try:
        held_to = certificate.extensions.get_extension_for_class(x509.NameConstraints)
    except x509.ExtensionNotFound:
        return False
    limits = _limits(hosts)
    names = {*(limits.permitted_subtrees or ())} <= {*(held_to.value.permitted_subtrees or ())}
    no_numbers = held_to.value.excluded_subtrees == limits.excluded_subtrees
    lasts = certificate.not_valid_after_utc > datetime.now(UTC) + AHEAD
    return held_to.critical and names and no_numbers and lasts


def _write(file: Path, content: bytes, mode: int) -> None:
    """Put the file there whole, never readable by more people than it shall be."""
    handle, passing = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(passing).chmod(mode)
        Path(passing).replace(file)
    except BaseException:
        Path(passing).unlink(missing_ok=True)
        raise
