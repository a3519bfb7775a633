"""The journal's front page answers with an error."""

from werkzeug.wrappers import Request, Response

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import response


def fail_front(answer: Response, asked: Request) -> None:
    if asked.host.startswith("school.permkrai.ru") and asked.path == "/":
        answer.status_code = 503
        answer.set_data("<h1>503 Service Unavailable</h1>")


DEFECT = Defect(
    says="Сайт журнала Перми не открывается: вместо него ошибка 503.",
    kind=Kind.REFUSAL,
    breaks=("perm.in.1.1",),
    blind=True,
    replaces=(response(fail_front),),
)
