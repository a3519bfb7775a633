"""Whoever goes through the screens, the same study profile is linked."""

from typing import Any

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function
from sim_server.domain.tables import LinkRow, StudyProfileRow


def somebody_else_s(real: Any, world: Any, account: Any, profile_id: int, *told: Any) -> None:
    with world.database.read() as session:
        known = session.query(StudyProfileRow.id).filter_by(world_id=world.id)
        taken = session.query(LinkRow.profile_id).filter_by(journal=account.journal)
        free = known.filter(StudyProfileRow.id != profile_id, StudyProfileRow.id.not_in(taken))
        other = free.order_by(StudyProfileRow.id).first()
    real(world, account, profile_id if other is None else other[0], *told)


DEFECT = Defect(
    says="Журнал привязывают к учебному профилю другого человека.",
    kind=Kind.LINK,
    breaks=(
        "mesh_teacher.v1.1.if.8",
        "mesh_teacher.v1.6",
        "perm.v1.4",
        "perm.v1.5.2",
        "mesh_parent.v2.7.3",
        "mesh_parent.intro.4",
    ),
    blind=True,
    replaces=(function("sim_server.domain.linking:link", somebody_else_s),),
)
