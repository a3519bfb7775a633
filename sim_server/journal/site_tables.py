"""What a journal is: the tables of `site.toml`. Docstrings of keys are Russian: `docs/site-file.md` is made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, model_validator

from sim_server.domain.chats import ChatRule
from sim_server.journal.browsers import MARKS
from sim_server.toml_file import Table
from sim_server.vk_id.clients import Client
from sim_server.words import Caption, Host, Kind, Remark, among, template

Role = Literal["teacher", "parent", "pupil"]
ReachedBy = Literal["icon", "tab", "profile", "settings_tab", "settings_button"]
BROWSERS = [name for _, name in MARKS]
Browser = Annotated[str, among(BROWSERS), Kind(", ".join(BROWSERS))]
CALLBACK = "/vk/callback"


def _path(path: str) -> str:
    if not path.startswith("/") or path.endswith("/") or set(path) & set(" ?#<>\\") or "//" in path:
        raise ValueError(f"«{path}» — не путь: он начинается с косой черты и ею не кончается, «/messages»")
    return path


def _colour(colour: str) -> str:
    digits = colour.removeprefix("#")
    if (
        len(colour) != len("#123456")
        or len(digits) != len("123456")
        or set(digits.lower()) - set("0123456789abcdef")
    ):
        raise ValueError(f"«{colour}» — не цвет: пишут решётку и шесть знаков, «#2f5d62»")
    return colour


SitePath = Annotated[str, AfterValidator(_path), Kind("путь на сайте")]
Colour = Annotated[str, AfterValidator(_colour), Kind("цвет")]


class Labels(Table):
    """Надписи журнала."""

    title: Caption
    """Название в шапке каждой страницы."""
    entrance: Caption
    """Заголовок страницы входа и кнопка, которая к ней ведёт."""
    login: Caption
    """Поле для логина."""
    password: Caption
    """Поле для пароля."""
    sign_in: Caption
    """Кнопка под логином и паролем."""
    sign_out: Caption
    """Выход из журнала."""
    desk: Caption
    """Заголовок страницы, которая открывается после входа."""
    settings: Remark = ""
    """Настройки учётной записи; нужна, если привязка где-то в настройках."""
    disconnected: Caption = (
        "Учебный профиль отвязан: этот журнал отключён в кабинете VK ID. Профиль можно привязать снова."
    )
    """Что прочтёт тот, чью привязку снял кабинет VK ID."""
    deleted: Caption = (
        "Учебный профиль отвязан: VK ID, к которому он относился, удалён. Можно привязать другой."
    )
    """Что прочтёт тот, чью привязку снял удалённый VK ID."""


class LinkPlace(Table):
    """Место, где предлагают привязать учебный профиль, а после привязки — перейти в чаты."""

    path: SitePath
    """Где оно на сайте; не занятый журналом путь."""
    reached_by: ReachedBy
    """Как туда попадают: значком (icon), вкладкой раздела (tab), через страницу своего профиля (profile), вкладкой
    настроек (settings_tab) или кнопкой настроек в приложении (settings_button)."""
    caption: Caption
    """Что нажимают, чтобы туда попасть."""
    roles: tuple[Role, ...] = ()
    """Для кого это место; пусто — для всех."""
    heading_before: Caption
    """Заголовок до привязки."""
    text_before: tuple[Caption, ...]
    """Абзацы до привязки."""
    link: Caption
    """Кнопка привязки."""
    heading_after: Caption
    """Заголовок после привязки."""
    linked_as: template("name")  # type: ignore[valid-type]
    """Кто привязан."""
    open_messenger: Caption
    """Кнопка, которая открывает чаты."""
    shows: tuple[Literal["chats", "unlinking"], ...] = ()
    """Что ещё здесь есть после привязки: список чатов (chats), отвязка (unlinking)."""
    chats: Caption = "Чаты"
    """Заголовок списка чатов."""
    back: Caption
    """Кнопка возврата с сообщения о том, что привязать не вышло."""

    def is_for(self, role: str) -> bool:
        """Whether a person of that role gets there; a place that names no role is for all."""
        return not self.roles or role in self.roles


class Face(Table):
    """Один сайт журнала: обычный или приложение на телефоне; учётные записи и привязки у них общие."""

    host: Host
    """Адрес сайта."""
    title: Remark = ""
    """Название в шапке, если оно не то, что у журнала."""
    entrance: Remark = ""
    """Заголовок входа, если он не тот, что у журнала."""
    note: tuple[Caption, ...] = ()
    """Примечания на первой странице и на странице входа."""
    layout: Literal["web", "mobile"] = "web"
    """Обычный сайт (web) или приложение (mobile)."""
    home: SitePath = "/desk"
    """Что открывается после входа."""
    navigation: tuple[Caption, ...] = ()
    """Разделы панели навигации; они ничего не открывают."""
    views: str = ""
    """Файл на Python в этой папке со своими страницами; нужен, только если слов не хватило."""
    places: tuple[LinkPlace, ...]
    """Места привязки; может не быть ни одного."""

    def tabs(self, role: str) -> list[LinkPlace]:
        """The places that a person of that role reaches through a tab of the navigation."""
        return self._reached(role, "tab")

    def profiles(self, role: str) -> list[LinkPlace]:
        """The places that are the page of a person's own profile."""
        return self._reached(role, "profile")

    def settings_places(self, role: str) -> list[LinkPlace]:
        """The places that a person of that role reaches through the account's settings."""
        return self._reached(role, "settings_tab", "settings_button")

    def _reached(self, role: str, *ways: str) -> list[LinkPlace]:
        return [place for place in self.places if place.reached_by in ways and place.is_for(role)]


class Lesson(Table):
    """Дистанционный урок."""

    roles: tuple[Role, ...]
    """Чья учётная запись туда ведёт."""
    heading: Caption
    """Заголовок урока."""
    enter: Caption
    """Кнопка входа в урок."""
    leave: Caption
    """Кнопка выхода из урока."""
    elsewhere: Caption
    """Что вместо кнопки читают остальные."""


class WayToMessenger(Table):
    """Как из журнала открывается мессенджер."""

    window: Literal["same", "new"] = "same"
    """В том же окне (same) или в новом (new)."""
    entrance: Literal["chats", "sign_in"] = "chats"
    """Сразу чаты (chats) или сначала страница входа (sign_in)."""


class UnlinkingCode(Table):
    """Код из СМС, без которого журнал не отвязывает; его присылают на телефон учётной записи."""

    heading: Caption = "Подтвердите отвязку"
    """Заголовок страницы, где просят код."""
    line: template("phone") = "Мы отправили код на телефон {phone}"  # type: ignore[valid-type]
    """Куда отправлен код."""
    field: Caption = "Код из СМС"
    """Поле для кода."""
    button: Caption = "Подтвердить"
    """Кнопка под полем; она и отвязывает."""
    cancel: Caption = "Отмена"
    """Кнопка, которая оставляет всё как было."""
    countdown: template("left") = "Отправить код ещё раз через {left}"  # type: ignore[valid-type]
    """Сколько ждать до нового кода."""
    resend: Caption = "Отправить код ещё раз"
    """Кнопка нового кода."""
    text: template("code") = "Код {code} для отвязки учебного профиля. Никому его не сообщайте."  # type: ignore[valid-type]
    """Что написано в СМС."""


class Unlinking(Table):
    """Кто отвязывает, переспрашивают ли и нужен ли код."""

    by: Literal["button", "support", "passport"]
    """Сам человек кнопкой (button), служба поддержки (support) или своя страница из views (passport)."""
    asks_back: StrictBool = True
    """Переспрашивают ли; только при by = "button"."""
    caption: Remark = ""
    """Кнопка отвязки, а при by = "support" — ссылка на поддержку."""
    question: Remark = ""
    """Заголовок вопроса."""
    explanation: Remark = ""
    """Пояснение под вопросом, а при by = "support" — рядом со ссылкой."""
    confirm: Remark = ""
    """Кнопка согласия."""
    cancel: Remark = ""
    """Кнопка отказа."""
    code: UnlinkingCode | None = None
    """Таблица, с которой отвязку подтверждают кодом из СМС; только при by = "button". Без неё кода не просят."""

    @model_validator(mode="after")
    def _what_is_shown_has_words(self) -> Unlinking:
        asked = ("question", "confirm", "cancel") if self.by == "button" and self.asks_back else ()
        shown = ("caption",) if self.by in ("button", "support") else ()
        missing = [name for name in (*shown, *asked) if not getattr(self, name)]
        if missing:
            raise ValueError(f'при by = "{self.by}" нужны надписи: {", ".join(missing)}')
        return self

    @model_validator(mode="after")
    def _code_has_its_button(self) -> Unlinking:
        if self.code and self.by != "button":
            raise ValueError(f'code читают только при by = "button", а здесь "{self.by}"')
        return self


class ChatTable(Table):
    """Чат, который создаёт привязка. Кто что в нём может — в sim_server/domain/chat_rights.toml."""

    key: str
    """Имя чата внутри журнала, латинскими буквами; у каждого своё."""
    title: template("class_name", "subject", "school")  # type: ignore[valid-type]
    """Название чата."""
    per: Literal["school", "class", "subject"]
    """На что он один: на школу (school), класс (class) или предмет (subject)."""
    kind: Literal["staff", "parents", "pupils", ""] = ""
    """Для кого он: для учителей (staff), с родителями (parents), с учениками (pupils); пусто — общий."""
    roles: tuple[Role, ...]
    """Кто в него попадает."""


class JournalSite(Table):
    """Журнал."""

    id: Annotated[str, Kind("имя")]
    """Имя журнала: то же, что у его папки."""
    name: Caption
    """Как журнал называется для людей."""
    colour: Colour
    """Цвет шапки и кнопок."""
    labels: Labels
    """Надписи журнала."""
    role_names: dict[Role, Caption] = {}
    """Как роль называется рядом с именем человека: `teacher = "Учитель"`."""
    faces: tuple[Face, ...]
    """Сайты журнала; первый — обычный."""
    unlinking: Unlinking
    """Как отвязывают."""
    messenger: WayToMessenger = WayToMessenger()
    """Как открывается мессенджер."""
    lesson: Lesson | None = None
    """Дистанционный урок, если он есть."""
    automatic_sign_in: StrictBool = False
    """Узнаёт ли журнал человека на его устройстве."""
    recommended_browsers: tuple[Browser, ...] = ()
    """Какие браузеры журнал советует; пусто — любой."""
    browser_advice: Remark = ""
    """Что читают в другом браузере; нужна вместе с recommended_browsers."""
    chats: tuple[ChatTable, ...]
    """Чаты, которые создаёт привязка."""
    chats_with: Annotated[str, Kind("имя журнала")] = ""
    """Имя журнала той же школы, где лежат общие чаты; пусто — чаты свои."""
    vk_id: Client
    """Что об этом журнале знает VK ID."""
    assumed: Annotated[tuple[str, ...], Kind("список ключей")]
    """Ключи этого файла, о которых инструкция молчит: их значения угаданы."""
    observed: dict[Annotated[str, Kind("ключ")], Annotated[str, Kind("где и когда")]] = {}
    """Ключи, слова которых видели на другой системе, и где и когда: `"labels.desk" = "20.11.2026, на живой системе"`.
    Их пишет `compare --apply`; в assumed им больше не место."""
    folder: Path = Field(exclude=True)

    @property
    def chats_keeper(self) -> str:
        """The journal whose chats the people of this one are in."""
        return self.chats_with or self.id

    @property
    def chat_rules(self) -> list[ChatRule]:
        """The chats that linking makes."""
        return [
            ChatRule(chat.key, chat.title, chat.per, chat.roles, chat.kind, self.chats_keeper)
            for chat in self.chats
        ]

    def face_name(self, face: Face) -> str:
        """What people call that face."""
        return f"{self.name}, приложение" if face.layout == "mobile" else face.title or self.name

    @property
    def templates(self) -> Path:
        """The templates that differ from the shared journal's."""
        return self.folder / "templates"
