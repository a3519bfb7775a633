"""What a person sees, and does not see, on any screen."""

from __future__ import annotations

from fixtures.cast import ME
from fixtures.conduct.deeds import Deed
from steps.language.parts import Part
from steps.language.sentence import sentence, then
from steps.screens.actor import Actor

TOPIC = "Увидеть на экране"


@then(sentence("вижу экран «{title:Screen}»"), does=[Deed.LOOK])
def see_screen(actor: Actor, title: str) -> None:
    """Ждёт, пока откроется экран с таким заголовком.

    Ещё: открывается страница, окно, заголовок, появляется.
    """
    actor.screen.prove(title)


@then(sentence("вижу «{text:Label=текст}»"), does=[Deed.LOOK])
@then(sentence("вижу «{text:Label=текст}» {part:Part}"), does=[Deed.LOOK])
def see(actor: Actor, text: str, part: Part | None = None) -> None:
    """Видит на экране ровно такой текст, целиком.

    Ещё: текст, надпись, написано, отображается.
    """
    actor.screen.within(part).see(text)


@then(sentence("вижу сообщение «{text:Label=текст}»"), does=[Deed.LOOK])
def see_message(actor: Actor, text: str) -> None:
    """Видит такое сообщение об ошибке или о сделанном — не заголовок и не подпись поля.

    Ещё: ошибка, уведомление, предупреждение.
    """
    actor.screen.see_message(text)


@then(sentence("вижу «{text:Label=текст}» один раз"), does=[Deed.LOOK])
def see_once(actor: Actor, text: str) -> None:
    """Видит такой текст на экране ровно в одном месте.

    Ещё: не повторяется.
    """
    actor.screen.see_once(text)


@then(sentence("вижу кнопку «{label:Label}»"), does=[Deed.LOOK])
@then(sentence("вижу кнопку «{label:Label}» {part:Part}"), does=[Deed.LOOK])
def see_button(actor: Actor, label: str, part: Part | None = None) -> None:
    """Видит кнопку, ссылку или значок с такой надписью.

    Ещё: ссылка, значок, иконка, есть кнопка.
    """
    actor.screen.within(part).see_button(label)


@then(sentence("в поле «{label:Field}» вижу «{value:Text}»"), does=[Deed.LOOK])
@then(sentence("в поле «{label:Field}» {part:Part} вижу «{value:Text}»"), does=[Deed.LOOK])
def see_value(actor: Actor, label: str, value: str, part: Part | None = None) -> None:
    """В поле с такой подписью стоит ровно это.

    Ещё: заполнено, значение, содержимое поля.
    """
    actor.screen.within(part).see_value(label, value)


@then(sentence("вижу надписи:", columns=("Label",)), does=[Deed.LOOK])
def see_all(actor: Actor, datatable: list[str]) -> None:
    """Видит на экране каждый текст из таблицы, целиком; в каком порядке они стоят, неважно.

    Ещё: тексты, перечень.
    """
    actor.screen.see_all(datatable)


@then(sentence("вижу длинный текст:"), does=[Deed.LOOK])
def see_long_text(actor: Actor, docstring: str) -> None:
    """Видит на экране ровно такой текст, целиком; он стоит ниже между тройными кавычками, хоть бы и в несколько строк.

    Ещё: длинная надпись, абзац, предупреждение.
    """
    actor.screen.see(" ".join(docstring.split()))


@then(sentence("не вижу надписи:", columns=("Label",)), does=[Deed.LOOK])
def miss_all(actor: Actor, datatable: list[str]) -> None:
    """На экране, названном перед этим («вижу экран …»), нет ни одного текста из таблицы.

    Ещё: тексты пропали, перечень.
    """
    actor.screen.miss_all(datatable)


@then(sentence("не вижу кнопки:", columns=("Label",)), does=[Deed.LOOK])
def miss_buttons(actor: Actor, datatable: list[str]) -> None:
    """На экране, названном перед этим («вижу экран …»), нет кнопки, ссылки или значка ни с одной из этих надписей.

    Ещё: ссылки пропали, перечень.
    """
    actor.screen.miss_buttons(datatable)


@then(sentence("вижу по порядку:", columns=("Label",)), does=[Deed.LOOK])
def see_in_order(actor: Actor, datatable: list[str]) -> None:
    """Видит на экране каждый текст из таблицы, целиком, и следующий стоит после предыдущего.

    Ещё: порядок, последовательность, список.
    """
    actor.screen.see_in_order(datatable)


@then(sentence("вижу кнопки:", columns=("Label",)), does=[Deed.LOOK])
def see_buttons(actor: Actor, datatable: list[str]) -> None:
    """Видит кнопку, ссылку или значок с каждой из этих надписей.

    Ещё: ссылки, значки.
    """
    actor.screen.see_buttons(datatable)


@then(sentence("в полях вижу:", columns=("Field", "Text")), does=[Deed.LOOK])
def see_values(actor: Actor, datatable: list[list[str]]) -> None:
    """В полях стоит ровно это: слева в таблице подпись поля, справа то, что в нём.

    Ещё: форма, анкета, заполнено.
    """
    actor.screen.see_values(datatable)


@then(sentence("вижу свои фамилию, имя и отчество"), does=[Deed.LOOK])
@then(sentence("вижу фамилию, имя и отчество {whose:Whose}"), does=[Deed.LOOK])
def see_name(actor: Actor, whose: str = ME) -> None:
    """На экране стоят фамилия, имя и отчество этого человека; «свои» — того, кто сейчас действует.

    Ещё: имя, кто вошёл.
    """
    actor.screen.see(actor.person_of(whose).full_name)


@then(sentence("вижу «{text:Label=текст}» и свои фамилию, имя и отчество"), does=[Deed.LOOK])
@then(sentence("вижу «{text:Label=текст}» и фамилию, имя и отчество {whose:Whose}"), does=[Deed.LOOK])
def see_name_after(actor: Actor, text: str, whose: str = ME) -> None:
    """Видит этот текст, а сразу за ним — фамилию, имя и отчество этого человека.

    Ещё: имя, кто вошёл.
    """
    actor.screen.see(f"{text} {actor.person_of(whose).full_name}")


@then(sentence("вижу обратный отсчёт «{text:Label=текст перед временем}»"), does=[Deed.LOOK])
def see_countdown(actor: Actor, text: str) -> None:
    """Видит этот текст и за ним оставшиеся минуты и секунды.

    Ещё: таймер, осталось.
    """
    actor.screen.see_countdown(text)


@then(sentence("вижу обратный отсчёт «{line:Label=текст 1:53}» или на секунды меньше"), does=[Deed.LOOK])
def see_countdown_near(actor: Actor, line: str) -> None:
    """Видит этот текст с оставшимся временем в конце: ровно таким или меньше на секунды, которые успели пройти.

    Ещё: таймер, осталось.
    """
    actor.screen.see_countdown_near(line)


@then(sentence("в списке «{name:Label=название списка}» строк: {number:Number}"), does=[Deed.LOOK])
def see_number_of_lines(actor: Actor, name: str, number: int) -> None:
    """В списке с таким названием ровно столько строк.

    Ещё: сколько строк, количество.
    """
    actor.screen.see_number_of_lines(name, number)


@then(sentence("не вижу «{text:Label=текст}»"), does=[Deed.LOOK])
@then(sentence("не вижу «{text:Label=текст}» {part:Part}"), does=[Deed.LOOK])
def miss(actor: Actor, text: str, part: Part | None = None) -> None:
    """На экране, названном перед этим («вижу экран …»), такого текста нет.

    Ещё: нет надписи, пропал, исчез.
    """
    actor.screen.within(part).miss(text)


@then(sentence("нигде на экране не вижу «{text:Label=текст}»"), does=[Deed.LOOK])
def miss_anywhere(actor: Actor, text: str) -> None:
    """На экране, названном перед этим («вижу экран …»), этого нет ни в надписях, ни внутри них, ни в полях.

    Ещё: нет надписи, не показывают.
    """
    actor.screen.miss_anywhere(text)


@then(sentence("не вижу свои фамилию, имя и отчество"), does=[Deed.LOOK])
@then(sentence("не вижу фамилию, имя и отчество {whose:Whose}"), does=[Deed.LOOK])
def miss_name(actor: Actor, whose: str = ME) -> None:
    """На экране, названном перед этим («вижу экран …»), фамилии, имени и отчества этого человека нет.

    Ещё: имени нет.
    """
    actor.screen.miss(actor.person_of(whose).full_name)


@then(sentence("не вижу кнопку «{label:Label}»"), does=[Deed.LOOK])
@then(sentence("не вижу кнопку «{label:Label}» {part:Part}"), does=[Deed.LOOK])
def miss_button(actor: Actor, label: str, part: Part | None = None) -> None:
    """На экране, названном перед этим («вижу экран …»), такой кнопки, ссылки или значка нет.

    Ещё: нет кнопки, пропала ссылка.
    """
    actor.screen.within(part).miss_button(label)


@then(sentence("не вижу ни одной кнопки со словом «{word:Word}»"), does=[Deed.LOOK])
def miss_every_button_with(actor: Actor, word: str) -> None:
    """На экране, названном перед этим («вижу экран …»), ни в одной кнопке, ссылке или значке нет этого слова.

    Ещё: нет кнопок.
    """
    actor.screen.miss_every_button_with(word)
