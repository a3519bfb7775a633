"""Each page takes a little longer."""

import threading

from werkzeug.wrappers import Request

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

SECONDS = 0.05


def _later(html: str, asked: Request) -> str:
    threading.Event().wait(SECONDS)
    return html


HARMLESS = Harmless(
    says="Каждая страница приходит на двадцатую долю секунды позже.", replaces=(page(_later),)
)
