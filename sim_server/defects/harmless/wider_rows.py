"""Fields stand farther apart."""

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

HARMLESS = Harmless(
    says="Поля и абзацы стоят дальше друг от друга.",
    replaces=(
        page(
            lambda html, asked: html.replace(
                "</head>", "<style>p, form { margin-bottom: 1.4em; }</style></head>"
            )
        ),
    ),
)
