"""What to do if there is no access to the mail, and nothing else proves the account."""

from sim_server.domain import recoveries
from sim_server.vk_id.recovering import RecoveryStep

SCREEN = RecoveryStep(
    heading="Другого способа нет",
    done=lambda case: not case.mail_lost or case.ways != (recoveries.Way.MAIL,),
    take=lambda case, form: recoveries.forget_way(case),
    template="""
<p>Подтвердить этот аккаунт можно только кодом из письма на {{ hidden_email }}. Пароль остался прежним.</p>
<p>Верните себе доступ к почте: это делают на сайте, где она заведена. Потом начните восстановление сначала.</p>
{{ press("Вернуться к выбору способа") }}
""",
)
