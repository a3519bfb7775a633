"""Defects of the journals: what several of them replace alike."""

from sim_server.defects.seams import TemplateSeam, template


def missing_in(site: str, name: str, piece: str) -> TemplateSeam:
    """Let that journal lack the piece of a template that all of them show."""
    return template(name, piece, f'{{% if site.id != "{site}" %}}{piece}{{% endif %}}')
