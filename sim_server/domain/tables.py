"""Every table of the simulator. Each row belongs to a world and goes with it; moments are epoch seconds."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from sim_server.domain.column_types import PlainText, WholeNumber

SMALLEST_ID = 10**9


class Base(DeclarativeBase):
    """The registry of tables."""

    type_annotation_map = {dict[str, Any]: JSON, list[str]: JSON, str: PlainText, int: WholeNumber}


def _key() -> Mapped[int]:
    return mapped_column(primary_key=True)


def _unguessable_key() -> Mapped[int]:
    """A number that tells nothing of others: whoever knows one finds nobody beside it."""
    return mapped_column(primary_key=True, autoincrement=False, default=_some_number)


def _some_number() -> int:
    return SMALLEST_ID + secrets.randbelow(9 * SMALLEST_ID)


def _world() -> Mapped[int]:
    return mapped_column(ForeignKey("worlds.id", ondelete="CASCADE"), index=True)


def _owner(column: str) -> Mapped[int]:
    return mapped_column(ForeignKey(column, ondelete="CASCADE"), index=True)


def _part_of_key(column: str, *, index: bool = False) -> Mapped[int]:
    return mapped_column(ForeignKey(column, ondelete="CASCADE"), primary_key=True, index=index)


def _perhaps(column: str) -> Mapped[int | None]:
    return mapped_column(ForeignKey(column, ondelete="CASCADE"), index=True)


class InWorld:
    """What belongs to a world and goes with it."""

    world_id: Mapped[int] = _world()


class Numbered(InWorld):
    """What has a number of its own."""

    id: Mapped[int] = _key()


class PersonalData:
    """The columns wherever a person's particulars are kept."""

    last_name: Mapped[str]
    first_name: Mapped[str]
    middle_name: Mapped[str]
    birth_date: Mapped[date]
    sex: Mapped[str]


class KeyRow(Base):
    """A secret of the simulator's own, the same for all its processes; of no world."""

    __tablename__ = "kept_keys"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class WorldRow(Base):
    """One tenant."""

    __tablename__ = "worlds"
    __table_args__ = {"sqlite_autoincrement": True}  # a dropped world's id and name never come again
    id: Mapped[int] = _key()
    name: Mapped[str] = mapped_column(unique=True)
    seed: Mapped[int]
    offset: Mapped[float] = mapped_column(default=0.0)
    draws: Mapped[int] = mapped_column(default=0)
    disturbed: Mapped[bool] = mapped_column(default=False)
    ordered: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))  # what else acts in it


class DeviceRow(Base):
    """A browser of a world, as far as it differs from the usual one."""

    __tablename__ = "devices"
    world_id: Mapped[int] = _part_of_key("worlds.id")
    name: Mapped[str] = mapped_column(primary_key=True)
    vpn: Mapped[bool] = mapped_column(default=False)


class SiteSessionRow(InWorld, Base):
    """What one site remembers of one browser; the cookie carries only `id`."""

    __tablename__ = "site_sessions"
    id: Mapped[str] = mapped_column(primary_key=True)
    site: Mapped[str]
    data: Mapped[dict[str, Any]]
    expires_at: Mapped[float]


class RenewedSessionRow(InWorld, Base):
    """A session that has gone on under another id; `press` is what the request said that proved who its person is."""

    __tablename__ = "renewed_sessions"
    id: Mapped[str] = mapped_column(primary_key=True)
    site: Mapped[str]
    went_on: Mapped[str]
    press: Mapped[str]
    until: Mapped[float]


class PersonRow(PersonalData, Numbered, Base):
    """An invented human being with a phone."""

    __tablename__ = "people"
    key: Mapped[str]
    phone: Mapped[str]


class JournalAccountRow(Numbered, Base):
    """A person's account in a journal."""

    __tablename__ = "journal_accounts"
    __table_args__ = (UniqueConstraint("world_id", "journal", "login"),)
    journal: Mapped[str]
    login: Mapped[str]
    password_hash: Mapped[str]
    role: Mapped[str]
    person_id: Mapped[int] = _owner("people.id")
    full_name: Mapped[str]
    school: Mapped[str]
    class_names: Mapped[list[str]]
    subjects: Mapped[list[str]] = mapped_column(default=list)
    automatic_sign_in: Mapped[bool] = mapped_column(default=True)
    severed: Mapped[str | None]  # why VK ID took the last link back, until the account is linked anew


class JournalAttemptRow(Base):
    """Passwords that were tried for a login of a journal, right ones not counted, since the last of them."""

    __tablename__ = "journal_attempts"
    world_id: Mapped[int] = _part_of_key("worlds.id")
    journal: Mapped[str] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(primary_key=True)
    wrong: Mapped[int]
    since: Mapped[float]


class OwnDeviceRow(Base):
    """A browser in which a person has signed in to a journal."""

    __tablename__ = "own_devices"
    world_id: Mapped[int] = _part_of_key("worlds.id")
    device: Mapped[str] = mapped_column(primary_key=True)
    journal: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = _owner("journal_accounts.id")


class VkAccountRow(PersonalData, InWorld, Base):
    """A VK ID: one per phone, one per e-mail address; it has at least one of the two."""

    __tablename__ = "vk_accounts"
    __table_args__ = (
        UniqueConstraint("world_id", "phone"),
        UniqueConstraint("world_id", "email"),
        CheckConstraint("phone IS NOT NULL OR email IS NOT NULL"),
    )
    id: Mapped[int] = _unguessable_key()
    phone: Mapped[str | None]
    email: Mapped[str | None]
    password_hash: Mapped[str | None]
    wrong_passwords: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[float] = mapped_column(default=0.0)
    totp_secret: Mapped[str | None]  # shared with the person's generator app; base32
    totp_step: Mapped[int] = mapped_column(default=0)  # the time step of the last code that proved something
    wrong_app_codes: Mapped[int] = mapped_column(default=0)  # by however many recoveries, since then
    app_codes_since: Mapped[float] = mapped_column(default=0.0)


class TrustedFriendRow(InWorld, Base):
    """Somebody who may confirm that a VK ID belongs to its person."""

    __tablename__ = "trusted_friends"
    vk_account_id: Mapped[int] = _part_of_key("vk_accounts.id")
    person_id: Mapped[int] = _part_of_key("people.id", index=True)


class VkUserRow(PersonalData, InWorld, Base):
    """Somebody a VK ID can be in the messenger: its study profile or its personal page, at most one of each."""

    __tablename__ = "vk_users"
    __table_args__ = (UniqueConstraint("vk_account_id", "kind"),)
    __mapper_args__ = {"polymorphic_on": "kind"}  # noqa: RUF012 - SQLAlchemy's own idiom
    id: Mapped[int] = _unguessable_key()
    vk_account_id: Mapped[int] = _owner("vk_accounts.id")
    kind: Mapped[str]


class StudyProfileRow(VkUserRow):
    """The study profile (учебный профиль Сферум) of a VK ID."""

    __mapper_args__ = {"polymorphic_identity": "study"}  # noqa: RUF012 - SQLAlchemy's own idiom


class PersonalPageRow(VkUserRow):
    """The personal page (личный профиль ВКонтакте) of a VK ID."""

    __mapper_args__ = {"polymorphic_identity": "personal"}  # noqa: RUF012 - SQLAlchemy's own idiom


class LinkRow(Numbered, Base):
    """A journal's account and a study profile belong together, one to one within a journal."""

    __tablename__ = "links"
    __table_args__ = (UniqueConstraint("world_id", "journal", "profile_id"),)
    journal: Mapped[str]
    account_id: Mapped[int] = mapped_column(
        ForeignKey("journal_accounts.id", ondelete="CASCADE"), unique=True
    )
    profile_id: Mapped[int] = _owner("vk_users.id")
    linked_at: Mapped[float]


class ConsentRow(InWorld, Base):
    """A person has signed in to a client by VK ID: the two are connected until one of them ends it."""

    __tablename__ = "consents"
    vk_account_id: Mapped[int] = _part_of_key("vk_accounts.id")
    client_id: Mapped[str] = mapped_column(primary_key=True)
    given_at: Mapped[float]
    scope: Mapped[str] = mapped_column(default="")  # the rights that the person has allowed so far


class SignInRequestRow(InWorld, Base):
    """A client (journal, messenger) has sent a browser to VK ID and awaits it back with `state`; gone when it came."""

    __tablename__ = "sign_in_requests"
    state: Mapped[str] = mapped_column(primary_key=True)
    client_id: Mapped[str]
    subject: Mapped[str]  # whose it is at the client: the journal account's id, or the messenger's browser
    code_verifier: Mapped[str]
    created_at: Mapped[float]
    taken_at: Mapped[float | None]  # since then the answer is being dealt with


class InteractionRow(InWorld, Base):
    """One way of a person through VK ID's screens, from /authorize to the callback."""

    __tablename__ = "interactions"
    id: Mapped[str] = mapped_column(primary_key=True)
    browser: Mapped[str]
    client_id: Mapped[str]
    redirect_uri: Mapped[str]
    state: Mapped[str]
    scope: Mapped[str]
    code_challenge: Mapped[str]
    login_hint: Mapped[str] = mapped_column(default="")
    prompt: Mapped[str] = mapped_column(default="")
    opener: Mapped[str] = mapped_column(
        default=""
    )  # the origin of the page that awaits the answer in a window
    device_id: Mapped[str]
    created_at: Mapped[float]
    given_address: Mapped[str | None]  # whose VK ID it is: a phone or an e-mail address
    vk_account_id: Mapped[int | None] = _perhaps("vk_accounts.id")
    situation: Mapped[str | None]
    password_proven: Mapped[bool] = mapped_column(default=False)
    forgotten: Mapped[bool] = mapped_column(default=False)
    phone_proven: Mapped[bool] = mapped_column(default=False)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)  # of the other screens, by their names
    callback: Mapped[str | None]


class RecoveryRow(InWorld, Base):
    """One recovery of a forgotten password, from the link to the new password."""

    __tablename__ = "recoveries"
    id: Mapped[str] = mapped_column(primary_key=True)
    browser: Mapped[str]
    interaction_id: Mapped[str | None]  # the sign-in in whose middle it was begun
    created_at: Mapped[float]
    phone: Mapped[str | None]
    vk_account_id: Mapped[int | None] = _perhaps("vk_accounts.id")
    phone_proven: Mapped[bool] = mapped_column(default=False)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)  # of the other screens, by their names
    way: Mapped[str | None]
    mail_lost: Mapped[bool] = mapped_column(default=False)
    wrong_app_codes: Mapped[int] = mapped_column(default=0)
    friends_heard: Mapped[list[str]] = mapped_column(default=list)  # phones of those whose code was right
    way_proven: Mapped[bool] = mapped_column(default=False)
    finished_at: Mapped[float | None]
    first_password: Mapped[bool] = mapped_column(default=False)  # there was none before


class OneTimeCodeRow(Numbered, Base):
    """A code sent to a phone or an e-mail address for one purpose (an interaction or a recovery)."""

    __tablename__ = "one_time_codes"
    purpose: Mapped[str] = mapped_column(index=True)
    address: Mapped[str]
    channel: Mapped[str]
    code: Mapped[str]
    sent_at: Mapped[float]
    wrong_attempts: Mapped[int] = mapped_column(default=0)


class Allowed(InWorld):
    """What a person has allowed a client; `typed` are particulars given for a study profile: see `linking.link`."""

    client_id: Mapped[str]
    scope: Mapped[str]
    device_id: Mapped[str]  # made by VK ID for one sign-in; whoever exchanges or refreshes must know it
    vk_account_id: Mapped[int] = _owner("vk_accounts.id")
    profile_id: Mapped[int | None] = _perhaps("vk_users.id")
    typed: Mapped[dict[str, Any] | None] = mapped_column(JSON)


class GrantRow(Allowed, Base):
    """A family of tokens, from the exchange of a code on; once it is ended, none of them opens anything."""

    __tablename__ = "grants"
    id: Mapped[str] = mapped_column(primary_key=True)
    given_at: Mapped[float]
    ended_at: Mapped[float | None]


class AuthorizationCodeRow(Allowed, Base):
    """What the callback carries and the client exchanges once. RFC 6749 §4.1.2."""

    __tablename__ = "authorization_codes"
    code: Mapped[str] = mapped_column(primary_key=True)
    redirect_uri: Mapped[str]
    state: Mapped[str]
    code_challenge: Mapped[str]
    issued_at: Mapped[float]
    used_at: Mapped[float | None]
    refused: Mapped[int] = mapped_column(default=0)  # exchanges that did not fit it
    grant_id: Mapped[str | None]  # what it was exchanged for


class TokenRow(InWorld):
    """What belongs to a family of tokens and lasts for a while."""

    token: Mapped[str] = mapped_column(primary_key=True)
    grant_id: Mapped[str] = mapped_column(ForeignKey("grants.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[float]


class AccessTokenRow(TokenRow, Base):
    """The right of a client to ask for the particulars of one person."""

    __tablename__ = "access_tokens"


class RefreshTokenRow(TokenRow, Base):
    """The right to the next pair of tokens, once."""

    __tablename__ = "refresh_tokens"
    used_at: Mapped[float | None]


class ClientRow(InWorld, Base):
    """A client of somebody's own, which a world knows besides those of the simulator."""

    __tablename__ = "clients"
    __table_args__ = (UniqueConstraint("world_id", "client_id"),)
    id: Mapped[int] = _key()
    client_id: Mapped[str]
    told: Mapped[dict[str, Any]]  # as it was registered: its name, its redirect addresses


class ProtocolRulesRow(Base):
    """How VK ID decides in a world what is disputed: a profile, and the switches that are set otherwise."""

    __tablename__ = "protocol_rules"
    world_id: Mapped[int] = _part_of_key("worlds.id")
    profile: Mapped[str]
    switches: Mapped[dict[str, Any]]


class DeliveryRow(Base):
    """An SMS or a missed call that reached a phone, or a letter that reached a mailbox."""

    __tablename__ = "deliveries"
    __table_args__ = (Index("deliveries_of_address", "world_id", "address"),)
    id: Mapped[int] = _key()
    world_id: Mapped[int] = mapped_column(ForeignKey("worlds.id", ondelete="CASCADE"))
    address: Mapped[str]
    kind: Mapped[str]
    sender: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str]
    at: Mapped[float]


class ChatRow(Numbered, Base):
    """A chat of the messenger; `journal` and `key` tell those that linking made apart, others have no journal.

    `journal` keeps the chat; others may share it. `kind` is the one that `chat_rights.toml` knows.
    """

    __tablename__ = "chats"
    __table_args__ = (UniqueConstraint("world_id", "journal", "key"),)
    journal: Mapped[str | None]
    key: Mapped[str | None]
    kind: Mapped[str]
    title: Mapped[str]


class ChatMemberRow(InWorld, Base):
    """Somebody takes part in a chat and has read it up to a message."""

    __tablename__ = "chat_members"
    chat_id: Mapped[int] = _part_of_key("chats.id")
    user_id: Mapped[int] = _part_of_key("vk_users.id", index=True)
    last_read_id: Mapped[int] = mapped_column(default=0)


class EnrolmentRow(InWorld, Base):
    """By the link of which journal somebody is in a chat that linking made: there until the last of these ends."""

    __tablename__ = "enrolments"
    chat_id: Mapped[int] = _part_of_key("chats.id")
    profile_id: Mapped[int] = _part_of_key("vk_users.id", index=True)
    journal: Mapped[str] = mapped_column(primary_key=True)


class ChatMessageRow(Numbered, Base):
    """A message; the author's name stays when the author goes. `form` is the one it was sent by, which writes once."""

    __tablename__ = "chat_messages"
    __table_args__ = (Index("chat_messages_of_chat", "chat_id", "id"), UniqueConstraint("chat_id", "form"))
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("vk_users.id", ondelete="SET NULL"), index=True)
    author_name: Mapped[str]
    form: Mapped[str | None]
    text: Mapped[str]
    at: Mapped[float]


class SupportRequestRow(Numbered, Base):
    """A request to the journal's technical support, and whether it was handled."""

    __tablename__ = "support_requests"
    journal: Mapped[str]
    login: Mapped[str]
    text: Mapped[str]
    at: Mapped[float]
    outcome: Mapped[str | None]


class CallRow(Numbered, Base):
    """A call or a lesson held from a chat."""

    __tablename__ = "calls"
    chat_id: Mapped[int] = _owner("chats.id")
    kind: Mapped[str]
    started_by: Mapped[str]
    ended_at: Mapped[float | None]


class CallParticipantRow(InWorld, Base):
    """Somebody is in a call."""

    __tablename__ = "call_participants"
    call_id: Mapped[int] = _part_of_key("calls.id")
    user_id: Mapped[int] = _part_of_key("vk_users.id", index=True)


class FaultRow(Numbered, Base):
    """A disturbance that waits at a point of a system; `times` is empty for "until further notice"."""

    __tablename__ = "faults"
    system: Mapped[str]
    point: Mapped[str]
    kind: Mapped[str]
    seconds: Mapped[float]
    times: Mapped[int | None]
    status: Mapped[int | None]  # of an error, if not the usual one
    client: Mapped[str] = mapped_column(default="")  # the only one that it meets; empty for any


class EventRow(Numbered, Base):
    """A line of the world's log."""

    __tablename__ = "events"
    at: Mapped[float]
    kind: Mapped[str]
    data: Mapped[dict[str, Any]]
