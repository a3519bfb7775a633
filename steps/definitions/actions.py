"""What a person does on any screen: opens, presses, types, chooses."""

from __future__ import annotations

from steps.language.sentence import given, sentence, when
from steps.screens.actor import COLLEAGUE, Actor
from steps.screens.phone import CALL, SMS
from steps.ways import vk_id


@given(sentence("открываю «{address:Label}»"))
@when(sentence("открываю «{address:Label}»"))
def open_address(actor: Actor, address: str) -> None:
    """Набирает адрес в адресной строке."""
    actor.screen.open(address)


@given(sentence("нажимаю «{label:Label}»"))
@when(sentence("нажимаю «{label:Label}»"))
def press(actor: Actor, label: str) -> None:
    """Нажимает кнопку, ссылку или значок с такой надписью — точно как на экране."""
    actor.screen.press(label)


@when(sentence("дважды нажимаю «{label:Label}»"))
def press_twice(actor: Actor, label: str) -> None:
    """Нажимает кнопку два раза подряд, не дожидаясь ответа."""
    actor.screen.press_twice(label)


@given(sentence("ввожу «{value:Text}» в поле «{label:Label}»"))
@when(sentence("ввожу «{value:Text}» в поле «{label:Label}»"))
def fill(actor: Actor, value: str, label: str) -> None:
    """Вводит текст в поле с такой подписью вместо того, что там было; «» оставляет поле пустым."""
    actor.screen.fill(label, value)


@when(sentence("ввожу дату «{day:Number}.{month:Number}.{year:Number}» в поле «{label:Label}»"))
def fill_date(actor: Actor, day: int, month: int, year: int, label: str) -> None:
    """Вводит дату — день, месяц и год — в поле даты."""
    actor.screen.fill(label, f"{year:04}-{month:02}-{day:02}")


@when(sentence("выбираю «{option:Label}» в поле «{label:Label}»"))
def choose(actor: Actor, option: str, label: str) -> None:
    """Выбирает строку из списка с такой подписью."""
    actor.screen.choose(label, option)


@when(sentence("ввожу свой логин в поле «{label:Label}»"))
def fill_login(actor: Actor, label: str) -> None:
    """Вводит логин от журнала того, кто сейчас действует."""
    actor.screen.fill(label, actor.person.account.login)


@when(sentence("ввожу свой пароль от журнала в поле «{label:Label}»"))
def fill_journal_password(actor: Actor, label: str) -> None:
    """Вводит пароль от журнала того, кто сейчас действует."""
    actor.screen.fill(label, actor.person.account.password)


@given(sentence("ввожу свой телефон в поле «{label:Label}»"))
@when(sentence("ввожу свой телефон в поле «{label:Label}»"))
def fill_phone(actor: Actor, label: str) -> None:
    """Вводит номер, который был у того, кто действует, в начале сценария; сменённый набирают словами."""
    actor.screen.fill(label, actor.person.phone)


@when(sentence("ввожу свой пароль от VK ID в поле «{label:Label}»"))
def fill_vk_password(actor: Actor, label: str) -> None:
    """Вводит пароль от VK ID, который был у того, кто действует, в начале сценария; новый набирают словами."""
    actor.screen.fill(label, actor.person.vk_password)


@when(sentence("ввожу телефон коллеги в поле «{label:Label}»"))
def fill_phone_of_colleague(actor: Actor, label: str) -> None:
    """Вводит номер телефона коллеги."""
    actor.screen.fill(label, actor.world.person(COLLEAGUE).phone)


@when(sentence("ввожу фамилию коллеги в поле «{label:Label}»"))
def fill_last_name_of_colleague(actor: Actor, label: str) -> None:
    """Вводит фамилию коллеги."""
    actor.screen.fill(label, actor.world.person(COLLEAGUE).last_name)


@when(sentence("нажимаю «{label:Label}» и фамилию, имя и отчество коллеги"))
def press_name_of_colleague(actor: Actor, label: str) -> None:
    """Нажимает кнопку, в имени которой после этой надписи стоят фамилия, имя и отчество коллеги."""
    actor.screen.press(f"{label} {actor.world.person(COLLEAGUE).full_name}")


@when(sentence("ввожу пароль коллеги от VK ID в поле «{label:Label}»"))
def fill_vk_password_of_colleague(actor: Actor, label: str) -> None:
    """Вводит пароль от VK ID, который сказал коллега."""
    actor.screen.fill(label, actor.world.person(COLLEAGUE).vk_password)


@given(sentence("ввожу код из СМС в поле «{label:Label}»"))
@when(sentence("ввожу код из СМС в поле «{label:Label}»"))
def fill_code(actor: Actor, label: str) -> None:
    """Смотрит на телефон и вводит код из последнего ещё не использованного СМС."""
    actor.screen.fill(label, actor.phone.code(SMS))


@when(sentence("ввожу код из СМС коллеги в поле «{label:Label}»"))
def fill_code_of_colleague(actor: Actor, label: str) -> None:
    """Вводит код, который пришёл на телефон коллеги."""
    actor.screen.fill(label, actor.phone_of(COLLEAGUE).code(SMS))


@when(sentence("ввожу прежний код из СМС в поле «{label:Label}»"))
def fill_earlier_code(actor: Actor, label: str) -> None:
    """Вводит код из предпоследнего СМС."""
    actor.screen.fill(label, actor.phone.earlier_code())


@when(sentence("ввожу неверный код в поле «{label:Label}»"))
def fill_wrong_code(actor: Actor, label: str) -> None:
    """Вводит код, который отличается от присланного последней цифрой."""
    actor.screen.fill(label, actor.phone.wrong_code())


@when(sentence("ввожу последние цифры звонившего номера в поле «{label:Label}»"))
def fill_code_of_call(actor: Actor, label: str) -> None:
    """Смотрит на телефон и вводит четыре последние цифры номера, с которого звонили."""
    actor.screen.fill(label, actor.phone.code(CALL))


@when(sentence("{times:Number} раз подряд ввожу неверный пароль"))
@when(sentence("{times:Number} раза подряд ввожу неверный пароль"))
def mistype_password(actor: Actor, times: int) -> None:
    """Столько раз вводит неверный пароль от VK ID и нажимает «Продолжить»."""
    vk_id.mistype_password(actor, times)


@when(sentence("{times:Number} раз подряд ввожу неверный код"))
@when(sentence("{times:Number} раза подряд ввожу неверный код"))
def mistype_code(actor: Actor, times: int) -> None:
    """Столько раз вводит неверный код и нажимает «Продолжить»."""
    vk_id.mistype_code(actor, times)


@when(sentence("заполняю анкету своими данными"))
def fill_in_own_data(actor: Actor) -> None:
    """Вводит свои фамилию, имя, отчество, дату рождения и выбирает пол."""
    vk_id.fill_in(actor)
