"""Unlinking asks back by a window of the browser."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import page

DEFECT = Defect(
    says="Перед отвязкой выскакивает окно браузера с вопросом.",
    kind=Kind.SCRIPT,
    breaks=(
        "paragraf.unlink.1.2",
        "paragraf.unlink.2.1",
    ),
    blind=True,
    replaces=(
        page(
            lambda html, asked: html.replace(
                '<form method="post" action="/unlink" novalidate>',
                '<form method="post" action="/unlink" novalidate onsubmit="return confirm(\'Точно?\')">',
            )
        ),
    ),
)
