"""Buttons and links have another colour."""

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import template

HARMLESS = Harmless(
    says="Кнопки и ссылки другого цвета.",
    replaces=(template("layout.html", "--accent: {{ site_colour }};", "--accent: #205020;"),),
)
