"""What a person reads when linking failed: why, and what to do. All texts are assumed."""

from __future__ import annotations

from sim_server.domain.limits import LIMITS
from sim_server.domain.linking import AccountLinkedOtherwise, ProfileLinkedElsewhere
from sim_server.vk_sign_in import AnswerUnfit, CallbackForged, VkIdUnavailable

HEADING = "Привязка не выполнена"

REFUSALS: dict[type[Exception], str] = {
    ProfileLinkedElsewhere: (
        "Этот учебный профиль уже привязан к другой учётной записи журнала. "
        "Не привязывайте его второй раз, а войдите по уже существующим данным."
    ),
    AccountLinkedOtherwise: (
        "К вашей учётной записи уже привязан другой учебный профиль. Чтобы привязать этот, сначала отвяжите прежний."
    ),
    CallbackForged: (
        "Ответ VK ID не относится к вашему запросу или уже был использован. Ничего не изменилось. "
        "Начните привязку заново."
    ),
    AnswerUnfit: (
        "VK ID не подтвердил вход: его ответ уже не действует или предназначен не этому журналу. "
        "Ничего не изменилось. Начните привязку заново."
    ),
    VkIdUnavailable: "VK ID не отвечает. Ничего не изменилось. Попробуйте ещё раз через несколько минут.",
}
SESSION_EXPIRED = "Время работы в журнале истекло, привязка не выполнена. Войдите и начните привязку заново."
DECLINED = "Вы вышли из VK ID, не завершив привязку. Профиль не привязан."
SIGN_IN_REFUSED = "Неверный логин или пароль"
TOO_MANY_ATTEMPTS = f"Слишком много неверных паролей. Попробуйте через {LIMITS.journal_lock_minutes} минут"
