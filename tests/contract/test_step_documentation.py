"""Every sentence is explained to authors in Russian, used by a scenario, and means one thing."""

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest
from pytest_bdd.steps import step_function_context_registry

from steps.language.kinds import KINDS
from steps.language.reading import read_feature
from steps.language.sentence import spelled_out
from steps.runner.definition_modules import module_names

ROOT = Path(__file__).parents[2]
PACKAGE = "steps.definitions"
for name in module_names(PACKAGE):
    importlib.import_module(name)

DEFINITIONS = [
    context
    for context in step_function_context_registry.values()
    if context.step_func.__module__.startswith(PACKAGE)
]
RUSSIAN_SENTENCE = re.compile(r"[А-ЯЁ0-9«].*[а-яё].*\.", re.DOTALL)
# The scenarios, those that every new region begins with, and those about what no system of ours does.
FOLDERS = (ROOT / "features", ROOT / "sim_server" / "new_site" / "model", ROOT / "tests" / "pages")
FEATURES = [read_feature(path, path.name) for folder in FOLDERS for path in sorted(folder.rglob("*.feature"))]
TEXTS = {
    step["text"] for document in FEATURES for pickle in document.pickles for step in document.steps_of(pickle)
}


def example_of(kind):
    """Something that is right in a place of this kind."""
    return (*kind.examples, *kind.names())[0]


SPELLINGS = sorted(
    {
        re.sub(r"\{\w+:(\w+)[^{}]*\}", lambda place: example_of(KINDS[place[1]]), spelling)
        for context in DEFINITIONS
        for spelling in spelled_out(context.parser.name)
    }
)


def test_definitions_are_found():
    assert len(DEFINITIONS) > 30


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda context: context.parser.name)
def test_definition_is_explained_in_russian(definition):
    assert RUSSIAN_SENTENCE.fullmatch((definition.step_func.__doc__ or "").strip())


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda context: context.parser.name)
def test_other_words_for_a_definition_are_its_last_line(definition):
    lines = inspect.getdoc(definition.step_func).splitlines()
    assert [number for number, line in enumerate(lines, start=1) if "Ещё:" in line] in ([], [len(lines)])


@pytest.mark.parametrize("module", sorted({context.step_func.__module__ for context in DEFINITIONS}))
def test_module_of_sentences_says_in_russian_what_they_are_about(module):
    assert re.search("[А-ЯЁа-яё]|VK ID", importlib.import_module(module).TOPIC)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda context: context.parser.name)
def test_definition_decides_nothing(definition):
    nodes = ast.walk(ast.parse(inspect.getsource(definition.step_func)))
    assert not [node for node in nodes if isinstance(node, ast.If | ast.For | ast.While | ast.Try)]


def test_guide_for_authors_leads_to_the_sentences():
    guide = (ROOT / "docs" / "author.md").read_text(encoding="utf-8")
    assert "(steps.md)" in guide
    assert "python3 svyazka.py steps " in guide


@pytest.mark.parametrize("function", sorted({context.step_func.__name__ for context in DEFINITIONS}))
def test_step_is_used_by_a_scenario(function):
    spellings = [context.parser for context in DEFINITIONS if context.step_func.__name__ == function]
    assert any(parser.is_matching(text) for text in TEXTS for parser in spellings)


@pytest.mark.parametrize("name", KINDS)
def test_example_of_a_place_is_right_there(name):
    kind = KINDS[name]
    examples = [*kind.examples, *kind.names(), *kind.words]
    assert examples
    for example in examples:
        assert re.fullmatch(kind.regex, example)
        assert kind.refuses(example) is None


@pytest.mark.parametrize("text", sorted({*TEXTS, *SPELLINGS}))
def test_sentence_means_one_thing(text):
    meanings = {
        inspect.unwrap(context.step_func) for context in DEFINITIONS if context.parser.is_matching(text)
    }
    assert len(meanings) == 1
