"""The tab of the browser is called otherwise."""

import re

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

HARMLESS = Harmless(
    says="Вкладка браузера названа иначе.",
    replaces=(page(lambda html, asked: re.sub(r" — ([^<]*)</title>", r" | \1</title>", html)),),
)
