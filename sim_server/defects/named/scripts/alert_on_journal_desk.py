"""The first page of a journal interrupts its reader by a window of the browser's."""

from werkzeug.wrappers import Request

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import page


def _interrupted(html: str, asked: Request) -> str:
    return (
        html.replace("</body>", "<script>alert('Готово')</script></body>") if asked.path == "/desk" else html
    )


DEFECT = Defect(
    says="После входа в журнал поверх страницы всплывает окно браузера «Готово».",
    kind=Kind.SCRIPT,
    labels=("Готово",),
    replaces=(page(_interrupted),),
)
