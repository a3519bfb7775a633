"""The step definitions of the samples: a teacher, a button, and two that must not be."""

import pytest

from fixtures.cast import ME
from steps.language.sentence import given, sentence, then, when


class Nobody:
    """Whom the steps speak to where nothing is simulated."""

    def __getattr__(self, word):
        """Do nothing."""
        return lambda *_: None


@pytest.fixture
def actor():
    """Nobody who acts."""
    return Nobody()


@pytest.fixture
def world():
    """Nobody's world."""
    return Nobody()


@given(sentence("учитель на рабочем столе"))
def start():
    """Открывает рабочий стол."""


@when(sentence("нажимаю «{label:Label}»"))
def press(label):
    """Нажимает кнопку."""


@then(sentence("вижу «{label:Label}»"))
def see(label):
    """Видит надпись."""


@when(sentence("жду ответа {how:Text}"))
def wait_somehow(how):
    """Подходит под то же, что и следующий."""


@when(sentence("жду ответа сервера"))
def wait_for_server():
    """Подходит под то же, что и предыдущий."""


@when(sentence("жду «{label:Label}»"))
@then(sentence("жду «{label:Label}»"))
def wait(label):
    """Ждёт надпись: и действие, и взгляд."""


@when(sentence("асинхронно нажимаю «{label:Label}»"))
async def press_later(label):
    """Никогда не выполнится."""


@then(sentence("вижу кнопки:", columns=("Label",)))
def see_buttons(datatable):
    """Видит каждую кнопку из таблицы."""


@given(sentence("мой телефон — «{phone:Phone}»"))
def my_phone(phone):
    """Задаёт телефон."""


@given(sentence("случилась неполадка «{name:Fault}»"))
def disturb(name):
    """Что-то не работает."""


@given(sentence("вхожу по ссылке «{label:Label}»"))
@when(sentence("вхожу по ссылке «{label:Label}»"))
def follow(label):
    """Переходит по ссылке."""


@when(sentence("ввожу «{value:Text}» в поле «{label:Field}»"))
def fill(value, label):
    """Вводит текст."""


@then(sentence("в поле «{label:Field}» вижу «{value:Text}»"))
def see_value(label, value):
    """Видит в поле текст."""


@then(sentence("на мой телефон приходит СМС с кодом"))
def receive(actor):
    """Читает телефон."""
    actor.phone.expect("sms")


@then(sentence("вижу экран «{title:Screen}»"))
def see_screen(title):
    """Видит экран."""


@then(sentence("не вижу «{text:Label}»"))
def miss(text):
    """Не видит надписи."""


@given(sentence("моя школа — «{school:School}»"))
@given(sentence("школа {whose:Whose} — «{school:School}»"))
def describe(world, school, whose=ME):
    """Описывает человека."""
    world.change(whose, school)


@given(sentence("вхожу в журнал"))
@when(sentence("вхожу в журнал"))
def sign_in(actor):
    """Действует."""
    actor.sign_in()


@given(sentence("{who:Other} садится за свой компьютер"))
def sit(actor, who):
    """Приводит другого человека."""
    actor.sit(who, who)


@given(sentence("мой браузер — «{brand:Browser}»"))
def browse(world, brand):
    """Выбирает браузер."""
    world.use_browser(ME, brand)
