"""The way by the generator app: the code of this half minute."""

from sim_server.domain import recoveries
from sim_server.domain.app_codes import AppCodeExpired, AppCodesSpent, AppCodeUsed, AppGuessed
from sim_server.domain.limits import LIMITS
from sim_server.vk_id.forms import CODE_REFUSALS, CodeForm
from sim_server.vk_id.recovering import RecoveryStep, is_passed

SCREEN = RecoveryStep(
    heading="Введите код из приложения",
    proves_way=True,
    opens=True,
    done=is_passed(recoveries.Way.APP),
    form=lambda case, words: CodeForm({"code": "Введите код из приложения"}),
    take=lambda case, form: recoveries.take_app_code(case, form.code.data),
    refusals={
        **CODE_REFUSALS,
        AppCodeExpired: (
            "code",
            "Срок действия кода истёк. Введите код, который приложение показывает сейчас",
        ),
        AppCodeUsed: ("code", "Этот код уже использован. Дождитесь следующего"),
        AppGuessed: (
            "code",
            "Слишком много неверных кодов. "
            f"Выберите другой способ или попробуйте через {LIMITS.code_lifetime_minutes} минут",
        ),
        AppCodesSpent: (
            "code",
            "Слишком много неверных кодов. "
            "Выберите другой способ или нажмите «Отмена» и начните восстановление сначала",
        ),
    },
    template="""
<p>Откройте приложение-генератор кодов и введите шесть цифр, которые оно показывает.</p>
{% call press("Подтвердить") %}{{ row(form.code) }}{% endcall %}
<div class="actions">{{ wish("other_way", "Выбрать другой способ") }}</div>
""",
)
