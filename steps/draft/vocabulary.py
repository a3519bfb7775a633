"""What an instruction can ask for, each with our sentence for it: the one place where drafts know sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

DOES, SEES = "Action", "Outcome"  # as Gherkin calls what stands under «Когда» and under «Тогда»


class Deed(Enum):
    """What a person does or sees, whatever words an instruction has for it; the value is our sentence."""

    OPEN = "открываю «{label}»"
    OPEN_CABINET = "открываю кабинет VK ID"
    PRESS = "нажимаю «{label}»"
    TICK = "отмечаю «{label}»"
    ENTER = "ввожу «{value}» в поле «{field}»"
    ENTER_LOGIN = "ввожу свой логин в поле «{field}»"
    ENTER_JOURNAL_PASSWORD = "ввожу свой пароль от журнала в поле «{field}»"  # noqa: S105 - a sentence
    ENTER_PASSWORD = "ввожу свой пароль от VK ID в поле «{field}»"  # noqa: S105 - a sentence
    ENTER_PHONE = "ввожу свой телефон в поле «{field}»"
    ENTER_MAIL = "ввожу свою почту в поле «{field}»"
    ENTER_CODE = "ввожу код из СМС в поле «{field}»"
    ENTER_MAILED_CODE = "ввожу код из письма в поле «{field}»"
    ENTER_GENERATED_CODE = "ввожу код из приложения-генератора в поле «{field}»"
    CREATE_PASSWORD = "ввожу «Берёза2026!» в поле «{field}»"  # noqa: S105 - a sentence
    FILL_PROFILE = "заполняю анкету своими данными"
    SIGN_IN = "вхожу в журнал"
    SIGN_IN_VK_ID = "вхожу в VK ID"
    SIGN_IN_MESSENGER = "вхожу в VK Мессенджер"
    WAIT = "проходит {value}"
    CLOSE_TAB = "закрываю первую вкладку"
    RELOAD = "обновляю страницу"
    SEE = "вижу «{label}»"
    SEE_SCREEN = "вижу экран «{label}»"
    SEE_BUTTON = "вижу кнопку «{label}»"
    SEE_MESSAGE = "вижу сообщение «{label}»"
    SEE_NO_MORE = "не вижу «{label}»"
    SEE_NO_BUTTON = "не вижу кнопку «{label}»"
    SEE_WINDOW = "открывается новое окно"
    SEE_OWN_NAME = "вижу свои фамилию, имя и отчество"
    SEE_OWN_DATA = "вижу в анкете свои личные данные"
    GET_CODE = "на мой телефон приходит СМС с кодом"
    GET_MAILED_CODE = "на мою почту приходит письмо с кодом"
    GET_CALL = "на мой телефон поступает звонок"

    @property
    def kind(self) -> str:
        """Whether it is done or seen."""
        return SEES if self.name.startswith(("SEE", "GET")) else DOES


# The field of a deed where a sentence names none: the first of these that the document prints, else the very first.
FIELDS = {
    Deed.ENTER_LOGIN: ("Логин",),
    Deed.ENTER_JOURNAL_PASSWORD: ("Пароль",),
    Deed.ENTER_PASSWORD: ("Введите пароль",),
    Deed.ENTER_PHONE: ("Телефон", "Телефон или почта"),
    Deed.ENTER_MAIL: ("Почта", "Телефон или почта"),
    Deed.ENTER_CODE: ("Введите код",),
    Deed.ENTER_MAILED_CODE: ("Введите код из письма",),
    Deed.ENTER_GENERATED_CODE: ("Введите код",),
    Deed.CREATE_PASSWORD: ("Введите новый пароль",),
}
REPEATED = "Повторите новый пароль"
CHANGE_NUMBER = "Изменить номер телефона"
SIGN_IN_BUTTON = "Войти"


@dataclass(frozen=True)
class Act:
    """A deed with what it is done to."""

    deed: Deed
    label: str = ""
    field: str = ""
    value: str = ""

    @property
    def text(self) -> str:
        """The step's sentence."""
        return str(self.deed.value).format(label=self.label, field=self.field, value=self.value)

    @property
    def is_seen(self) -> bool:
        """Whether it stands under «Тогда»."""
        return self.deed.kind == SEES


# What a step needs of the stand, by the deed.
POWERS = {
    Deed.ENTER_CODE: "нужен-телефон",
    Deed.ENTER_GENERATED_CODE: "нужен-телефон",
    Deed.GET_CODE: "нужен-телефон",
    Deed.GET_CALL: "нужен-телефон",
    Deed.ENTER_MAILED_CODE: "нужна-почта",
    Deed.GET_MAILED_CODE: "нужна-почта",
    Deed.WAIT: "нужно-время",
}
