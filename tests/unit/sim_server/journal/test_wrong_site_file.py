"""Wrong sites, one of each kind: none is taken, and each is told by one Russian line with file, key and what is allowed."""

import re
from pathlib import Path

import pytest

from sim_server.domain.database import Database
from sim_server.journal.site_file import SITES, SiteFileUnsound, read_sites
from sim_server.simulator import Simulator

NAMES = ("perm", "mesh", "diary", "mosreg")
SCREENS = "account, account_data, choice, code, code_instead, consent, offer, password, phone, profile_data"
WITH_PROFILE = 'with_profile = ["phone", "password", "code", "choice", "profile_data"]'
WITH_VK_ID = 'with_vk_id = ["phone", "password", "code", "offer", "profile_data"]'
WITHOUT = 'without_vk_id = ["phone", "code", "account_data", "offer", "profile_data"]'
REMEMBERED = 'remembered_with_profile = ["choice", "profile_data"]'
NOBODY_YET = "ещё неизвестно, чей это VK ID"


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    """Some of our journals, to be spoilt."""
    for name in NAMES:
        (tmp_path / name).mkdir()
        write(tmp_path, name, (SITES / name / "site.toml").read_text(encoding="utf-8"))
    (tmp_path / "mosreg/passport.py").write_text(
        (SITES / "mosreg/passport.py").read_text(encoding="utf-8"), "utf-8"
    )
    return tmp_path


def write(sites: Path, name: str, text: str) -> None:
    (sites / name / "site.toml").write_text(text, encoding="utf-8")


def spoil(sites: Path, old: str, new: str, name: str = "perm", times: int = 1) -> None:
    text = (sites / name / "site.toml").read_text(encoding="utf-8")
    assert old in text
    write(sites, name, text.replace(old, new, times))


def told(sites: Path, database: Database) -> list[str]:
    with pytest.raises(SiteFileUnsound) as error:
        Simulator(database, sites=sites)
    return str(error.value).splitlines()


def test_they_are_sound_before(sites: Path, database: Database) -> None:
    assert {site.id for site in Simulator(database, sites=sites).journals} == set(NAMES)


WRONG = {
    # keys
    "key unknown": ('colour = "#7a3b10"', 'colour = "#7a3b10"\nhue = "red"', "hue: такого ключа нет; есть: id, name, colour"),
    "key misspelt": ('colour =', "color =", "color: такого ключа нет (возможно, colour); есть: id"),
    "key missing": ('colour = "#7a3b10"', "", "colour: ключа нет, а он нужен"),
    "label missing": ('entrance = "Вход для сотрудников"\n', "", "labels.entrance: ключа нет, а он нужен"),
    "label misspelt": ("sign_in =", "signin =", "labels.signin: такого ключа нет (возможно, sign_in); есть: title, entrance"),
    "key of a place": ("back =", "bakc =", "faces.0.places.0.bakc: такого ключа нет (возможно, back); есть: path, reached_by"),
    "key of VK ID": ('service_name =', "vpn = true\nservice_name =", "vk_id.vpn: такого ключа нет; есть: id, hosts"),
    "word of a screen": ("title = \"Подтвердите вход\"", "titel = \"П\"", "vk_id.wording.code.titel: такого ключа нет (возможно, title); есть: proceed"),
    "screen of words": ("[vk_id.wording.code]", "[vk_id.wording.fax]", f"vk_id.wording.fax: такого ключа нет; есть: {SCREENS.split(', ')[0]}"),
    "word for a situation": (
        "[vk_id.journey]", "[vk_id.wording_for.with_profile.code]\ntitel = \"\"\n[vk_id.journey]",
        "vk_id.wording_for.with_profile.code.titel: такого ключа нет (возможно, title)",
    ),
    "situation": ("remembered_with_profile =", "remember_with_profile =", "vk_id.journey.remember_with_profile: «remember_with_profile» не бывает (возможно, remembered_with_profile); есть: remembered_with_profile, remembered_without_profile"),
    "inner key": ('id = "perm"', 'id = "perm"\nfolder = "/"', "folder: такого ключа нет"),
    # kinds and words
    "list wanted": ('assumed = [', 'assumed = "labels"\nx = [', "assumed: нужен список в квадратных скобках, а здесь labels"),
    "text wanted": ('name = "ЭПОС Пермь"', "name = 12", "name: нужна строка в кавычках, а здесь 12"),
    "table wanted": ("[unlinking]", "[[unlinking]]", "unlinking: нужна таблица, а здесь"),
    "yes or no wanted": ("asks_back = true", 'asks_back = "yes"', "unlinking.asks_back: нужно true или false, а здесь yes"),
    "way to a place": ('"icon"', '"icons"', "faces.0.places.0.reached_by: «icons» не бывает (возможно, icon); есть: icon, tab, profile, settings_tab, settings_button"),
    "who unlinks": ('by = "button"', 'by = "letter"', "unlinking.by: «letter» не бывает; есть: button, support, passport"),
    "window": ("[unlinking]", '[messenger]\nwindow = "now"\n[unlinking]', "messenger.window: «now» не бывает (возможно, new); есть: same, new"),
    "what a chat is per": ('per = "school"', 'per = "town"', "chats.0.per: «town» не бывает; есть: school, class, subject"),
    "role of a chat": ('roles = ["teacher"]', 'roles = ["techer"]', "chats.0.roles.0: «techer» не бывает (возможно, teacher); есть: teacher, parent, pupil"),
    "role of a place": ('caption = "Личные сообщения"', 'caption = "Личные сообщения"\nroles = ["учитель"]', "faces.0.places.0.roles.0: «учитель» не бывает; есть: teacher, parent, pupil"),
    "role with a name": ("[labels]", '[role_names]\nadmin = "Админ"\n[labels]', "role_names.admin: «admin» не бывает; есть: teacher, parent, pupil"),
    "what is shown": ('shows = ["unlinking", "chats"]', 'shows = ["unlinking", "chat"]', "faces.0.places.0.shows.1: «chat» не бывает (возможно, chats); есть: chats, unlinking"),
    "browser advised": ('colour =', 'recommended_browsers = ["Chrome"]\ncolour =', "recommended_browsers.0: «Chrome» не бывает; есть: Яндекс.Браузер, Opera, Microsoft Edge, Firefox, Google Chrome, Safari"),
    "colour": ("#7a3b10", "brown", "colour: «brown» — не цвет: пишут решётку и шесть знаков"),
    # captions
    "caption empty": ('link = "Привязать учебный профиль VK ID"', 'link = ""', "faces.0.places.0.link: надпись пустая"),
    "caption with blanks": ('sign_in = "Войти"', 'sign_in = "Войти "', "labels.sign_in: лишние пробелы"),
    "caption with what is not put in": ("Учебный профиль: {name}", "Учебный профиль: {fio}", "faces.0.places.0.linked_as: {fio} вставить нечем: здесь подставляют только: {name}"),
    "caption that puts in nothing": ('sign_in = "Войти"', 'sign_in = "Войти, {fio}"', "labels.sign_in: {fio} вставить нечем: здесь ничего не подставляют"),
    "caption not closed": ("Учебный профиль: {name}", "Учебный профиль: {name", "faces.0.places.0.linked_as: фигурные скобки не закрыты или не открыты"),
    "chat not put in": ("Чат с родителями, {class_name}", "Чат с родителями, {класс}", "chats.1.title: {класс} вставить нечем: здесь подставляют только: {class_name}, {school}, {subject}"),
    "word of VK ID not put in": ('title = "Подтвердите вход"', 'line_sms = "Код на {phon}"', "vk_id.wording.code.line_sms: {phon} вставить нечем: здесь подставляют только: {phone}"),
    "advice missing": ('colour =', 'recommended_browsers = ["Opera"]\ncolour =', "browser_advice: ключа нет, а при recommended_browsers он нужен"),
    "words of the question missing": ('confirm = "Отвязать"\n', "", "unlinking: при by = \"button\" нужны надписи: confirm"),
    "words of support missing": ('by = "button"\nasks_back = true\ncaption = "Отвязать учебный профиль VK ID"', 'by = "support"', "unlinking: при by = \"support\" нужны надписи: caption"),
    "code without a button": ('by = "button"', 'by = "support"\ncode = {}', "unlinking: code читают только при by = \"button\""),
    # places
    "host with a scheme": ('host = "school.permkrai.ru"', 'host = "https://school.permkrai.ru"', "faces.0.host: «https://school.permkrai.ru» — не адрес"),
    "host with a port": ('host = "school.permkrai.ru"', 'host = "school.permkrai.ru:443"', "faces.0.host: «school.permkrai.ru:443» — не адрес"),
    "host of one word": ('host = "school.permkrai.ru"', 'host = "school"', "faces.0.host: «school» — не адрес"),
    "host of another journal": ('"school.permkrai.ru"', '"dnevnik.mos.ru"', "faces.0.host: адрес «dnevnik.mos.ru» уже у журнала «diary»"),
    "host of VK ID": ('"school.permkrai.ru"', '"id.vk.com"', "faces.0.host: адрес «id.vk.com» занят: это Кабинет VK ID"),
    "host of the messenger": ('"school.permkrai.ru"', '"web.vk.me"', "faces.0.host: адрес «web.vk.me» занят: это VK Мессенджер"),
    "host of a service": ('"school.permkrai.ru"', '"www.gto.ru"', "faces.0.host: адрес «www.gto.ru» занят: это Портал ГТО"),
    "host VK ID does not know": ('hosts = ["school.permkrai.ru"]', "hosts = []", "vk_id.hosts: нет «school.permkrai.ru» (faces.0)"),
    "host only VK ID knows": ('hosts = ["school.permkrai.ru"]', 'hosts = ["school.permkrai.ru", "perm.test"]', "vk_id.hosts.1: такого сайта у журнала нет; есть: school.permkrai.ru"),
    "path without a slash": ('path = "/messages"', 'path = "messages"', "faces.0.places.0.path: «messages» — не путь"),
    "path of the journal's own": ('path = "/messages"', 'path = "/login"', "faces.0.places.0.path: путь «/login» занят самим журналом"),
    "home that is nowhere": ('host = "school.permkrai.ru"', 'host = "school.permkrai.ru"\nhome = "/start"', "faces.0.home: страницы «/start» у журнала нет"),
    "button nobody can press": ('"icon"', '"settings_button"', "faces.0.places.0.reached_by: «settings_button» никто не нажмёт: при layout = \"web\" в настройках есть settings_tab"),
    "settings without a name": ('"icon"', '"settings_tab"', "labels.settings: ключа нет, а без него в настройки не попасть"),
    "unlinking nowhere": ('shows = ["unlinking", "chats"]', 'shows = ["chats"]', "unlinking.by: «button» негде показать"),
    "own page without code": ('by = "button"', 'by = "passport"', "unlinking.by: «passport» — это своя страница журнала"),
    "views nowhere": ('host = "school.permkrai.ru"', 'host = "school.permkrai.ru"\nviews = "own.py"', "faces.0.views: файла «own.py» в папке журнала нет"),
    "one chat twice": ('key = "pupils"', 'key = "parents"', "chats.1.key: «parents» стоит 2 раза"),
    # names
    "name not the folder's": ('id = "perm"', 'id = "permm"', "id: «permm» — не имя папки, а журнал зовут так же, как её: «perm»"),
    "name at VK ID of a journal": ('"perm-journal"', '"mosreg-journal"', "vk_id.id: «mosreg-journal» уже у журнала «mosreg»"),
    "name at VK ID of a service": ('"perm-journal"', '"gto"', "vk_id.id: «gto» занято другой системой"),
    "callback elsewhere": ("service_name =", 'callback_path = "/back"\nservice_name =', "vk_id.callback_path: журнал встречает только на «/vk/callback»"),
    "no profile wanted": ("service_name =", "needs_profile = false\nservice_name =", "vk_id.needs_profile: журнал привязывает учебный профиль"),
    "assumed nowhere": ('"labels.desk",', '"labels.dask",', "assumed.1: ключа «labels.dask» в файле нет; возможно, labels.desk"),
    "like nobody": ('id = "perm"', 'like = "prem"\nid = "perm"', "like: «prem» не бывает; есть: diary, mesh, mosreg"),
    "like itself": ('id = "perm"', 'like = "perm"\nid = "perm"', "like: «perm» не бывает; есть: diary, mesh, mosreg"),
    "like no name": ('id = "perm"', 'like = ["mesh"]\nid = "perm"', "like: «['mesh']» не бывает"),
    # order
    "screen": ('with_vk_id = ["phone"', 'with_vk_id = ["fax"', f"vk_id.journey.with_vk_id.0: «fax» не бывает; есть: {SCREENS}"),
    "screen with an arrow": ("service_name =", 'arrow_on = ["fax"]\nservice_name =', "vk_id.arrow_on.0: «fax» не бывает; есть: account"),
    "situation left out": (REMEMBERED, "", "vk_id.journey.remembered_with_profile: ключа нет, а он нужен"),
    "screen twice": (REMEMBERED, 'remembered_with_profile = ["choice", "choice"]', "vk_id.journey.remembered_with_profile: экран «choice» стоит дважды"),
    "nobody's phone": (WITH_VK_ID, 'with_vk_id = ["password", "code", "offer"]', f"vk_id.journey.with_vk_id: нет экрана «phone»: без него {NOBODY_YET}"),
    "nothing proven": (WITH_VK_ID, 'with_vk_id = ["phone", "password", "offer"]', "vk_id.journey.with_vk_id: никто не докажет, что номер его: нужен «code» или «code_instead»"),
    "password before the phone": (WITH_VK_ID, 'with_vk_id = ["password", "phone", "code", "offer"]', f"vk_id.journey.with_vk_id: экран «password» стоит до «phone», когда {NOBODY_YET}"),
    "code before the phone": (WITHOUT, 'without_vk_id = ["code", "phone", "offer"]', f"vk_id.journey.without_vk_id: экран «code» стоит до «phone», когда {NOBODY_YET}"),
    "code instead of nothing": (WITHOUT, 'without_vk_id = ["phone", "code_instead", "offer"]', "vk_id.journey.without_vk_id: экран «code_instead» стоит не после «password»"),
    "profile of who has none": (WITHOUT, 'without_vk_id = ["phone", "code", "choice"]', "vk_id.journey.without_vk_id: экрану «choice» здесь нечего показать; он бывает в remembered_with_profile, with_profile"),
    "consent before the phone of some": (WITHOUT, 'without_vk_id = ["consent", "phone", "code", "account_data"]', f"vk_id.journey.without_vk_id: до «phone» {NOBODY_YET}, и порядок до него один; здесь — consent, а в with_profile — ничего"),
    # the file
    "value without quotes": ('id = "perm"', "id = perm", "строка 3, знак 6: значение без кавычек или недописано"),
    "key twice": ('colour = "#7a3b10"', 'colour = "#7a3b10"\ncolour = "#7a3b10"', "этот ключ уже записан выше"),
    "cut off": ('remembered_without_profile = ["offer", "profile_data"]', "remembered_without_profile", "после ключа нет знака «=»"),
}  # fmt: skip


TWO_FAULTS = (
    "list wanted",
    "button nobody can press",
)  # one spoilt place, of which two things are to be said


@pytest.mark.parametrize("case", WRONG)
def test_wrong_file_is_told_by_key(case: str, sites: Path, database: Database) -> None:
    old, new, words = WRONG[case]
    spoil(sites, old, new, times=-1 if case.startswith("host of") and case != "host of one word" else 1)
    lines = told(sites, database)
    file = (sites / "perm/site.toml").as_posix()
    assert all(line.startswith(f"{file}: ") for line in lines)
    assert len(lines) == (2 if case in TWO_FAULTS else 1), lines
    assert words in lines[0]
    assert not re.search(
        r"Value error|Input should|Field required|Extra inputs|line \d|Traceback", " ".join(lines)
    )


def test_another_encoding_is_told(sites: Path, database: Database) -> None:
    file = sites / "perm/site.toml"
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp1251", errors="replace"))
    assert told(sites, database) == [f"{file.as_posix()}: файл не в UTF-8: сохраните его в этой кодировке"]


def test_mark_of_byte_order_does_not_matter(sites: Path) -> None:
    file = sites / "perm/site.toml"
    file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert "perm" in {site.id for site in read_sites(sites)}


def test_faults_of_all_files_are_told_at_once(sites: Path, database: Database) -> None:
    spoil(sites, 'name = "ЭПОС Пермь"', 'name = ""')
    spoil(sites, "colour =", "color =")
    spoil(sites, "login =", "logon =", "mesh")
    assert [line.partition("toml: ")[2].partition(":")[0] for line in told(sites, database)] == [
        "labels.logon", "labels.logon", "name", "color"
    ]  # fmt: skip


def test_circle_of_models_is_told(sites: Path, database: Database) -> None:
    spoil(sites, 'id = "mesh"', 'like = "mosreg"\nid = "mesh"', "mesh")
    assert "like: «mesh» не бывает" in told(sites, database)[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('chats_with = "mesh"', 'chats_with = "nowhere"', "chats_with: «nowhere» чатов не хранит; есть: mesh, mosreg, perm"),
        ('chats_with = "mesh"', 'chats_with = "diary"', "chats_with: «diary» чатов не хранит"),
        ('title = "Чат школы"', 'title = "Вся школа"', "chats.2.title: «Вся школа», а в журнале «mesh» у этого чата «Чат школы»"),
    ],
)  # fmt: skip
def test_chats_that_are_shared_with_nobody_or_differ_are_told(
    sites: Path, database: Database, old: str, new: str, words: str
) -> None:
    spoil(sites, old, new, "diary")
    assert words in told(sites, database)[0]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("blueprint = 1 / 0", "код не исполняется: ZeroDivisionError"),
        ("def f(", "код не исполняется: SyntaxError"),
        ("x = 1", "код не исполняется: AttributeError"),
    ],
)
def test_own_code_that_is_broken_is_told(sites: Path, database: Database, code: str, words: str) -> None:
    (sites / "mosreg/passport.py").write_text(code, encoding="utf-8")
    (line,) = told(sites, database)
    assert line.startswith((sites / "mosreg/passport.py").as_posix())
    assert words in line


def test_own_template_that_is_broken_is_told(sites: Path, database: Database) -> None:
    page = sites / "perm/templates/journal/desk.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>\n{% if %}</p>", encoding="utf-8")
    (line,) = told(sites, database)
    assert line.startswith(f"{page.as_posix()}: строка 2: шаблон не читается")


def test_folder_without_journals_is_told(tmp_path: Path, database: Database) -> None:
    assert "нет ни одного журнала" in told(tmp_path / "nowhere", database)[0]
