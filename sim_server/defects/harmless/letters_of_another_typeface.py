"""Pages are set in another typeface."""

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

HARMLESS = Harmless(
    says="Страницы набраны другим шрифтом.",
    replaces=(
        page(
            lambda html, asked: html.replace("<body", "<style>body { font-family: serif; }</style><body", 1)
        ),
    ),
)
