"""Who is there and what they have: accounts, VK ID, study profiles, schools, phones, friends."""

from __future__ import annotations

from dataclasses import replace

from fixtures.cast import ME
from fixtures.conduct.deeds import Deed
from fixtures.people import Persona
from fixtures.world import World
from steps.language.sentence import given, sentence
from steps.ways import recovery

TOPIC = "Люди: кто есть и что у кого"


@given(sentence("{who:Who} — «{position:Position}»"), does=[Deed.TELL])
def is_somebody(world: World, who: str, position: str) -> None:
    """Говорит, кто этот человек и в каком журнале; пока не сказано, я и коллега — учителя ЭПОС.

    О любом журнале: «учитель журнала «perm»», так же «родитель» и «ученик», если они в нём есть.

    Ещё: роль, учитель, родитель, ученик, кто я.
    """
    world.change(who, lambda person: person.placed(position))


@given(sentence("я ещё и «{position:Position}»"), does=[Deed.TELL])
def i_am_also(world: World, position: str) -> None:
    """У меня есть вторая учётная запись, в другом журнале и в другой роли; учебный профиль и телефон одни.

    Ещё: вторая роль, два журнала.
    """
    world.change(ME, lambda person: person.also(position))


@given(sentence("моя учётная запись — в журнале «{journal:Journal}»"), does=[Deed.TELL])
def my_account_is_in(world: World, journal: str) -> None:
    """Журнал, где у меня учётная запись, — по имени его папки: «perm», «mesh» и так далее, — или по его названию.

    Ещё: регион, область.
    """
    world.change(ME, lambda person: person.in_journal(journal))


@given(sentence("меня зовут «{full_name:FullName}»"), does=[Deed.TELL])
def i_am_called(world: World, full_name: str) -> None:
    """Задаёт мои фамилию, имя и отчество, три слова в этом порядке; пол понятен по отчеству.

    Ещё: имя, фамилия, отчество.
    """
    world.change(ME, lambda person: person.named(full_name))


@given(sentence("мой телефон — «{phone:Phone}»"), does=[Deed.TELL])
def my_phone_is(world: World, phone: str) -> None:
    """Задаёт номер моего телефона: +7 и десять цифр; номера «+7 199 …» ничьи.

    Ещё: номер, мобильный, другой номер, номер для людей.
    """
    world.change(ME, lambda person: person.with_phone(phone))


@given(sentence("моя школа — «{school:School}»"), does=[Deed.TELL])
@given(sentence("школа {whose:Whose} — «{school:School}»"), does=[Deed.TELL])
def school_is(world: World, school: str, whose: str = ME) -> None:
    """Задаёт школу этого человека.

    Ещё: организация, где работаю.
    """
    world.change(whose, lambda person: person.at_school(school))


@given(sentence("мой класс — «{class_name:ClassName}»"), does=[Deed.TELL])
@given(sentence("класс {whose:Whose} — «{class_name:ClassName}»"), does=[Deed.TELL])
def class_is(world: World, class_name: str, whose: str = ME) -> None:
    """Задаёт класс, в котором этот человек работает или учится.

    Ещё: группа, в каком классе.
    """
    world.change(whose, lambda person: person.of_classes(class_name))


@given(
    sentence("мои дети учатся в классах «{first:ClassName}» и «{second:ClassName=другой класс}»"),
    does=[Deed.TELL],
)
def my_children_are_in(world: World, first: str, second: str) -> None:
    """У меня двое детей в одной школе, каждый в своём классе.

    Ещё: двое детей.
    """
    world.change(ME, lambda person: person.of_classes(first, second))


@given(sentence("мои предметы — «{first:Subject}» и «{second:Subject=другой предмет}»"), does=[Deed.TELL])
def my_subjects_are(world: World, first: str, second: str) -> None:
    """Задаёт предметы, которые я изучаю: у каждого в моём журнале есть чат.

    Ещё: уроки, преподаю.
    """
    world.change(ME, lambda person: person.of_subjects(first, second))


@given(sentence("предмет {whose:Whose} — «{subject:Subject}»"), does=[Deed.TELL])
def subject_is(world: World, whose: str, subject: str) -> None:
    """Задаёт предмет, который этот человек изучает.

    Ещё: уроки, преподаёт.
    """
    world.change(whose, lambda person: person.of_subjects(subject))


@given(sentence("{whose:Owner} есть VK ID и учебный профиль"), does=[Deed.TELL])
def has_a_profile(world: World, whose: str) -> None:
    """У этого человека есть VK ID с паролем и учебный профиль; к журналу он не привязан.

    Этим же VK ID пользуются, когда мне нужен другой: «ввожу телефон коллеги …», «ввожу пароль коллеги от VK ID …».

    Ещё: зарегистрирован, аккаунт ВК, Сферум.
    """
    world.change(whose, Persona.with_profile)


@given(sentence("{whose:Owner} есть VK ID, но нет учебного профиля"), does=[Deed.TELL])
def has_a_vk_id(world: World, whose: str) -> None:
    """У этого человека есть VK ID с паролем, учебного профиля ещё нет.

    Ещё: зарегистрирован, аккаунт ВК.
    """
    world.change(whose, Persona.with_vk_id)


@given(sentence("{whose:Owner} нет VK ID"), does=[Deed.TELL])
def has_no_vk_id(world: World, whose: str) -> None:
    """У этого человека есть только учётная запись журнала и телефон.

    Ещё: не зарегистрирован, новый пользователь.
    """
    world.change(whose, Persona.without_vk_id)


@given(sentence("на мой номер зарегистрирован VK ID {whose:Whose}"), does=[Deed.TELL])
def my_number_has_the_vk_id_of(world: World, whose: str) -> None:
    """У меня нет VK ID, а на номер моего телефона когда-то завёл VK ID этот человек.

    Ещё: номер занят, чужой аккаунт.
    """
    phone = world.person(ME).phone
    world.change(whose, lambda person: replace(person.with_vk_id(), phone=phone))


@given(sentence("мой учебный профиль привязан"), does=[Deed.TELL])
@given(sentence("учебный профиль {whose:Whose} привязан"), does=[Deed.TELL])
def is_linked(world: World, whose: str = ME) -> None:
    """Учебный профиль этого человека привязан к его учётной записи журнала; вторую роль называют ниже: «я ещё и …».

    Ещё: привязка есть, подключён.
    """
    world.change(whose, Persona.linked)


@given(sentence("мой учебный профиль привязан к другой моей учётной записи журнала"), does=[Deed.TELL])
def i_am_linked_by_other_account(world: World) -> None:
    """У меня две учётные записи в журнале; профиль привязан к той, под которой я не работаю.

    Ещё: занят, привязан не здесь.
    """
    world.change(ME, Persona.linked_by_other_account)


@given(sentence("мой учебный профиль привязан во всех моих журналах"), does=[Deed.TELL])
def i_am_linked_everywhere(world: World) -> None:
    """Один и тот же учебный профиль привязан к каждой моей учётной записи.

    Ещё: два журнала, обе роли.
    """
    world.change(ME, Persona.linked_everywhere)


@given(sentence("моя почта — «{email:Email}»"), does=[Deed.TELL])
def my_email_is(world: World, email: str) -> None:
    """Задаёт почту, с которой зарегистрирован мой VK ID.

    Ещё: имейл, электронный адрес.
    """
    world.change(ME, lambda person: person.with_email(email))


@given(sentence("к моему VK ID привязана почта"), does=[Deed.TELL])
def i_have_a_mailbox(world: World) -> None:
    """В моём VK ID указан мой почтовый ящик.

    Ещё: имейл, электронный ящик.
    """
    world.change(ME, Persona.with_own_email)


@given(sentence("{whose:Owner} есть страница ВКонтакте с чатом «{title:Chat}»"), does=[Deed.TELL])
def has_a_page(world: World, whose: str, title: str) -> None:
    """У VK ID этого человека есть ещё и личная страница ВКонтакте; на ней — чат с таким названием.

    У кого чат страницы называется так же, тот в этом же чате.

    Ещё: аккаунт ВК, соцсеть, личный чат.
    """
    world.change(whose, lambda person: person.with_page(title))


@given(sentence("моя страница ВКонтакте называется «{full_name:FullName}»"), does=[Deed.TELL])
def my_page_is_called(world: World, full_name: str) -> None:
    """Задаёт имя в VK ID — три слова, — непохожее на настоящее; учебный профиль остаётся под настоящим.

    Ещё: псевдоним, ник.
    """
    world.change(ME, lambda person: person.with_page_named(full_name))


@given(sentence("{whose:Owner} есть приложение-генератор кодов"), does=[Deed.TELL])
def has_a_generator(world: World, whose: str) -> None:
    """К VK ID этого человека подключено приложение-генератор кодов; оно стоит на его телефоне.

    Ещё: аутентификатор, двухфакторная.
    """
    world.change(whose, Persona.with_generator)


@given(sentence("у меня есть друзья, которым доверяю"), does=[Deed.TELL])
def i_trust_friends(world: World) -> None:
    """В VK ID названы трое друзей: «Мария В.», «Иван Л.» и «Павел С.»; телефоны у них свои.

    Ещё: доверенные друзья.
    """
    recovery.trust_friends(world)
