"""What a person does with the browser itself: tabs, its buttons, its address bar."""

from __future__ import annotations

from fixtures.cast import ME
from fixtures.conduct.deeds import Deed
from fixtures.world import World
from steps.language.sentence import given, given_or_when, sentence, then
from steps.screens.actor import Actor

TOPIC = "Браузер: адрес, вкладки, «Назад», VPN"


@given(sentence("мой браузер — «{brand:Browser}»"), does=[Deed.TELL])
def my_browser_is(world: World, brand: str) -> None:
    """Мой браузер называет себя сайтам так, хотя под ним всё тот же Chromium.

    Ещё: Chrome, Яндекс, Firefox, обозреватель.
    """
    world.use_browser(ME, brand)


@given_or_when(sentence("включаю на своём компьютере VPN"), does=[Deed.ARRANGE])
def switch_vpn_on(world: World) -> None:
    """С этого места мой компьютер выходит в сеть через VPN; другие компьютеры — нет.

    Ещё: прокси, сеть.
    """
    world.switch_vpn(ME, switched_on=True)


@given_or_when(sentence("выключаю на своём компьютере VPN"), does=[Deed.ARRANGE])
def switch_vpn_off(world: World) -> None:
    """С этого места мой компьютер выходит в сеть без VPN.

    Ещё: прокси, сеть.
    """
    world.switch_vpn(ME, switched_on=False)


@given_or_when(sentence("открываю «{address:Address}»"), does=[Deed.GO])
def open_address(actor: Actor, address: str) -> None:
    """Набирает адрес в адресной строке.

    Ещё: перехожу по адресу, захожу на сайт, ссылка, страница.
    """
    actor.open(address)


@given_or_when(sentence("обновляю страницу"), does=[Deed.GO])
def reload_page(actor: Actor) -> None:
    """Обновляет страницу кнопкой браузера.

    Ещё: перезагружаю, F5.
    """
    actor.screen.reload()


@given_or_when(sentence("нажимаю в браузере «Назад»"), does=[Deed.GO])
def go_back(actor: Actor) -> None:
    """Возвращается на страницу назад кнопкой браузера.

    Ещё: возвращаюсь назад, предыдущая страница.
    """
    actor.screen.go_back()


@given_or_when(sentence("открываю вторую вкладку"), does=[Deed.GO])
def open_second_tab(actor: Actor) -> None:
    """Открывает в том же браузере пустую вторую вкладку и переходит на неё.

    Ещё: новая вкладка.
    """
    actor.device.open_tab()


@given_or_when(sentence("открываю эту страницу во второй вкладке"), does=[Deed.GO])
def open_page_in_second_tab(actor: Actor) -> None:
    """Открывает страницу, которая сейчас на экране, ещё и во второй вкладке и переходит на неё.

    Ещё: дублирую вкладку, новая вкладка.
    """
    address = actor.screen.address
    actor.device.open_tab()
    actor.screen.open(address)


@then(sentence("открывается новое окно"), does=[Deed.LOOK])
def turn_to_new_window(actor: Actor) -> None:
    """Видит, что страница открыла новое окно, и переходит в него; прежнее остаётся вкладкой с прежним номером.

    Ещё: всплывающее окно, попап, новая вкладка.
    """
    actor.screen.turn_to_new_window()


@given_or_when(sentence("возвращаюсь на {tab:Ordinal=вторую} вкладку"), does=[Deed.GO])
def turn_to_tab(actor: Actor, tab: int) -> None:
    """Переходит на вкладку с этим номером; сама страница не обновляется.

    Ещё: переключаюсь на вкладку.
    """
    actor.device.turn_to(tab)


@given_or_when(sentence("закрываю {tab:Ordinal=вторую} вкладку"), does=[Deed.GO])
def close_tab(actor: Actor, tab: int) -> None:
    """Закрывает вкладку с этим номером."""
    actor.device.close_tab(tab)


@given_or_when(sentence("записываю адрес страницы"), does=[Deed.LOOK])
def note_address(actor: Actor) -> None:
    """Записывает то, что стоит в адресной строке, чтобы открыть это позже или передать другому.

    Ещё: копирую ссылку, запоминаю адрес.
    """
    actor.note_address()


@given_or_when(sentence("открываю записанный адрес"), does=[Deed.GO])
def open_noted_address(actor: Actor) -> None:
    """Открывает адрес, записанный раньше, — свой или присланный.

    Ещё: скопированная ссылка, прежний адрес.
    """
    actor.screen.open(actor.noted_address)


@given_or_when(sentence("открываю записанный адрес с чужой меткой state"), does=[Deed.GO])
def open_forged_address(actor: Actor) -> None:
    """Открывает записанный адрес, в котором метка state подменена.

    Ещё: поддельная ссылка, подмена.
    """
    actor.screen.open(actor.forged_address)
