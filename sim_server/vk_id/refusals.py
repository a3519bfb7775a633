"""What a person reads when an answer is refused, and at which field. All texts are assumed but the lock-out's."""

from __future__ import annotations

from sim_server.domain.app_codes import AppCodeExpired, AppCodesSpent, AppCodeUsed
from sim_server.domain.codes import CodeExpired, CodeRefused, CodeSpent, CodeSuperseded, CodeWrong
from sim_server.domain.new_passwords import PasswordUnfit
from sim_server.domain.recoveries import NumberUnknown, PasswordAsBefore
from sim_server.domain.vk_accounts import PasswordWrong, SignInLocked
from sim_server.vk_id.interactions import EmailUnknown

REFUSALS: dict[type[Exception], tuple[str, str]] = {
    PasswordWrong: ("password", "Неверный пароль"),
    SignInLocked: (
        "password",
        "Произведено слишком много попыток входа в этот аккаунт по паролю. "
        "Воспользуйтесь другим способом входа или попробуйте через несколько часов.",
    ),
    EmailUnknown: ("phone", "С этой почтой нет VK ID. Проверьте адрес или введите номер телефона"),
    CodeWrong: ("code", "Неверный код"),
    CodeSuperseded: ("code", "Этот код уже заменён новым. Введите код из последнего сообщения"),
    CodeExpired: ("code", "Срок действия кода истёк. Запросите новый"),
    CodeSpent: ("code", "Слишком много неверных кодов. Запросите новый код"),
    NumberUnknown: ("phone", "С этим номером нет VK ID. Проверьте номер"),
    AppCodeExpired: ("code", "Срок действия кода истёк. Введите код, который приложение показывает сейчас"),
    AppCodeUsed: ("code", "Этот код уже использован. Дождитесь следующего"),
    AppCodesSpent: (
        "code",
        "Слишком много неверных кодов. Выберите другой способ или нажмите «Отмена» и начните восстановление сначала",
    ),
    PasswordUnfit: ("password", "{reason}"),
    PasswordAsBefore: ("password", "Этот пароль у вас уже был. Придумайте другой"),
}

ANSWER_REFUSED = (EmailUnknown, PasswordWrong, SignInLocked, CodeRefused)
RECOVERY_REFUSED = (NumberUnknown, CodeRefused, PasswordUnfit, PasswordAsBefore)


def told(refusal: Exception) -> str:
    """The sentence for this refusal; where only the refusal knows what is wrong, it is the refusal's own."""
    return REFUSALS[type(refusal)][1].format(reason=refusal)
