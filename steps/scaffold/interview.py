"""Asks what a new scenario needs: an answer given as an option is taken, the others are asked for one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from steps.scaffold.answers import BEFORE, STARTS, Answers
from steps.scaffold.fitness import (
    EXTENSION,
    file_unfit,
    label_unfit,
    latin,
    name_unfit,
    start_unfit,
    unquoted,
)
from steps.scaffold.project import Background, Project
from steps.scaffold.question import Question, Unanswered, Unsuitable

NEW_FILE = "новый"
NO_ROLE = "нет"

Given = Mapping[str, str | Sequence[str] | None]


class Interview:
    """Answers from options and, where there is somebody to ask, from them."""

    def __init__(self, given: Given, ask: Callable[[str], str] | None, tell: Callable[[str], None]) -> None:
        """Take the answers given; `ask` is None where nobody is there to answer."""
        self._given = given
        self._ask = ask
        self.tell = tell

    def one(self, question: Question) -> str:
        """Return the answer to a question; raises Unanswered."""
        given = self._given.get(question.key)
        if isinstance(given, str):
            return _as_option(question, given)
        if self._ask is None:
            return _as_option(question, "")
        self.tell(f"\n{question}")
        return self._asked(question)

    def many(self, question: Question) -> tuple[str, ...]:
        """Return answers until an empty one; at least one."""
        given = self._given.get(question.key)
        if given and not isinstance(given, str):
            return tuple(_as_option(question, each) for each in given)
        answers = [self.one(question)]
        while self._ask is not None and (more := self._ask("ещё (пусто — дальше): ").strip()):
            try:
                answers.append(question.understood(more))
            except Unsuitable as problem:
                self.tell(f"{problem} Ещё раз:")
        return tuple(answers)

    def _asked(self, question: Question) -> str:
        assert self._ask is not None
        while True:
            try:
                return question.understood(self._ask("> "))
            except Unsuitable as problem:
                self.tell(f"{problem} Ещё раз:")
            except Unanswered as problem:
                self.tell(str(problem))


def _as_option(question: Question, answer: str) -> str:
    """Nobody is there to be asked again: whoever reads the message needs the option's name."""
    try:
        return question.understood(answer)
    except Unanswered as problem:
        raise type(problem)(f"{problem} (ключ --{question.key})") from None


def answers(interview: Interview, project: Project) -> Answers:
    """Ask everything, the next question knowing the answers before; raises Unanswered."""
    folder = interview.one(Question("folder", "Какая инструкция?", project.folders()))
    file, name = _place(interview, project, folder)
    title, role = ("", "") if file in project.files(folder) else _heading(interview, project, folder, name)
    who, before, start = _beginning(interview, project, folder, file)
    pressed = Question("press", "Что он нажимает? Надпись, как на экране", unfit=label_unfit)
    seen = Question("see", "Какой экран видит в конце? Его заголовок", unfit=label_unfit)
    return Answers(
        folder=folder,
        file=file,
        title=title,
        role=role,
        name=name,
        who=who,
        before=before,
        start=start,
        press=tuple(map(unquoted, interview.many(pressed))),
        see=unquoted(interview.one(seen)),
        severity=interview.one(Question("severity", "Насколько это важно?", project.severities(), "важно")),
    )


def _place(interview: Interview, project: Project, folder: str) -> tuple[str, str]:
    """Return the file and the name of the scenario, which nothing else in it has."""
    choices = {**project.files(folder), NEW_FILE: "завести файл"}
    file = interview.one(
        Question("file", "В какой файл?", choices, NEW_FILE, open_ended=True, unfit=file_unfit)
    )
    taken = [] if file == NEW_FILE else project.names(folder, _as_file(file))
    text = "Как назвать сценарий? Скажите, что в нём происходит"
    name = interview.one(Question("name", text, unfit=partial(name_unfit, taken=taken)))
    if file == NEW_FILE:
        free = project.free_file(folder, latin(name))
        there = tuple(project.files(folder))
        file = interview.one(
            Question("new-file", "Имя нового файла латиницей", default=free, unfit=_new(there))
        )
    return _as_file(file), name


def _new(there: Sequence[str]) -> Callable[[str], str]:
    def unfit(answer: str) -> str:
        taken = f"Файл «{_as_file(answer)}» уже есть. Дайте другое имя." if _as_file(answer) in there else ""
        return file_unfit(answer) or taken

    return unfit


def _as_file(answer: str) -> str:
    return answer if answer.endswith(EXTENSION) else f"{answer}{EXTENSION}"


def _heading(interview: Interview, project: Project, folder: str, name: str) -> tuple[str, str]:
    """Return the title and the role of a new file."""
    title = interview.one(Question("title", "О чём файл? Это станет строкой «Функция: …»", default=name))
    roles = {**project.roles(), NO_ROLE: "Роль не важна"}
    role = interview.one(Question("role", "Чья роль?", roles, project.usual_role(folder) or NO_ROLE))
    return title, "" if role == NO_ROLE else role


def _beginning(interview: Interview, project: Project, folder: str, file: str) -> tuple[str, str, str]:
    """Return who it is, what there is before and where it begins; nothing for what the file says itself."""
    said = project.background(folder, file)
    if said is not None:
        where = " и где он" if said.acts else ""
        interview.tell(f"\nВ этом файле есть «Предыстория»: она уже говорит, кто человек{where}.")
    return (
        "" if said else _who(interview, project, folder),
        _before(interview) if said in (None, Background.NAMES) else "",
        "" if said and said.acts else _start(interview),
    )


def _who(interview: Interview, project: Project, folder: str) -> str:
    people = dict.fromkeys(project.people(), "")
    usual, unlisted = project.usual_person(folder), tuple(project.positions())
    return interview.one(Question("who", "Кто этот человек?", people, usual, unlisted=unlisted))


def _before(interview: Interview) -> str:
    return interview.one(Question("before", "Что у него есть до начала?", BEFORE, next(iter(BEFORE))))


def _start(interview: Interview) -> str:
    starts = {word: start.sentence for word, start in STARTS.items()}
    text = "Откуда начинает? Можно назвать и адрес: https://…"
    return interview.one(Question("start", text, starts, "журнал", open_ended=True, unfit=start_unfit))
