"""The step of the new password is called otherwise."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import page

DEFECT = Defect(
    says="Экран нового пароля называется «Введите пароль»: кажется, что просят прежний.",
    kind=Kind.CAPTION,
    breaks=("mesh_parent.recovery.7.1",),
    blind=True,
    replaces=(page(lambda html, asked: html.replace("Придумайте новый пароль", "Введите пароль")),),
)
