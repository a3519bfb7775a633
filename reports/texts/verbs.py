"""Words by which instructions ask for something, each with the kind of thing it asks for."""

from __future__ import annotations

from enum import Enum, auto


class Verb(Enum):
    """What a verb asks for; the words around it say more."""

    PRESS = auto()
    GO = auto()
    SIGN_IN = auto()
    ENTER = auto()
    REPEAT = auto()
    CHECK = auto()
    TICK = auto()
    ACCEPT = auto()
    CHANGE = auto()
    WAIT = auto()
    CLOSE = auto()
    RELOAD = auto()
    FIND = auto()
    RESTORE = auto()
    SEE = auto()
    VANISH = auto()
    ARRIVE = auto()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORDS = {
    Verb.PRESS: "нажать нажимать жать кликнуть кликать щелкнуть щелкать тапнуть тапать коснуться ткнуть тыкать выбрать"
    " выбирать раскрыть развернуть ответить отвечать подтвердить подтверждать сохранить воспользоваться",
    Verb.GO: "перейти переходить открыть открывать зайти заходить пройти осуществить осуществлять выполнить"
    " выполнять произвести проследовать вернуться запустить посетить",
    Verb.SIGN_IN: "войти входить авторизоваться залогиниться авторизовываться",
    Verb.ENTER: "ввести вводить указать указывать вписать вписывать набрать набирать написать напечатать внести вносить"
    " вбить заполнить заполнять переписать придумать задать дать",
    Verb.REPEAT: "повторить продублировать",
    Verb.CHECK: "проверить проверять сверить сверять свериться убедиться удостовериться просмотреть",
    Verb.TICK: "отметить отмечать поставить ставить установить проставить",
    Verb.ACCEPT: "принять принимать дать согласиться",
    Verb.CHANGE: "изменить исправить сменить поменять",
    Verb.WAIT: "подождать дождаться ждать обождать",
    Verb.CLOSE: "закрыть закрывать",
    Verb.RELOAD: "обновить перезагрузить",
    Verb.RESTORE: "восстановить сбросить",
    Verb.FIND: "найти находить отыскать",
    Verb.SEE: "увидеть видеть видный открыться открываться появиться появляться отобразиться отображаться показаться"
    " возникнуть попасть оказаться загореться высветиться загрузиться всплыть",
    Verb.VANISH: "исчезнуть исчезать пропасть пропадать нет",
    Verb.ARRIVE: "прийти приходить поступить поступать",
}
VERBS = {word: verb for verb, words in WORDS.items() for word in words.split()}
# Nouns that ask for the same when something is done «после», «при» or by means of them.
NOUNS = {
    "нажатие": Verb.PRESS,
    "клик": Verb.PRESS,
    "щелчок": Verb.PRESS,
    "касание": Verb.PRESS,
    "тап": Verb.PRESS,
}
HAPPENING = (Verb.SEE, Verb.VANISH, Verb.ARRIVE)

# Orders that ask for nothing a scenario could do.
POLITE = _words("обратить помнить учесть учитывать хотеть иметь посмотреть знать")
MODAL = _words(
    "нужно надо необходимо следует требоваться можно возможно мочь должный понадобиться остаться"
    " достаточно следовать потребоваться нужный необходимый возможный рекомендоваться"
)
NEGATING = _words("получиться нельзя никогда запретить запрещено запрещаться невозможно")
PURPOSE = {"чтобы", "дабы"}
CONDITION = {"если", "когда"}

# Whose doing is told instead of asked for: «работник нажимает …».
PEOPLE = _words(
    "работник сотрудник учитель педагог преподаватель родитель ученик обучающийся учащийся школьник пользователь"
)
BUTTONS = _words("кнопка ссылка значок иконка пиктограмма плашка строчка пункт")
SCREENS = _words("окно страница экран форма раздел окошко вкладка")
MESSAGES = {"сообщение", "уведомление", "предупреждение"}
FIELDS = {"поле", "строка", "окошко", "графа"}
SURROUNDINGS = _words("приложение сервис система журнал дневник портал сайт платформа подсистема программа")
PLACING = {"в", "во", "на"}
RELATIVE = {"который", "куда", "где", "какой"}
