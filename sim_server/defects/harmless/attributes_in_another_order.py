"""Attributes of tags come in the opposite order."""

import re

from werkzeug.wrappers import Request

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

TAG = re.compile(r"<(\w+)((?: [\w-]+=\"[^\"]*\")+)( ?/?)>")
ATTRIBUTE = re.compile(r" [\w-]+=\"[^\"]*\"")


def _turned(html: str, asked: Request) -> str:
    return TAG.sub(lambda tag: f"<{tag[1]}{''.join(reversed(ATTRIBUTE.findall(tag[2])))}{tag[3]}>", html)


HARMLESS = Harmless(says="Свойства тегов на страницах идут в обратном порядке.", replaces=(page(_turned),))
