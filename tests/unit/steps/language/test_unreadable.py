"""What is told of a file that cannot be read: each cause once, and nothing that only follows from it."""

import pytest

from steps.language.reading import parse_feature

ONE_CAUSE = {
    "# language: en\nФункция: Р\n  Сценарий: А\n    Дано а\n    Тогда б\n  Сценарий: Б\n    Тогда б\n": (
        1,
        "Напишите «# language: ru»",
    ),
    "# language: rus\nФункция: Р\n  Сценарий: А\n    Тогда б\n": (1, "Напишите «# language: ru»"),
    "Функция: Р\n  Сценарий: А\n    Given а\n    When б\n    Then в\n": (3, "«Given» английское"),
    "Функция: Р\n  Сценарий: А\n    Когда б\n    Then в\n": (4, "«Then» английское"),
    "Feature: Р\n  Scenario: А\n    Given а\n    Then б\n": (1, "строк ещё 3"),
    "# language: en\nFeature: Р\n  Scenario: А\n    Given а\n    Then б\n": (1, "словами другого языка"),
    "Функция: Р\n  Сценарий А\n    Дано а\n    Когда б\n    Тогда в\n    И г\n": (2, "без двоеточия"),
    "Функция: Р\n  Сценарий: А\n    Тогда б\n  Сценарий Б\n    Дано а\n    Когда б\n    Тогда в\n": (
        4,
        "«Сценарий:» без двоеточия",
    ),
    "Функция Р\n  Сценарий: А\n    Тогда б\n": (1, "«Функция:» без двоеточия"),
    "Сценарий: А\n  Тогда б\n": (1, "нет строки «Функция: …»"),
    "Функция: Р\n  Сценарий: А\n    И а\n    И б\n    Тогда в\n": (3, "не продолжает"),
    "Функция: Р\n  Сценарий: А\n    Тогда б\n\n  ерунда\n": (5, "Здесь ждут шаг"),
}


@pytest.mark.parametrize(("source", "told"), ONE_CAUSE.items(), ids=range(len(ONE_CAUSE)))
def test_one_cause_is_told_once_at_its_line(source, told):
    (problem,) = parse_feature(source, "a.feature").problems
    line, words = told
    assert problem.line == line
    assert words in problem.message


def test_what_is_wrong_by_itself_is_told_beside_it():
    source = "Функция: Р\n  Сценарий: А\n    Тогда б\n  Сценарий Б\n    Тогда в\n  @а б\n  Сценарий: В\n    Тогда г\n"
    problems = parse_feature(source, "a.feature").problems
    assert [problem.line for problem in problems] == [4, 6]


def test_other_scenarios_of_the_file_still_answer_for_themselves():
    source = "Функция: Р\n  Сценарий: А\n    Кагда а\n  Сценарий: Б\n    Когда а\n"
    told = {(problem.line, problem.rule) for problem in parse_feature(source, "a.feature").problems}
    assert told == {(3, "lost_keyword"), (4, "no_outcome")}
