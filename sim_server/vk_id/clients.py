"""The clients of VK ID (journals, the messenger): who they are, and what their instruction says of VK ID's screens."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator


class Situation(StrEnum):
    """What VK ID knows of the person who signs in."""

    REMEMBERED_WITH_PROFILE = "remembered_with_profile"
    REMEMBERED_WITHOUT_PROFILE = "remembered_without_profile"
    WITH_PROFILE = "with_profile"
    WITH_VK_ID = "with_vk_id"
    WITHOUT_VK_ID = "without_vk_id"


class ScreenName(StrEnum):
    """VK ID's screens; what each of them waits for stands in `journey`."""

    PHONE = "phone"
    PASSWORD = "password"  # noqa: S105 - a screen's name
    CODE = "code"
    CODE_INSTEAD = "code_instead"
    ACCOUNT_DATA = "account_data"
    ACCOUNT = "account"
    CHOICE = "choice"
    OFFER = "offer"
    PROFILE_DATA = "profile_data"
    CONSENT = "consent"


Journey = dict[Situation, list[ScreenName]]
PROOFS = {ScreenName.CODE, ScreenName.CODE_INSTEAD}  # a password alone proves nothing: not everybody has one


OWN_SITE = "vk-id"
DATA_FIELDS = ("last_name", "first_name", "middle_name", "birth_date", "sex")


class Wording(BaseModel):
    """The texts of VK ID's screens that instructions print, or that differ between them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phone_title: str = "Вход в VK ID"
    phone_field: str = "Телефон"
    proceed: str = "Продолжить"
    agreement: str = (
        "Нажимая на «Продолжить», вы принимаете пользовательское соглашение "
        "и политику конфиденциальности сервиса"
    )
    proposal: str = "Войдите в VK ID, который вы привязали раньше: {name}"
    transferred_data: str = "Передаваемые данные"
    password_title: str = "Введите пароль"  # noqa: S105 - a caption
    password_line: str = "Используйте пароль, указанный при регистрации с телефоном {phone}"  # noqa: S105
    password_line_email: str = "Используйте пароль, указанный при регистрации с почтой {phone}"  # noqa: S105
    password_field: str = "Введите пароль"  # noqa: S105
    password_advice: str = ""
    forgotten: str = "Забыли или не установили пароль?"
    code_title: str = "Подтвердите вход"
    code_field: str = "Введите код"
    code_line_sms: str = "SMS с кодом отправлено на телефон {phone}"
    code_line_call: str = "Мы звоним на телефон {phone}. Отвечать не нужно: код — последние 4 цифры номера"
    code_button: str = "Продолжить"
    resend_countdown: str = "Отправить SMS через {left}"
    resend: str = "Отправить SMS"
    code_line_letter: str = "Мы отправили код на почту {phone}"
    resend_letter_countdown: str = "Отправить код повторно {left}"
    resend_letter: str = "Отправить код повторно"
    call: str = "Позвонить"
    change_phone: str = "Изменить номер телефона"
    change_email: str = "Изменить адрес почты"
    account_title: str = "Вход с VK ID"
    account_button: str = "Продолжить как {name}"
    choice_title: str = "Выберите учебный профиль"
    choice_line: str = ""
    choice_button: str = "Продолжить в учебном профиле"
    other_account: str = "Войти в другой аккаунт"
    offer_title: str = "Создание учебного профиля"
    offer_button: str = "Создать учебный профиль"
    account_data_title: str = "Личные данные"
    profile_data_title: str = "Информация о себе"
    data_advice: str = (
        "Проверьте свои личные данные — они будут отображаться на платформе. Ф. И. О. должны быть настоящими"
    )
    last_name: str = "Фамилия"
    first_name: str = "Имя"
    middle_name: str = "Отчество"
    birth_date: str = "Дата рождения"
    sex: str = "Пол"
    consent_title: str = "Добавление профиля Сферум"
    consent_line: str = "Учётная запись журнала будет привязана к учебному профилю Сферум в VK Мессенджере"
    consent_button: str = "Привязать"
    leave: str = "Отмена"


class Client(BaseModel):
    """One client of VK ID."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    hosts: tuple[str, ...]
    callback_path: str = "/vk/callback"
    service_name: str
    lead: str = "С сервисом «{service_name}» можно связать свой учебный профиль:"
    advantages: tuple[str, ...] = ()
    transferred: tuple[str, ...] = ("Фамилия, имя и отчество", "Дата рождения", "Пол", "Номер телефона")
    works_over_vpn: bool = True
    needs_profile: bool = True
    email_allowed: bool = (
        False  # whether one may sign in by an e-mail address; if not, a VK ID needs a phone here
    )
    registers_by_email: bool = False  # whether an address that is new makes a VK ID
    forgotten_leads_to: Literal["recovery", "code"] = "recovery"
    arrow_on: tuple[ScreenName, ...] = (ScreenName.PASSWORD,)
    data_fields: tuple[str, ...] = DATA_FIELDS
    offers_vk_data: bool = True  # whether the form of a new study profile comes filled in from the VK ID
    wording: Wording = Wording()
    wording_for: dict[Situation, dict[str, str]] = {}
    journey: Journey

    @model_validator(mode="after")
    def _every_situation_has_its_way(self) -> Client:
        missing = [situation.value for situation in Situation if situation not in self.journey]
        if missing:
            raise ValueError(f"journey has no screens for: {', '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _every_way_proves_who_it_is(self) -> Client:
        unproven = [
            situation.value
            for situation, way in self.journey.items()
            if ScreenName.PHONE in way and not PROOFS.intersection(way)
        ]
        if unproven:
            raise ValueError(f"journey asks for neither code nor code_instead: {', '.join(unproven)}")
        return self

    @model_validator(mode="after")
    def _exceptions_have_known_names(self) -> Client:
        for exceptions in self.wording_for.values():
            Wording.model_validate(exceptions)
        if sorted(self.data_fields) != sorted(DATA_FIELDS):
            raise ValueError(f"data_fields must be these, in any order: {', '.join(DATA_FIELDS)}")
        return self

    def wording_in(self, situation: str | None) -> Wording:
        """The wording a person in that situation reads; before the situation is known, the general one."""
        exceptions = self.wording_for.get(Situation(situation), {}) if situation else {}
        return self.wording.model_copy(update=exceptions) if exceptions else self.wording


def read_client(file: Path) -> Client:
    """The client that a file of its own describes."""
    return Client.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
