"""Blanks between tags are gone."""

import re

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

HARMLESS = Harmless(
    says="На страницах нет переносов строк между тегами.",
    replaces=(page(lambda html, asked: re.sub(r">\s*\n\s*<", "> <", html)),),
)
