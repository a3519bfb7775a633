"""Each page has a line at its end."""

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

HARMLESS = Harmless(
    says="Внизу каждой страницы есть строка о том, чья это система.",
    replaces=(
        page(
            lambda html, asked: html.replace(
                "</body>", "<footer><p>Служба поддержки работает круглосуточно.</p></footer></body>"
            )
        ),
    ),
)
