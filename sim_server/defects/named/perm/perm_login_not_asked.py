"""The sign-in page of Perm's journal has no field for the login."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.named._journals import missing_in

DEFECT = Defect(
    says="На странице входа в журнал Перми нет поля «Логин».",
    kind=Kind.MISSING,
    breaks=("perm.in.2.1",),
    blind=True,
    replaces=(missing_in("perm", "journal/login.html", "{{ row(form.login) }}"),),
)
