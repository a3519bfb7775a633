"""The clients of VK ID (journals, the messenger): who they are, and what their instruction says of VK ID's screens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    PlainValidator,
    ValidationInfo,
    create_model,
    model_validator,
)

from sim_server.domain.particulars import PARTICULARS
from sim_server.domain.sign_ins import Situation
from sim_server.toml_file import Table

SELECT_ACCOUNT = "select_account"  # a `prompt`: let the person see, and choose, who signs in


SHARED_WORDS = {"proceed": "Продолжить", "other_account": "Войти в другой аккаунт", "leave": "Отмена"}
Words = Mapping[str, str]  # the texts of one screen, by names
Named = ValidationInfo[Mapping[str, Any]]  # its context are the screens, by their names


def _of_a_screen(name: str, info: Named) -> str:
    if name not in info.context:
        raise ValueError(f"no screen is called so (allowed: {', '.join(info.context)})")
    return name


def _worded(tables: Any, info: Named) -> dict[str, Words]:
    """The words of each screen that has its own: the usual ones, which the table of its name may replace."""
    own = {
        name: {**SHARED_WORDS, **screen.words}
        for name, screen in info.context.items()
        if not screen.worded_as
    }
    kinds = {name: _kind(words) for name, words in info.data.get("wording", own).items()}
    fields: Any = {name: (kind, kind()) for name, kind in kinds.items()}
    return create_model("Wording", __base__=Table, **fields).model_validate(tables).model_dump()


def _kind(words: Words) -> type[Table]:
    """The table that holds these words, if it says nothing else."""
    fields: Any = {name: (str, text) for name, text in words.items()}
    return create_model("Words", __base__=Table, **fields)


ScreenName = Annotated[str, AfterValidator(_of_a_screen)]
Wording = Annotated[dict[str, Words], PlainValidator(_worded)]


class Client(Table):
    """One client of VK ID; which screens there are to be named, is the context of its validation."""

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
    arrow_on: tuple[ScreenName, ...] = ("password",)
    data_fields: tuple[str, ...] = PARTICULARS
    offers_vk_data: bool = True  # whether the form of a new study profile comes filled in from the VK ID
    wording: Wording = Field({}, validate_default=True)
    wording_for: dict[Situation, Wording] = {}
    journey: dict[Situation, list[ScreenName]]

    @model_validator(mode="after")
    def _every_situation_has_its_way(self) -> Client:
        missing = [situation.value for situation in Situation if situation not in self.journey]
        if missing:
            raise ValueError(f"journey has no screens for: {', '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _every_way_proves_who_it_is(self, info: Named) -> Client:
        # A password alone proves nothing: not everybody has one.
        proofs = sorted(name for name, screen in info.context.items() if screen.send)
        unproven = [
            situation.value
            for situation, way in self.journey.items()
            if "phone" in way and not set(proofs).intersection(way)
        ]
        if unproven:
            raise ValueError(f"journey asks for neither {' nor '.join(proofs)}: {', '.join(unproven)}")
        return self

    @model_validator(mode="after")
    def _data_fields_are_all_there(self) -> Client:
        if sorted(self.data_fields) != sorted(PARTICULARS):
            raise ValueError(f"data_fields must be these, in any order: {', '.join(PARTICULARS)}")
        return self

    def words(self, screen: str, situation: Situation | None) -> Words:
        """What a person in that situation reads on the screen; before the situation is known, the usual."""
        wording = self.wording_for.get(situation, self.wording) if situation else self.wording
        return wording[screen]
