"""Where things stand on a screen: in its corner, in the navigation bar, on one line, within its width."""

from __future__ import annotations

from fixtures.conduct.deeds import Deed
from steps.language.sentence import sentence, then
from steps.screens.actor import Actor
from steps.ways import passport

TOPIC = "Увидеть, где что стоит"


@then(sentence("справа вверху вижу значок «{label:Label}»"), does=[Deed.LOOK])
def see_icon_at_top_right(actor: Actor, label: str) -> None:
    """Видит значок с таким именем в правом верхнем углу окна.

    Ещё: угол, иконка.
    """
    actor.layout.see_at_top_right(label)


@then(sentence("список «{label:Label=название списка}» стоит слева"), does=[Deed.LOOK])
def see_list_at_left(actor: Actor, label: str) -> None:
    """Видит список с таким названием у левого края окна, а остальное — справа от него.

    Ещё: боковая панель, меню слева.
    """
    actor.layout.see_list_at_left(label)


@then(sentence("рядом с id аккаунта вижу значок «{label:Label}»"), does=[Deed.LOOK])
def see_icon_beside_account_id(actor: Actor, label: str) -> None:
    """Видит id аккаунта и на той же строке справа от него значок с таким именем.

    Ещё: иконка, номер аккаунта.
    """
    actor.layout.see_beside(passport.ACCOUNT_ID, label)


@then(
    sentence("в навигационной панели по порядку вижу «{sections:Label=разделы через пробел}»"),
    does=[Deed.LOOK],
)
def see_navigation(actor: Actor, sections: str) -> None:
    """Видит в навигационной панели ровно эти разделы, в этом порядке; между ними — пробел.

    Ещё: меню, разделы.
    """
    actor.layout.see_navigation(sections)


@then(sentence("в навигационной панели вижу значок «{label:Label}»"), does=[Deed.LOOK])
def see_icon_in_navigation(actor: Actor, label: str) -> None:
    """Видит в навигационной панели значок с таким именем.

    Ещё: меню, иконка.
    """
    actor.layout.see_in_navigation(label)


@then(sentence("страница умещается на экране по ширине"), does=[Deed.LOOK])
def see_it_fits(actor: Actor) -> None:
    """Вбок прокручивать нечего: ничего не шире экрана.

    Ещё: прокрутка, мобильный экран.
    """
    actor.layout.see_it_fits()
