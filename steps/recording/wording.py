"""What was done, and which sentence says so: the one table of it, each line held to the definitions by a test."""

from __future__ import annotations

from dataclasses import dataclass

from fixtures.cast import CAST, ME
from steps.recording.entry import GIVEN, THEN, WHEN, Step

# Places that a sentence does not take as they are written: people, numbers, days.
READ_OTHERWISE = ("who", "whose", "which", "tab", "day", "part")


@dataclass(frozen=True)
class Wording:
    """The sentence for one thing a person does or sees; `columns` names what stands in the table under it."""

    kind: str
    sentence: str
    columns: tuple[str, ...] = ()

    def step(self, **said: str) -> Step:
        """The step with this in its places."""
        rows = (tuple(said[column] for column in self.columns),) if self.columns else ()
        quoted = tuple(value for place, value in said.items() if place not in READ_OTHERWISE)
        return Step(self.kind, self.sentence.format(**said), rows, quoted)


WORDINGS = {
    # the browser itself
    "open": Wording(WHEN, "открываю «{address}»"),
    "back": Wording(WHEN, "нажимаю в браузере «Назад»"),
    "reload": Wording(WHEN, "обновляю страницу"),
    "open_tab": Wording(WHEN, "открываю вторую вкладку"),
    "turn_to_tab": Wording(WHEN, "возвращаюсь на {tab} вкладку"),
    "close_tab": Wording(WHEN, "закрываю {tab} вкладку"),
    "new_window": Wording(THEN, "открывается новое окно"),
    # what is pressed, ticked and chosen
    "press": Wording(WHEN, "нажимаю «{label}»"),
    "press_in": Wording(WHEN, "нажимаю «{label}» {part}"),
    "press_twice": Wording(WHEN, "дважды нажимаю «{label}»"),
    "press_name": Wording(WHEN, "нажимаю «{label}» и фамилию, имя и отчество {whose}"),
    "tick": Wording(WHEN, "отмечаю «{label}»"),
    "tick_in": Wording(WHEN, "отмечаю «{label}» {part}"),
    "tick_name": Wording(WHEN, "отмечаю фамилию, имя и отчество {whose}"),
    "choose": Wording(WHEN, "выбираю «{option}» в поле «{label}»"),
    "choose_in": Wording(WHEN, "выбираю «{option}» в поле «{label}» {part}"),
    # what is typed
    "fill": Wording(WHEN, "ввожу «{value}» в поле «{label}»"),
    "fill_in": Wording(WHEN, "ввожу «{value}» в поле «{label}» {part}"),
    "fill_in_table": Wording(WHEN, "заполняю поля:", ("label", "value")),
    "fill_date": Wording(WHEN, "ввожу дату «{day}» в поле «{label}»"),
    "fill_login": Wording(WHEN, "ввожу свой логин в поле «{label}»"),
    "fill_journal_password": Wording(WHEN, "ввожу свой пароль от журнала в поле «{label}»"),
    "fill_phone": Wording(WHEN, "ввожу свой телефон в поле «{label}»"),
    "fill_phone_of": Wording(WHEN, "ввожу телефон {whose} в поле «{label}»"),
    "fill_vk_password": Wording(WHEN, "ввожу свой пароль от VK ID в поле «{label}»"),
    "fill_vk_password_of": Wording(WHEN, "ввожу пароль {whose} от VK ID в поле «{label}»"),
    "fill_last_name_of": Wording(WHEN, "ввожу фамилию {whose} в поле «{label}»"),
    "fill_email": Wording(WHEN, "ввожу свою почту в поле «{label}»"),
    # codes, by where they were read
    "fill_code": Wording(WHEN, "ввожу код из СМС в поле «{label}»"),
    "fill_spaced_code": Wording(WHEN, "ввожу код из СМС с пробелом посередине в поле «{label}»"),
    "fill_code_by_order": Wording(WHEN, "ввожу код из {which} СМС в поле «{label}»"),
    "fill_code_of": Wording(WHEN, "ввожу код из СМС {whose} в поле «{label}»"),
    "fill_code_of_call": Wording(WHEN, "ввожу последние цифры звонившего номера в поле «{label}»"),
    "fill_code_of_friend": Wording(WHEN, "ввожу код, который назвал друг «{friend}», в поле «{label}»"),
    "fill_code_of_letter": Wording(WHEN, "ввожу код из письма в поле «{label}»"),
    "fill_code_of_letter_by_order": Wording(WHEN, "ввожу код из {which} письма в поле «{label}»"),
    "fill_code_of_generator": Wording(WHEN, "ввожу код из приложения-генератора в поле «{label}»"),
    "fill_wrong_code": Wording(WHEN, "ввожу неверный код вместо кода из СМС в поле «{label}»"),
    # what a page asks in a window of the browser's own
    "agree": Wording(WHEN, "на вопрос браузера «{words}» соглашусь"),
    "refuse": Wording(WHEN, "на вопрос браузера «{words}» откажусь"),
    "reply": Wording(WHEN, "на вопрос браузера «{words}» отвечу «{answer}»"),
    "dismiss": Wording(WHEN, "закрою окно браузера «{words}»"),
    "leave": Wording(WHEN, "на вопрос браузера, уйти ли со страницы, соглашусь"),
    "stay": Wording(WHEN, "на вопрос браузера, уйти ли со страницы, откажусь"),
    # who goes on, and where
    "sit_down": Wording(WHEN, "{who} садится за свой компьютер"),
    "sit_down_again": Wording(WHEN, "я возвращаюсь за свой компьютер"),
    "other_computer": Wording(WHEN, "я сажусь за другой компьютер"),
    "take_up_phone": Wording(WHEN, "беру в руки телефон"),
    # what is marked as seen
    "see_screen": Wording(THEN, "вижу экран «{text}»"),
    "see_message": Wording(THEN, "вижу сообщение «{text}»"),
    "see_button": Wording(THEN, "вижу кнопку «{label}»"),
    "see_button_in": Wording(THEN, "вижу кнопку «{label}» {part}"),
    "see_button_in_table": Wording(THEN, "вижу кнопки:", ("label",)),
    "see_value": Wording(THEN, "в поле «{label}» вижу «{value}»"),
    "see_value_in": Wording(THEN, "в поле «{label}» {part} вижу «{value}»"),
    "see_value_in_table": Wording(THEN, "в полях вижу:", ("label", "value")),
    "see_countdown": Wording(THEN, "вижу обратный отсчёт «{text}»"),
    "see_own_name": Wording(THEN, "вижу свои фамилию, имя и отчество"),
    "see_name_of": Wording(THEN, "вижу фамилию, имя и отчество {whose}"),
    "see_own_name_after": Wording(THEN, "вижу «{text}» и свои фамилию, имя и отчество"),
    "see_name_of_after": Wording(THEN, "вижу «{text}» и фамилию, имя и отчество {whose}"),
    "see": Wording(THEN, "вижу «{text}»"),
    "see_in_table": Wording(THEN, "вижу надписи:", ("text",)),
    "receive_code": Wording(THEN, "на мой телефон приходит СМС с кодом"),
    "receive_call": Wording(THEN, "на мой телефон поступает звонок"),
    "receive_letter": Wording(THEN, "на мою почту приходит письмо с кодом"),
    # who a person is, so that what the steps quote is the same in every run
    "is_somebody": Wording(GIVEN, "я — «{position}»"),
    "is_called": Wording(GIVEN, "меня зовут «{full_name}»"),
    "has_phone": Wording(GIVEN, "мой телефон — «{phone}»"),
    "has_email": Wording(GIVEN, "моя почта — «{email}»"),
}

# What the strip offers to fill a field with.
OWN = (
    ("мой логин", "fill_login"),
    ("мой пароль от журнала", "fill_journal_password"),
    ("мой телефон", "fill_phone"),
    ("мой пароль от VK ID", "fill_vk_password"),
    ("моя почта", "fill_email"),
    ("код из СМС", "fill_code"),
    ("последние цифры звонившего номера", "fill_code_of_call"),
    ("код из письма", "fill_code_of_letter"),
    ("код из приложения-генератора", "fill_code_of_generator"),
)
TABS = (
    "первую",
    "вторую",
    "третью",
    "четвёртую",
    "пятую",
    "шестую",
    "седьмую",
    "восьмую",
    "девятую",
    "десятую",
)
WHOSE = {one.key: one.whose for one in CAST if one.key != ME}
WHO = {one.key: one.who for one in CAST}


def said(what: str, **places: str) -> Step:
    """The step that says that this was done or seen."""
    return WORDINGS[what].step(**places)
