"""The two passwords may differ."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function


def first_counts(real: Any, form: Any, *more: Any, **named: Any) -> Any:
    if "repeated" in form:
        form["repeated"].data = form["password"].data
    return real(form, *more, **named)


DEFECT = Defect(
    says="Два разных пароля принимают: человек ошибся и не узнает, каким входить.",
    kind=Kind.PASSWORD,
    breaks=("mesh_parent.recovery.7.4",),
    labels=(
        "Пароли не совпадают",
        "Придумайте новый пароль",
    ),
    blind=True,
    replaces=(function("flask_wtf.form:FlaskForm.validate", first_counts),),
)
