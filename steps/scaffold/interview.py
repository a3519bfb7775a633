"""Asks what a new scenario needs: an answer given as an option is taken, the others are asked for one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fixtures.people import SPELT
from steps.language.spelling import nearest_word
from steps.scaffold.answers import BEFORE, STARTS, Answers
from steps.scaffold.project import Project

NEW_FILE = "новый"
MEANT_ENOUGH = 0.6  # the answers are short words

Given = Mapping[str, str | Sequence[str] | None]


class Unanswered(ValueError):
    """An answer is missing, or is none of those there are; the message is Russian."""


@dataclass(frozen=True)
class Question:
    """A question: `key` is its option too; `choices` with their meanings, if only these are answers."""

    key: str
    text: str
    choices: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    open_ended: bool = False  # other answers than the choices are good too

    def understood(self, answer: str) -> str:
        """Return the answer that was meant: a number is that of a choice; raises Unanswered."""
        answer = answer.strip() or self.default
        names = list(self.choices)
        if answer.isdigit() and 0 < int(answer) <= len(names):
            return names[int(answer) - 1]
        known = {name.casefold(): name for name in names}
        if answer and (not names or self.open_ended or answer.casefold() in known):
            return known.get(answer.casefold(), answer)
        if not answer:
            raise Unanswered(f"нужен ответ: {self.text[0].lower()}{self.text[1:]} (ключ --{self.key})")
        near = nearest_word(answer, names, MEANT_ENOUGH)
        hint = f"Может быть, «{near}»?" if near else f"Есть: {', '.join(names)}."
        raise Unanswered(f"«{answer}» не подходит (ключ --{self.key}). {hint}")

    def __str__(self) -> str:
        """The question as it is asked."""
        width = max(map(len, self.choices), default=0)
        listed = [
            f"  {number:>2}. {name:<{width}}  {meaning}".rstrip()
            for number, (name, meaning) in enumerate(self.choices.items(), start=1)
        ]
        usual = f" [{self.default}]" if self.default else ""
        return "\n".join([f"{self.text}{usual}", *listed])


class Interview:
    """Answers from options and, where there is somebody to ask, from them."""

    def __init__(self, given: Given, ask: Callable[[str], str] | None, tell: Callable[[str], None]) -> None:
        """Take the answers given; `ask` is None where nobody is there to answer."""
        self._given = given
        self._ask = ask
        self._tell = tell

    def one(self, question: Question) -> str:
        """Return the answer to a question; raises Unanswered."""
        given = self._given.get(question.key)
        if isinstance(given, str):
            return question.understood(given)
        if self._ask is None:
            return question.understood("")
        self._tell(f"\n{question}")
        return self._asked(question)

    def many(self, question: Question) -> tuple[str, ...]:
        """Return answers until an empty one; at least one."""
        given = self._given.get(question.key)
        if given and not isinstance(given, str):
            return tuple(map(question.understood, given))
        answers = [self.one(question)]
        while self._ask is not None and (more := self._ask("ещё (пусто — дальше): ").strip()):
            answers.append(more)
        return tuple(answers)

    def _asked(self, question: Question) -> str:
        assert self._ask is not None
        while True:
            try:
                return question.understood(self._ask("> "))
            except Unanswered as problem:
                self._tell(str(problem))


def answers(interview: Interview, project: Project) -> Answers:
    """Ask everything, the next question knowing the answers before; raises Unanswered."""
    folder = interview.one(Question("folder", "Какая инструкция?", project.folders()))
    name = interview.one(Question("name", "Как назвать сценарий? Скажите, что в нём происходит"))
    file, title, role = _place(interview, project, folder, name)
    people = dict.fromkeys(project.people(), "")
    return Answers(
        folder=folder,
        file=file,
        title=title,
        role=role,
        name=" ".join(name.split()),
        who=interview.one(Question("who", "Кто этот человек?", people, project.usual_person(folder))),
        before=interview.one(Question("before", "Что у него есть до начала?", BEFORE, next(iter(BEFORE)))),
        start=_start(interview),
        press=tuple(
            map(unquoted, interview.many(Question("press", "Что он нажимает? Надпись, как на экране")))
        ),
        see=unquoted(interview.one(Question("see", "Какой экран видит в конце? Его заголовок"))),
        severity=interview.one(Question("severity", "Насколько это важно?", project.severities(), "важно")),
    )


def _start(interview: Interview) -> str:
    starts = {word: start.sentence for word, start in STARTS.items()}
    text = "Откуда начинает? Можно назвать и адрес: https://…"
    return interview.one(Question("start", text, starts, "журнал", open_ended=True))


def _place(interview: Interview, project: Project, folder: str, name: str) -> tuple[str, str, str]:
    """Return the file, and for a new one its title and role."""
    files = project.files(folder)
    question = Question(
        "file", "В какой файл?", {**files, NEW_FILE: "завести файл"}, NEW_FILE, open_ended=True
    )
    file = interview.one(question)
    if file in files:
        return file, "", ""
    if file == NEW_FILE:
        file = interview.one(Question("new-file", "Имя нового файла латиницей", default=latin(name)))
    file = file if file.endswith(".feature") else f"{file}.feature"
    title = interview.one(Question("title", "О чём файл? Это станет строкой «Функция: …»", default=name))
    roles = {**project.roles(), "нет": "Роль не важна"}
    role = interview.one(Question("role", "Чья роль?", roles, project.usual_role(folder) or "нет"))
    return file, title, "" if role == "нет" else role


def latin(name: str) -> str:
    """Return a name for a file, spelt in Latin letters."""
    spelt = "".join(SPELT.get(letter, letter) for letter in name.casefold())
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in spelt).split()
    return _short(words) or "scenario"


def _short(words: Iterable[str]) -> str:
    return "_".join(list(words)[:4]).lstrip("0123456789_")


def unquoted(label: str) -> str:
    """Return a label without «ёлочки» or other quotes around the whole of it: the sentence brings its own."""
    whole = re.fullmatch(r"«([^«»]*(?:«[^«»]*»[^«»]*)*)»|[\"“„]([^\"“”„]*)[\"“”]", label.strip())
    return (whole[1] or whole[2] or "") if whole else label.strip()
