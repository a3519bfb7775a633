"""Buttons carry a class more."""

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import page

HARMLESS = Harmless(
    says="У кнопок и ссылок есть ещё одно свойство, которого никто не видит.",
    replaces=(
        page(
            lambda html, asked: html.replace("<button", '<button data-place="main"').replace(
                "<a ", '<a data-place="main" '
            )
        ),
    ),
)
