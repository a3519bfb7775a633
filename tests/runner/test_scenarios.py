"""How a scenario runs: its steps, fixtures, hooks, selection, and what a failure looks like."""

import pytest

from steps.language.reading import parse_feature

STEPS = """
@pytest.fixture
def box():
    return []

@given(sentence("в коробке лежит «{thing:Label}»"), target_fixture="present")
def lies(box, thing):
    box.append(thing)
    return thing

@when(sentence("кладу «{thing:Label}»"))
def put(box, thing):
    box.append(thing)

@when(sentence("кладу всё:"))
def put_all(box, datatable, present):
    box.extend(row[0] for row in datatable)

@when(sentence("пишу:"))
def write(box, docstring):
    box.append(docstring)

@then(sentence("в коробке {count:Number} шт."))
def holds(box, count):
    assert len(box) == count, f"в коробке {len(box)}, а не {count}"

@when(sentence("ломается"))
def breaks():
    raise ValueError("внутри")

def pytest_svyazka_scenario_started(item):
    tell("start", item.identity, item.line)

def pytest_svyazka_step_finished(item, step, status, seconds, error):
    tell("step", step["keyword"] + step["text"], step["line"], step["clauses"], status, type(error).__name__)

def pytest_svyazka_scenario_finished(item, status, reason):
    tell("end", status, reason)

def tell(*what):
    with open("told.txt", "a", encoding="utf-8") as file:
        print(*what, sep=" | ", file=file)
"""
FEATURE = """\
# language: ru
@perm
Функция: Коробка

  Предыстория:
    Дано в коробке лежит «мяч»

  @критично
  Сценарий: Кладу
    #> perm.v1.3.1, perm.v1.3.2
    Когда кладу “куб”
    И кладу всё:
      | Шар «Синий» |
      | обруч       |
    И пишу:
      \"\"\"
      две
      строки
      \"\"\"
    Тогда в коробке 5 шт.

  @важно
  Сценарий: Не то
    Тогда в коробке 7 шт.
    И в коробке 1 шт.

  Правило: По одному

    Структура сценария: Ещё <что>
      Когда кладу «<что>»
      Тогда в коробке 2 шт.

      Примеры:
        | что |
        | куб |
        | шар |
"""


@pytest.fixture
def sample(project):
    project.conftest(STEPS)
    project.feature(FEATURE)
    return project


def told(sample):
    return (sample.path / "told.txt").read_text(encoding="utf-8").splitlines()


def test_names_and_selection(sample):
    for selection, names in {
        (): ["Кладу", "Не то", "Ещё куб[куб]", "Ещё шар[шар]"],
        ("-m", "критично"): ["Кладу"],
        ("-m", "perm and not важно"): ["Кладу", "Ещё куб[куб]", "Ещё шар[шар]"],
        ("-k", "шар"): ["Ещё шар[шар]"],
    }.items():
        outcome = sample.pytest("--collect-only", "-q", *selection)
        assert [line for line in outcome.text.splitlines() if "::" in line] == [
            f"sample.feature::{name}" for name in names
        ]
        assert outcome.code == 0


def test_one_scenario_by_its_name(sample):
    outcome = sample.pytest("sample.feature::Ещё шар[шар]", "-q")
    assert outcome.code == 0
    assert "1 passed" in outcome.text


def test_hooks_tell_the_whole_story(sample):
    sample.pytest("-k", "Кладу or шар or то")
    assert told(sample) == [
        "start | sample.feature /  / Кладу /  | 9",
        "step | Дано в коробке лежит «мяч» | 6 | [] | passed | NoneType",
        "step | Когда кладу “куб” | 11 | ['perm.v1.3.1', 'perm.v1.3.2'] | passed | NoneType",
        "step | И кладу всё: | 12 | [] | passed | NoneType",
        "step | И пишу: | 15 | [] | passed | NoneType",
        "step | Тогда в коробке 5 шт. | 20 | [] | passed | NoneType",
        "end | passed | ",
        "start | sample.feature /  / Не то /  | 23",
        "step | Дано в коробке лежит «мяч» | 6 | [] | passed | NoneType",
        "step | Тогда в коробке 7 шт. | 24 | [] | failed | AssertionError",
        "step | И в коробке 1 шт. | 25 | [] | not_run | NoneType",
        "end | failed | в коробке 1, а не 7",
        "start | sample.feature / По одному / Ещё <что> / шар | 36",
        "step | Дано в коробке лежит «мяч» | 6 | [] | passed | NoneType",
        "step | Когда кладу «шар» | 30 | [] | passed | NoneType",
        "step | Тогда в коробке 2 шт. | 31 | [] | passed | NoneType",
        "end | passed | ",
    ]


def test_failure_shows_the_sentence_and_no_python(sample):
    text = sample.svyazka("sample.feature", "-n", "1", "-k", "то").text
    assert "sample.feature:24\n  Сценарий: Не то\n  Тогда в коробке 7 шт.\n    в коробке 1, а не 7\n" in text
    assert "conftest.py" not in text
    assert "site-packages" not in text


def test_something_broken_shows_where_in_our_code(sample):
    sample.feature("Функция: Образец\n  Сценарий: Ломается\n    Когда ломается\n    Тогда в коробке 1 шт.\n")
    text = sample.svyazka("sample.feature", "-n", "1").text
    assert "сломался   Ломается" in text
    assert "conftest.py:" in text
    assert "ValueError: внутри" in text
    assert "site-packages" not in text


def test_scenario_that_breaks_by_its_own_text_is_told_apart(sample):
    sample.feature("Функция: Образец\n  Сценарий: Чужое\n    Когда летаю\n    Тогда в коробке 1 шт.\n")
    outcome = sample.svyazka("sample.feature", "-n", "1")
    assert told(sample)[-1].startswith("end | unsound | sample.feature:3: ")
    assert "сломался   Чужое" in outcome.text
    assert outcome.code == 2


def test_broken_step_module_is_named_and_the_rest_runs(project):
    package = project.path / "own_steps"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "bad.py").write_text(
        "from steps.language.sentence import given, sentence\n"
        "@given(sentence('без типа {x}'))\ndef bare(x):\n    pass\n",
        encoding="utf-8",
    )
    (package / "good.py").write_text(
        "from steps.language.sentence import sentence, then\n@then(sentence('порядок'))\ndef fine():\n    pass\n",
        encoding="utf-8",
    )
    project.feature("Функция: Образец\n  Сценарий: Порядок\n    Тогда порядок\n")
    outcome = project.pytest("-n", "2")
    assert outcome.code == 2
    assert "own_steps/bad.py:2: модуль шагов own_steps.bad не загрузился" in outcome.text
    assert "1 passed" in outcome.text


def test_selection_never_hides_a_misspelt_tag(project):
    project.feature(FEATURE.replace("@важно", "@критчно"))
    project.conftest(STEPS)
    outcome = project.pytest("-m", "критично")
    assert outcome.code == 2
    assert "Может быть, @критично?" in outcome.text


def test_ids_are_the_same_every_time_and_differ_between_files():
    one, again = parse_feature(FEATURE, "a.feature"), parse_feature(FEATURE, "a.feature")
    other = parse_feature(FEATURE, "b.feature")
    assert [pickle["id"] for pickle in one.pickles] == [pickle["id"] for pickle in again.pickles]
    assert not {pickle["id"] for pickle in one.pickles} & {pickle["id"] for pickle in other.pickles}


def test_failure_is_shown_without_what_must_be_hidden(project):
    project.conftest(STEPS)
    project.conftest("def pytest_svyazka_hidden(text): return text.replace('7', '••••')")
    project.feature(FEATURE)
    outcome = project.pytest("-m", "важно")
    assert "в коробке 1, а не ••••" in outcome.text
    told = (project.path / "told.txt").read_text(encoding="utf-8").splitlines()
    assert told[-1] == "end | failed | в коробке 1, а не ••••"
