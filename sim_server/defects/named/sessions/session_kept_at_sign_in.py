"""Signing in goes on under the session that was there before."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import function

DEFECT = Defect(
    says="Вход в журнал не меняет сессии: кто подсунул свою, окажется внутри чужой учётной записи.",
    kind=Kind.PROTOCOL,
    blind=True,
    test="tests/http/test_journal_sign_in.py::test_signing_in_changes_the_session_s_id",
    replaces=(function("sim_server.web.sessions:WorldSession.renew", lambda real, session: None),),
)
