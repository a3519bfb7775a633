"""Pages tell search engines what they are."""

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

HARMLESS = Harmless(
    says="Страницы рассказывают о себе поисковым системам.",
    replaces=(
        page(
            lambda html, asked: html.replace(
                "<head>", '<head><meta name="description" content="Школьные сервисы">'
            )
        ),
    ),
)
