"""Browsers are told to keep no page."""

from sim_server.defects.defect import Harmless
from sim_server.defects.seams import response

HARMLESS = Harmless(
    says="Браузеру не велено хранить страницы.",
    replaces=(response(lambda answer, asked: answer.headers.set("Cache-Control", "no-store")),),
)
