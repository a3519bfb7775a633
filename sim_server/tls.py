"""`serve --tls`: the same systems by their real names, with a certificate of the user's own authority."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from sim_server.certificates import CERTIFICATE, Authority, kept_authority, own_folder
from sim_server.server import LOOPBACK, Listener
from sim_server.simulator import Simulator

DEFAULT_PORT = 8443
USUAL = 443
FOLDER = "ca"


class CertificateUnwritten(Exception):
    """The certificate cannot be kept or exported; the message is Russian and says what to do."""


class PortRefused(Exception):
    """The port cannot be had; `error` is what the system says."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error)
        self.error = error


@dataclass(frozen=True)
class Encrypted:
    """What will answer by TLS once it is started, and what a client has to know."""

    listener: Listener
    told: tuple[str, ...]


def encrypted(simulator: Simulator, options: argparse.Namespace) -> Encrypted:
    """Let this machine, and nobody else, ask by TLS; raises one of the above."""
    authority = _authority(simulator, options.ca_file)
    try:
        listener = Listener(simulator, options.tls_port, simulator.hosts, LOOPBACK, authority)
    except OSError as error:
        raise PortRefused(error) from error
    return Encrypted(listener, _told(options, listener.port))


def _authority(simulator: Simulator, exported: Path | None) -> Authority:
    try:
        authority = kept_authority(_folder(), simulator.all_hosts)
        if exported is not None:
            exported.write_bytes(authority.pem)
    except OSError as error:
        words = f"Сертификат записать не удалось ({error.filename}): {error.strerror}. Назовите другую папку"
        raise CertificateUnwritten(words) from error
    return authority


def _told(options: argparse.Namespace, port: int) -> tuple[str, ...]:
    trusted = options.ca_file or _folder() / CERTIFICATE
    host = f"id.vk.ru{'' if port == USUAL else f':{port}'}"
    return (
        f"VK ID под настоящим именем: https://{host} (имя должно вести на {LOOPBACK})",
        f"Сертификат, которому должен доверять клиент: {trusted}",
        f"Проверить: curl --cacert {trusted} --resolve id.vk.ru:{port}:{LOOPBACK} https://{host}/openapi.json",
    )


def add_tls_arguments(parser: argparse.ArgumentParser) -> None:
    """Let TLS be asked for."""
    tls = parser.add_argument_group("TLS: те же системы под настоящими именами, для своего клиента")
    tls.add_argument("--tls", action="store_true", help="отвечать и по HTTPS, под настоящими именами")
    tls.add_argument(
        "--tls-port",
        type=int,
        default=DEFAULT_PORT,
        metavar="ПОРТ",
        help=f"порт HTTPS (обычно {DEFAULT_PORT})",
    )
    tls.add_argument(
        "--ca-file",
        type=Path,
        metavar="ФАЙЛ",
        help="куда ещё записать сертификат, которому должен доверять клиент",
    )


def _folder() -> Path:
    return own_folder() / FOLDER
