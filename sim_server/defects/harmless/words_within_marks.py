"""The caption of a button stands within a tag of its own."""

import re

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

HARMLESS = Harmless(
    says="Надписи кнопок лежат в ещё одном теге.",
    replaces=(
        page(lambda html, asked: re.sub(r"(<button[^>]*>)([^<]+)(</button>)", r"\1<span>\2</span>\3", html)),
    ),
)
