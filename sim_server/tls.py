"""`serve --tls`: the same systems by their real names, with a certificate of the user's own authority."""

from __future__ import annotations

import argparse
from pathlib import Path

from sim_server.certificates import CERTIFICATE, Authority, kept_authority, own_folder
from sim_server.server import LOOPBACK, Listener
from sim_server.simulator import Simulator

DEFAULT_PORT = 8443
USUAL = 443
FOLDER = "ca"


def tls_listener(simulator: Simulator, options: argparse.Namespace) -> Listener:
    """A listener that shows the certificate of the kept authority; raises OSError."""
    authority = _authority(simulator)
    if options.ca_file is not None:
        options.ca_file.write_bytes(authority.pem)
    return Listener(simulator, options.tls_port, simulator.hosts, options.address, authority)


def told_of_tls(options: argparse.Namespace, port: int) -> str:
    """What a client has to know."""
    trusted = options.ca_file or _folder() / CERTIFICATE
    host = f"id.vk.ru{'' if port == USUAL else f':{port}'}"
    return (
        f"VK ID под настоящим именем: https://{host} (имя должно вести на {LOOPBACK})\n"
        f"Сертификат, которому должен доверять клиент: {trusted}\n"
        f"Проверить: curl --cacert {trusted} --resolve id.vk.ru:{port}:{LOOPBACK} https://{host}/openapi.json"
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


def _authority(simulator: Simulator) -> Authority:
    return kept_authority(_folder(), simulator.all_hosts)


def _folder() -> Path:
    return own_folder() / FOLDER
