"""A real server process, spoken to as an editor would, from the first greeting to the parting."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editor.speaking import Editor, Refused, editor

ROOT = Path(__file__).parents[2]
URI = "file:///tmp/%D0%BF%D1%80%D0%BE%D0%B1%D0%B0.feature"
TEXT = """\
@perm @учитель
Функция: Проба

  @критично
  Сценарий: Вход 🙂 учителя
    Дано я — «учитель ЭПОС»
    #> perm.in.1.1
    Когда открываю «https://school.permkrai.ru»
    И нажимаю «Войти»
    Тогда вижу «👍🏽» и «Вой
    И вижу экран «Рабочий стол»
"""
OPENING, PRESSING, SEEING = 7, 8, 9
TYPING = "И ввожу «👍🏽» в поле «Тел»"


@pytest.fixture
def server(started: Editor) -> Editor:
    """The server, with the text as it was at first."""
    started.change(URI, TEXT)
    return started


@pytest.fixture(scope="module")
def started() -> Iterator[Editor]:
    """A server that has the text open."""
    with editor([sys.executable, "svyazka.py", "lsp", "--stdio"], ROOT) as opened:
        opened.begin(ROOT)
        opened.open(URI, TEXT)
        yield opened
        assert opened.end() == 0


def applied(text: str, edit: dict[str, Any]) -> str:
    """Change the text as an editor would: places count in UTF-16."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    start, end = edit["range"]["start"], edit["range"]["end"]
    assert start["line"] == end["line"]
    line = lines[start["line"]]
    lines[start["line"]] = (
        line[: 2 * start["character"]] + edit["newText"].encode("utf-16-le") + line[2 * end["character"] :]
    )
    return "\n".join(each.decode("utf-16-le") for each in lines)


def test_findings_of_a_file_are_those_of_a_run(server: Editor) -> None:
    [found] = server.diagnostics[URI]
    assert found["code"] == "неизвестный-шаг"
    assert found["severity"] == 1
    assert found["range"]["start"] == {"line": SEEING, "character": 4}
    assert found["range"]["end"]["character"] == 28  # the emoji with its skin is four units


def test_findings_go_when_the_text_is_mended(server: Editor) -> None:
    server.change(URI, TEXT.replace(" «👍🏽» и «Вой", " «👍🏽»"))
    assert server.diagnostics[URI] == []


def test_completion_writes_a_caption_where_it_belongs_behind_an_emoji(server: Editor) -> None:
    server.change(URI, TEXT.replace("И нажимаю «Войти»", TYPING))
    before = f"    {TYPING.partition('ел»')[0]}"
    found = server.at("completion", URI, PRESSING, len(before.encode("utf-16-le")) // 2)["items"]
    phone = next(each for each in found if each["label"] == "Телефон")
    changed = applied(TEXT.replace("И нажимаю «Войти»", TYPING), phone["textEdit"])
    assert changed.splitlines()[PRESSING] == f"    {TYPING.replace('Тел', 'Телефон')}"


def test_completion_of_a_sentence_has_places_to_fill_in(server: Editor) -> None:
    found = server.at("completion", URI, PRESSING, 10)["items"]
    pressing = next(each for each in found if each["label"] == "нажимаю «надпись»")
    assert pressing["textEdit"]["newText"] == "нажимаю «${1:надпись}»"
    assert pressing["insertTextFormat"] == 2


def test_hover_tells_the_help_of_a_step(server: Editor) -> None:
    told = server.at("hover", URI, PRESSING, 10)
    assert "Нажимает кнопку" in told["contents"]["value"]


def test_definition_of_a_step_is_its_function_and_of_a_mark_its_clause(server: Editor) -> None:
    [function] = server.at("definition", URI, PRESSING, 10)
    [clause] = server.at("definition", URI, OPENING - 1, 12)
    assert function["uri"] == (ROOT / "steps/definitions/pressing.py").as_uri()
    lines = (ROOT / "fixtures/instructions/perm.toml").read_text(encoding="utf-8").splitlines()
    assert lines[clause["range"]["start"]["line"]] == 'id = "perm.in.1.1"'


def test_scenario_is_renamed_behind_an_emoji(server: Editor) -> None:
    [edit] = server.at("rename", URI, 4, 20, newName="Вход ученика")["changes"][URI]
    assert applied(TEXT, edit).splitlines()[4] == "  Сценарий: Вход ученика"


def test_name_that_will_not_do_is_refused_in_russian(server: Editor) -> None:
    with pytest.raises(Refused, match="Название не может быть пустым"):
        server.at("rename", URI, 4, 20, newName=" ")


def test_quick_fix_offers_the_nearest_caption(server: Editor) -> None:
    server.change(URI, TEXT.replace("«Войти»", "«Воити»"))
    place = {"line": PRESSING, "character": 10}
    found = server.ask(
        "textDocument/codeAction",
        textDocument={"uri": URI},
        range={"start": place, "end": place},
        context={"diagnostics": []},
    )
    assert [each["title"] for each in found] == ["Написать «Войти»"]


def test_formatting_lays_out_behind_an_emoji(server: Editor) -> None:
    crooked = TEXT.replace("Тогда вижу «👍🏽» и «Вой", "Тогда вижу «👍🏽»  ")
    server.change(URI, crooked)
    options = {"tabSize": 2, "insertSpaces": True}
    [edit] = server.ask("textDocument/formatting", textDocument={"uri": URI}, options=options)
    assert applied(crooked, edit) == crooked.replace("»  \n", "»\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "\r\n\r\n",
        "Функция",
        "@",
        "#>",
        "|",
        '"""',
        "Функция: А\n  Сценарий:\n    Дано",
        "\u2028««»»<>\x00",
    ],
)
def test_half_typed_text_is_answered_everywhere(server: Editor, text: str) -> None:
    server.change(URI, text)
    for line, written in enumerate(text.splitlines() or [""]):
        for method in ("completion", "hover", "definition", "prepareRename"):
            server.at(method, URI, line, len(written))
    assert not [each for each in server.told if each.get("method") == "window/showMessage"]


def test_editor_that_counts_otherwise_is_heeded() -> None:
    with editor([sys.executable, "svyazka.py", "lsp"], ROOT) as speaking:
        able = speaking.begin(ROOT, positionEncodings=["utf-8", "utf-16"])["capabilities"]
        speaking.open(URI, TEXT)
        [found] = speaking.diagnostics[URI]
        assert able["positionEncoding"] == "utf-8"
        assert found["range"]["end"]["character"] == 48
        assert speaking.end() == 0
