"""What a person reads when a code is refused, and at which field. All texts are assumed."""

from __future__ import annotations

from sim_server.domain.codes import CodeExpired, CodeSpent, CodeSuperseded, CodeWrong

CODE_REFUSALS: dict[type[Exception], tuple[str, str]] = {
    CodeWrong: ("code", "Неверный код"),
    CodeSuperseded: ("code", "Этот код уже заменён новым. Введите код из последнего сообщения"),
    CodeExpired: ("code", "Срок действия кода истёк. Запросите новый"),
    CodeSpent: ("code", "Слишком много неверных кодов. Запросите новый код"),
}
