"""The sign-in page is not at its address."""

from werkzeug.wrappers import Request, Response

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import response


def gone(answer: Response, asked: Request) -> None:
    if asked.host.startswith("dnevnik2.petersburgedu.ru") and asked.path == "/login":
        answer.status_code = 404
        answer.set_data("<h1>Страница не найдена</h1>")


DEFECT = Defect(
    says="По адресу из инструкции страницы входа в дневник нет.",
    kind=Kind.REFUSAL,
    breaks=("paragraf.link.1.1",),
    blind=True,
    replaces=(response(gone),),
)
