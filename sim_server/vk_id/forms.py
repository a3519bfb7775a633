"""The forms that several screens share, and the words around them. The error texts are assumed."""

from __future__ import annotations

from typing import Any

from wtforms import DateField, Field, SelectField, StringField, ValidationError
from wtforms.validators import InputRequired

from sim_server.domain.codes import AddressGuessed, CodeExpired, CodeSpent, CodeSuperseded, CodeWrong
from sim_server.domain.emails import EmailMalformed, is_email, parse_email
from sim_server.domain.limits import LIMITS
from sim_server.domain.numbers import number_of
from sim_server.domain.particulars import PARTICULARS, SEXES, is_real_birth_date, is_real_name
from sim_server.domain.phones import PhoneMalformed, parse_phone
from sim_server.vk_id.clients import Words
from sim_server.web.forms import SiteForm, strip, without_blanks
from sim_server.web.site import current_world

PHONE_ADVICE = "Проверьте номер телефона: после +7 должно быть 10 цифр"
BANNED = "По этому номеру войти нельзя: он заблокирован. Введите другой или обратитесь в поддержку"
EMAIL_ADVICE = "Проверьте адрес почты: он пишется как имя@сайт"


CODE_WORDS = {  # what is said where a code is asked for
    "title": "Подтвердите вход",
    "code": "Введите код",
    "line_sms": "SMS с кодом отправлено на телефон {phone}",
    "line_call": "Мы звоним на телефон {phone}. Отвечать не нужно: код — последние 4 цифры номера",
    "line_letter": "Мы отправили код на почту {phone}",
    "button": "Продолжить",
    "resend_countdown": "Отправить SMS через {left}",
    "resend": "Отправить SMS",
    "resend_letter_countdown": "Отправить код повторно {left}",
    "resend_letter": "Отправить код повторно",
    "call": "Позвонить",
    "change_phone": "Изменить номер телефона",
    "change_email": "Изменить адрес почты",
}
CODE_REFUSALS: dict[
    type[Exception], tuple[str, str]
] = {  # at which field, and in which words, a code is refused
    CodeWrong: ("code", "Неверный код"),
    CodeSuperseded: ("code", "Этот код уже заменён новым. Введите код из последнего сообщения"),
    CodeExpired: ("code", "Срок действия кода истёк. Запросите новый"),
    AddressGuessed: (
        "code",
        "Слишком много неверных кодов на этот номер или адрес. "
        f"Попробуйте через {LIMITS.code_lifetime_minutes} минут",
    ),
    CodeSpent: ("code", "Слишком много неверных кодов. Запросите новый код"),
}
DATA_WORDS = {  # what is said where personal data are asked for
    "advice": (
        "Проверьте свои личные данные — они будут отображаться на платформе. Ф. И. О. должны быть настоящими"
    ),
    "last_name": "Фамилия",
    "first_name": "Имя",
    "middle_name": "Отчество",
    "birth_date": "Дата рождения",
    "sex": "Пол",
}
DATA_TEMPLATE = """
{% call press(wording.proceed) %}
  {% if wording.advice %}<p class="soft">{{ wording.advice }}</p>{% endif %}
  {% for name in client.data_fields %}{{ row(form[name]) }}{% endfor %}
{% endcall %}
"""


class LabelledForm(SiteForm):
    """A form whose fields are called as whoever shows it says: `labels` has it by their names, among other words."""

    def __init__(self, labels: Words, *, email_allowed: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.email_allowed = email_allowed
        for field in self:
            field.label.text = labels.get(field.name, field.label.text)


def _phone(form: LabelledForm, field: Field) -> None:
    if form.email_allowed and is_email(field.data):
        _email(form, field)
        return
    try:
        field.data = parse_phone(field.data)
    except PhoneMalformed as error:
        raise ValidationError(PHONE_ADVICE) from error
    if number_of(field.data).banned:
        raise ValidationError(BANNED)


def _email(_form: LabelledForm, field: Field) -> None:
    try:
        field.data = parse_email(field.data)
    except EmailMalformed as error:
        raise ValidationError(EMAIL_ADVICE) from error


def _real_name(_form: SiteForm, field: Field) -> None:
    if not is_real_name(field.data):
        raise ValidationError("Введите настоящее имя: русскими буквами, с заглавной, не короче двух букв")


def _real_birth_date(_form: SiteForm, field: Field) -> None:
    if field.data is None:  # no date at all: the field itself has said so
        return
    if not is_real_birth_date(field.data, current_world().today()):
        raise ValidationError("Проверьте дату рождения: такой даты не может быть")


class PhoneForm(LabelledForm):
    """Whose VK ID it is."""

    phone = StringField(
        filters=[strip],
        validators=[InputRequired("Введите номер телефона"), _phone],
        render_kw={"inputmode": "tel", "autocomplete": "username", "placeholder": "+7"},
    )

    @property
    def is_email(self) -> bool:
        """Whether an address was typed instead of a number."""
        return is_email(self.phone.data or "")


class CodeForm(LabelledForm):
    """The code from the SMS or the call."""

    code = StringField(
        filters=[without_blanks],
        validators=[InputRequired("Введите код")],
        render_kw={"inputmode": "numeric", "autocomplete": "one-time-code"},
    )


class ParticularsForm(LabelledForm):
    """ФИО, birth date and sex."""

    last_name = StringField(
        filters=[strip],
        validators=[InputRequired("Введите фамилию"), _real_name],
        render_kw={"autocomplete": "family-name"},
    )
    first_name = StringField(
        filters=[strip],
        validators=[InputRequired("Введите имя"), _real_name],
        render_kw={"autocomplete": "given-name"},
    )
    middle_name = StringField(
        filters=[strip],
        validators=[InputRequired("Введите отчество"), _real_name],
        render_kw={"autocomplete": "additional-name"},
    )
    birth_date = DateField(
        validators=[InputRequired("Введите дату рождения"), _real_birth_date],
        render_kw={"autocomplete": "bday"},
    )
    sex = SelectField(
        choices={"": "Выберите", **SEXES},
        validators=[InputRequired("Выберите пол")],
    )

    @property
    def particulars(self) -> dict[str, Any]:
        """The five answers under their column names."""
        return {name: self[name].data for name in PARTICULARS}
