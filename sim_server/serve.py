"""`svyazka serve`: the simulator for people, on http://localhost:8000."""

from __future__ import annotations

import argparse
import errno
import ipaddress
import secrets
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sim_server.domain.database import Database
from sim_server.domain.fault_tables import fault_tables
from sim_server.domain.protocol_rules import Profile, rules_table
from sim_server.door import Door
from sim_server.journal.site_file import SiteFileUnsound
from sim_server.mailbox.app import HOST as MAILBOX_HOST
from sim_server.phone.app import HOST as PHONE_HOST
from sim_server.server import LOOPBACK, Listener
from sim_server.simulator import Simulator
from sim_server.start.own_clients import ClientsUnsound, let_know
from sim_server.start.ready_people import begin_main_world, keep_main_world
from sim_server.storage import DatabaseRefused, open_database
from sim_server.tenancy import MAIN_WORLD
from sim_server.tls import CertificateUnwritten, PortRefused, add_tls_arguments, encrypted
from sim_server.vk_id.app import HOSTS as VK_ID_HOSTS
from sim_server.vk_id.old_protocol import HOSTS as OLD_HOSTS
from sim_server.wild.wishes import CIRCLES, SEED, PeopleUntold, Wishes, WishUnfit
from sim_server.workers import BROKEN, Workers, WorkersRefused, add_workers_argument, prove_possible

DEFAULT_PORT = 8000
LAST_PORT = 65535
WRONG_ARGUMENTS = 64
VK_ID_ALONE = (*VK_ID_HOSTS, *OLD_HOSTS, PHONE_HOST, MAILBOX_HOST)
TIDY, WILD = "tidy", "wild"
PEOPLE_WANTED = (
    "Второму лицу нужен файл людей: по ходу работы никого не готовят. "
    "Назовите его: serve --face wild --people люди.toml"
)
ALONE = "Второе лицо работает одним процессом: не называйте --workers"
# Whoever started the simulator can mend it, and is told how.
UNUSABLE = (DatabaseRefused, SiteFileUnsound, ClientsUnsound, CertificateUnwritten, WorkersRefused)


def main(argv: Sequence[str], parser: type[argparse.ArgumentParser] = argparse.ArgumentParser) -> int:
    """Serve the main world until Ctrl-C; return 0, or 2 if the port is taken."""
    options = _arguments(parser).parse_args(argv)
    if options.rules:
        print(rules_table())
        return 0
    if options.faults:
        print(fault_tables())
        return 0
    if options.face == WILD:
        return _serve_wild(options)
    token = secrets.token_urlsafe(24)
    try:
        return _serve(options, token)
    except UNUSABLE as error:
        print(error, file=sys.stderr)
        return BROKEN
    except PortRefused as refused:
        return _explain(refused.error, options.tls_port, "--tls-port")


def _serve(options: argparse.Namespace, token: str) -> int:
    with open_database() as database:
        prove_possible(options.workers, database)
        simulator = Simulator(
            database,
            control_token=token,
            clients=options.clients,
            only=VK_ID_ALONE if options.vk_id_only else None,
            usual_world=MAIN_WORLD if options.tls else None,
            profile=options.profile,
        )
        main_world = (begin_main_world if options.fresh else keep_main_world)(database, simulator.chat_rules)
        let_know(main_world, simulator.own_clients, options.profile)
        key = None if is_own(options.address) else token
        served = simulator if key is None else Door(simulator, key)
        tls = encrypted(simulator, options) if options.tls else None
        told, besides = ((), ()) if tls is None else (tls.told, (tls.listener,))
        return _listen(served, options, lambda port: _greet(port, token, key, told), database, besides)


def _serve_wild(options: argparse.Namespace) -> int:
    """Serve the second face, with its people in a file."""
    if options.people is None or options.workers > 1:
        print(PEOPLE_WANTED if options.people is None else ALONE, file=sys.stderr)
        return WRONG_ARGUMENTS
    from sim_server.wild.making import make_face  # not for everybody: reading pages takes its time to load

    try:
        with open_database() as database:
            face = make_face(database, wild_wishes(options))
            key = None if is_own(options.address) else secrets.token_urlsafe(24)
            served = face if key is None else Door(face, key)
            return _listen(served, options, lambda port: _greet_wild(port, key, options.people), database)
    except WishUnfit as error:
        print(error, file=sys.stderr)
        return WRONG_ARGUMENTS
    except (*UNUSABLE, PeopleUntold) as error:
        print(error, file=sys.stderr)
        return BROKEN


def wild_wishes(options: argparse.Namespace) -> Wishes:
    """What the second face shall be like, by what was said at its start."""
    return Wishes(options.people, options.seed, options.circles, options.everywhere, tuple(options.defect))


def _listen(
    wsgi: Any,
    options: argparse.Namespace,
    greet: Callable[[int], None],
    database: Database,
    besides: Sequence[Listener] = (),
) -> int:
    """Serve until Ctrl-C, at the ports of others besides; however it ends, all ports are free afterwards."""
    with ExitStack() as opened:
        for one in besides:
            opened.callback(one.stop)
        try:
            listener = Listener(wsgi, options.port, address=options.address)
        except OSError as error:
            return _explain(error, options.port)
        opened.callback(listener.stop)
        opened.callback(database.end_waiting)
        try:
            return _answer((listener, *besides), options.workers, database, lambda: greet(listener.port))
        except KeyboardInterrupt:
            print("\nСимулятор остановлен.")
            return 0


def _answer(
    listeners: Sequence[Listener], workers: int, database: Database, begun: Callable[[], None]
) -> int:
    """Answer until we are asked to stop, by so many processes."""
    if workers > 1:
        return Workers(workers, listeners, database).answer(begun)
    for one in listeners:
        one.start()
    begun()
    listeners[0].wait()
    return 0


def port_number(text: str) -> int:
    """The number of a port, 0 for any that is free."""
    if not (text.isascii() and text.isdecimal() and int(text) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f"нужно число от 0 до {LAST_PORT}, а не «{text}»")
    return int(text)


def number_of_circles(text: str) -> int:
    """How many schools there shall be of each kind, one at least."""
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"нужно число от 1, а не «{text}»")
    return int(text)


def is_own(address: str) -> bool:
    """Whether nobody but this machine can ask there."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def _printed_home(port: int, key: str | None) -> str:
    return f"http://localhost:{port}" + (f"/?key={key}" if key else "")


def _greet(port: int, token: str, key: str | None, more: Sequence[str] = ()) -> None:
    print(f"Симулятор работает: {_printed_home(port, key)}")
    print("Откройте этот адрес в Chrome, Яндекс Браузере, Edge или Firefox. Остановить: Ctrl-C.", flush=True)
    print(f"Токен управляющего API: {token}", flush=True)
    if key is not None:
        print(
            "Симулятор слушает не только этот компьютер: без ключа из адреса он ничего не покажет.",
            flush=True,
        )
    for line in more:
        print(line, flush=True)


def _greet_wild(port: int, key: str | None, people: Path) -> None:
    print(f"Второе лицо симулятора работает: {_printed_home(port, key)}")
    print(f"Люди записаны в {people}: там логины, пароли и телефоны. Остановить: Ctrl-C.", flush=True)


def _explain(error: OSError, port: int, key: str = "--port") -> int:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < LAST_PORT else DEFAULT_PORT
        print(f"Порт {port} занят. Назовите другой: python3 svyazka.py serve {key} {other}", file=sys.stderr)
    else:
        print(f"Порт {port} открыть не удалось: {error.strerror}", file=sys.stderr)
    return BROKEN


def _arguments(make: type[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    parser = make(
        prog="svyazka.py serve", description="Запускает симулятор, чтобы пройти инструкции вручную."
    )
    parser.add_argument(
        "--port", type=port_number, default=DEFAULT_PORT, metavar="ПОРТ", help="порт (обычно 8000)"
    )
    parser.add_argument("--address", default=LOOPBACK, metavar="АДРЕС", help="адрес, на котором слушать")
    own = parser.add_argument_group("свой клиент: VK ID для журнала, который написали вы")
    own.add_argument("--clients", type=Path, metavar="ФАЙЛ", help="файл ваших клиентов (docs/vk-id.md)")
    own.add_argument(
        "--vk-id-only", action="store_true", help="только VK ID, телефоны и почта, без журналов и мессенджера"
    )
    own.add_argument(
        "--profile",
        type=Profile,
        choices=list(Profile),
        default=Profile.OBSERVED,
        help="как VK ID решает спорное: observed — как замечено у настоящего, strict — как велят стандарты",
    )
    own.add_argument("--rules", action="store_true", help="показать таблицу спорных правил и закончить")
    own.add_argument("--faults", action="store_true", help="показать, что и где можно сломать, и закончить")
    add_tls_arguments(parser)
    add_workers_argument(parser)
    parser.add_argument(
        "--fresh", action="store_true", help="начать мир людей сначала, а не продолжить тот, что лежит в базе"
    )
    add_face_arguments(parser)
    return parser


def add_face_arguments(parser: argparse.ArgumentParser) -> None:
    """Let the second face be asked for."""
    wild = parser.add_argument_group("второе лицо: те же системы за страницами, какие бывают у настоящих")
    wild.add_argument(
        "--face", choices=(TIDY, WILD), default=TIDY, help="лицо: tidy — обычное, wild — второе"
    )
    wild.add_argument(
        "--people", type=Path, metavar="ФАЙЛ", help="куда записать людей второго лица (нужен с --face wild)"
    )
    wild.add_argument(
        "--seed",
        type=int,
        default=SEED,
        metavar="N",
        help=f"от чего зависят люди и вид экранов (обычно {SEED})",
    )
    wild.add_argument(
        "--circles",
        type=number_of_circles,
        default=CIRCLES,
        metavar="N",
        help=f"сколько школ на каждый случай (обычно {CIRCLES})",
    )
    wild.add_argument(
        "--everywhere",
        action="store_true",
        help="QR-код и код раньше пароля — и в окнах журналов, вопреки инструкциям",
    )
    wild.add_argument(
        "--defect",
        action="append",
        default=[],
        metavar="ИМЯ",
        help="ошибка продукта, которую покажет второе лицо; можно назвать несколько раз",
    )
