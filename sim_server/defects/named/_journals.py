"""Defects of the journals: what several of them replace alike."""

from werkzeug.wrappers import Request, Response

from sim_server.defects.seams import AnswerSeam, TemplateSeam, response, template


def missing_in(site: str, name: str, piece: str) -> TemplateSeam:
    """Let that journal lack the piece of a template that all of them show."""
    return template(name, piece, f'{{% if site.id != "{site}" %}}{piece}{{% endif %}}')


def answering(host: str, path: str, status: int, words: str) -> AnswerSeam:
    """Let that page answer with this status and heading instead."""

    def answer_otherwise(answer: Response, asked: Request) -> None:
        if asked.host.startswith(host) and asked.path == path:
            answer.status_code = status
            answer.set_data(f"<h1>{words}</h1>")

    return response(answer_otherwise)
