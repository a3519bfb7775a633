"""The clients of VK ID (journals, the messenger): who they are, and what their instruction says of VK ID's screens."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StrictBool,
    ValidationError,
    ValidationInfo,
    create_model,
)

from sim_server.domain.particulars import PARTICULARS
from sim_server.domain.sign_ins import Situation
from sim_server.toml_file import Table, told
from sim_server.vk_id.journeys import PHONE, broken_orders
from sim_server.words import (
    Caption,
    Host,
    Kind,
    check_blanks,
    check_template,
    placeholders,
    refusal,
    template,
)

SELECT_ACCOUNT = "select_account"  # a `prompt`: let the person see, and choose, who signs in


SHARED_WORDS = {"proceed": "Продолжить", "other_account": "Войти в другой аккаунт", "leave": "Отмена"}
Words = Mapping[str, str]  # the texts of one screen, by names
Named = ValidationInfo[Mapping[str, Any]]  # its context are the screens, by their names


def _of_a_screen(name: str, info: Named) -> str:
    if name not in info.context:
        raise ValueError(refusal(name, list(info.context)))
    return name


def own_words(screens: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The usual words of each screen that has its own."""
    return {name: {**SHARED_WORDS, **one.words} for name, one in screens.items() if not one.worded_as}


class _MadeUp(Table):
    """A table whose keys are made up here, and so stand in no source whose docstrings could be read."""

    model_config = ConfigDict(use_attribute_docstrings=False)


def _worded(tables: Any, info: Named) -> dict[str, Words]:
    """The words of each screen that has its own: the usual ones, which the table of its name may replace."""
    usual = own_words(info.context)
    said = {name: info.data.get("wording", usual)[name] for name in usual}
    kind = _wording(tuple((name, (*said[name].items(),), (*usual[name].items(),)) for name in usual))
    return kind.model_validate(tables).model_dump()


Pairs = tuple[tuple[str, str], ...]


@cache  # most clients say the same, and making a table costs more than reading it
def _wording(screens: tuple[tuple[str, Pairs, Pairs], ...]) -> type[Table]:
    """The table of all screens: of each its name, its words here, and the usual ones."""
    kinds = {name: _kind(words, usual) for name, words, usual in screens}
    fields: Any = {name: (kind, kind()) for name, kind in kinds.items()}
    return create_model("Wording", __base__=_MadeUp, **fields)


@cache
def _kind(words: Pairs, usual: Pairs) -> type[Table]:
    """The table that holds these words, if it says nothing else; each may put in what the usual one does."""
    likes = dict(usual)
    fields: Any = {name: (_like(likes[name]), text) for name, text in words}
    return create_model("Words", __base__=_MadeUp, **fields)


def _like(usual: str) -> Any:
    allowed = placeholders(usual)
    return Annotated[str, AfterValidator(lambda text: check_template(check_blanks(text), allowed))]


def _whole(fields: tuple[str, ...]) -> tuple[str, ...]:
    if sorted(fields) != sorted(PARTICULARS):
        raise ValueError(f"нужны все эти и никаких других, в любом порядке: {', '.join(PARTICULARS)}")
    return fields


def _walkable(journey: dict[Situation, list[str]], info: Named) -> dict[Situation, list[str]]:
    broken = [told(words, situation) for situation, words in broken_orders(journey, info.context)]
    if broken:
        raise ValidationError.from_exception_data("journey", broken)
    return journey


ScreenName = Annotated[str, AfterValidator(_of_a_screen), Kind("имя экрана")]
Wording = Annotated[dict[str, Words], PlainValidator(_worded), Kind("таблица экранов")]


class Client(Table):
    """Что знает о журнале VK ID и что говорит об экранах VK ID инструкция."""

    id: Annotated[str, Kind("имя")]
    """Имя журнала у VK ID; у каждого своё."""
    hosts: tuple[Host, ...]
    """Адреса сайтов, откуда привязывают."""
    callback_path: str = "/vk/callback"
    """Куда VK ID возвращает; журналу менять не нужно."""
    redirect_uris: tuple[str, ...] = Field(
        (), exclude=True
    )  # of a client of somebody's own: all of them, exactly
    service_name: Caption
    """Как VK ID называет журнал."""
    lead: template("service_name") = "С сервисом «{service_name}» можно связать свой учебный профиль:"  # type: ignore[valid-type]
    """Строка над преимуществами."""
    advantages: tuple[Caption, ...] = ()
    """Преимущества на экранах VK ID; пусто — их не показывают."""
    transferred: tuple[Caption, ...] = ("Фамилия, имя и отчество", "Дата рождения", "Пол", "Номер телефона")
    """Список под «Передаваемые данные»."""
    works_over_vpn: StrictBool = True
    """Работает ли вход через VPN."""
    needs_profile: StrictBool = True
    """Нужен ли учебный профиль; журналу менять не нужно."""
    email_allowed: StrictBool = False
    """Можно ли войти по почте; если нет, VK ID нужен телефон."""
    registers_by_email: StrictBool = False
    """Заводит ли новая почта новый VK ID."""
    forgotten_leads_to: Literal["recovery", "code"] = "recovery"
    """Куда ведёт забытый пароль: к восстановлению (recovery) или к коду (code)."""
    arrow_on: tuple[ScreenName, ...] = ("password",)
    """На каких экранах есть стрелка «Назад»."""
    data_fields: Annotated[tuple[str, ...], AfterValidator(_whole), Kind("список полей")] = PARTICULARS
    """Порядок полей анкеты."""
    offers_journal_data: StrictBool = False
    """Заполнена ли анкета нового VK ID данными, с которыми человек с этим телефоном записан в журнале."""
    offers_vk_data: StrictBool = True
    """Заполнена ли анкета нового учебного профиля данными из VK ID."""
    wording: Wording = Field({}, validate_default=True)
    """Надписи экранов, если они не обычные: таблица с именем экрана."""
    wording_for: dict[Situation, Wording] = {}
    """То же для одного случая: `wording_for.СЛУЧАЙ.ЭКРАН`."""
    journey: Annotated[dict[Situation, list[ScreenName]], AfterValidator(_walkable)]
    """Какие экраны и в каком порядке, для каждого случая."""

    @property
    def is_own(self) -> bool:
        """Whether it is somebody's own, and none of the simulator's."""
        return bool(self.redirect_uris)

    def callbacks(self, url: Callable[[str, str], str]) -> Collection[str]:
        """Where an answer may go; `url` makes an address of a host and a path."""
        return self.redirect_uris or [url(host, self.callback_path) for host in self.hosts]

    @property
    def asked_of_anybody(self) -> list[str]:
        """What is asked before VK ID knows whose sign-in it is: the beginning of such journeys, up to the phone."""
        journey = self.journey[Situation.WITHOUT_VK_ID]
        return journey[: journey.index(PHONE) + 1]

    def words(self, screen: str, situation: Situation | None) -> Words:
        """What a person in that situation reads on the screen; before the situation is known, the usual."""
        wording = self.wording_for.get(situation, self.wording) if situation else self.wording
        return wording[screen]
