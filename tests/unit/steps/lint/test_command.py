"""The command `lint`: its exit codes, its pages, what it looks at."""

import json
from pathlib import Path

import pytest

from steps.lint import command
from steps.lint.known import NotLoaded, known_to

ROOT = Path(__file__).parents[4]
SOUND = """\
# language: ru
@perm @учитель
Функция: Журнал Пермского края

  @критично
  Сценарий: Учитель видит свой стол
    Когда вхожу в журнал
    Тогда вижу экран «Введите код»
"""


@pytest.fixture
def lint(tmp_path, capsys):
    """Lints a feature in a folder of its own; returns the exit code and what was printed."""

    def lint(text: str, *options: str) -> tuple[int, str]:
        (tmp_path / "a.feature").write_bytes(text.encode())
        code = command.main([str(tmp_path), *options])
        return code, capsys.readouterr().out

    return lint


def test_clean_feature_ends_with_0(lint):
    assert lint(SOUND) == (0, "Проверено: 1 файл. Замечаний нет.\n")


def test_error_and_remark_end_with_1(lint):
    assert lint(SOUND.replace("вхожу в журнал", "захожу в журнал"))[0] == 1
    assert lint(SOUND.replace(" @учитель", ""))[0] == 1


def test_advice_alone_ends_with_0_unless_it_is_to_count(lint):
    code, told = lint(SOUND.replace("Учитель видит свой стол", "Тест"))
    assert code == 0
    assert ": совет: " in told
    assert "Советы прогону не мешают." in told
    assert lint(SOUND.replace("Учитель видит свой стол", "Тест"), "--strict")[0] == 1


def test_fix_mends_and_says_so(lint, tmp_path):
    code, told = lint(SOUND.replace("    Тогда", "     Тогда") + "\ufeff".replace("\ufeff", ""), "--fix")
    assert code == 0
    assert "Исправлено: " in told
    assert (tmp_path / "a.feature").read_text(encoding="utf-8") == SOUND


def test_format_is_as_asked(lint):
    assert json.loads(lint(SOUND, "--format", "json")[1]) == {
        "files": 1,
        "mended": [],
        "unchecked": [],
        "findings": [],
    }


def test_path_that_leads_nowhere_is_a_wrong_argument(capsys):
    assert command.main(["нет/такой/папки"]) == 64
    assert "нет такого файла или папки" in capsys.readouterr().err


def test_wrong_option_is_refused_in_russian(capsys):
    with pytest.raises(SystemExit) as left:
        command.main(["--format", "xml"])
    assert left.value.code == 64
    assert "есть" in capsys.readouterr().err


def test_nothing_to_look_at(tmp_path, capsys):
    assert command.main([str(tmp_path)]) == 3
    assert "нет ни одного файла" in capsys.readouterr().err


def test_unreadable_file_is_told_with_the_others(tmp_path, capsys):
    (tmp_path / "b.feature").symlink_to(tmp_path / "gone.feature")
    (tmp_path / "a.feature").write_text(SOUND, encoding="utf-8")
    assert command.main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "файл не прочитать" in told
    assert "Проверено: 2 файла." in told


def test_sentences_that_do_not_load_are_a_broken_set_up(monkeypatch, capsys):
    def fail(*_):
        raise NotLoaded("Шаги не загрузились: ошибка.")

    monkeypatch.setattr(command, "known_to", fail)
    assert command.main([str(ROOT / "features" / "perm")]) == 2
    assert "Шаги не загрузились" in capsys.readouterr().err


def test_module_that_cannot_be_imported_is_no_traceback(tmp_path, monkeypatch):
    package = tmp_path / "spoilt_steps"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "one.py").write_text("1 / 0\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(NotLoaded, match="division by zero"):
        known_to(tmp_path, "spoilt_steps")


@pytest.mark.parametrize("name", ["неизвестный-шаг", "Неизвестный шаг", "undefined"])
def test_page_of_a_rule_is_found_by_any_of_its_names(name, capsys):
    assert command.main(["--explain", name]) == 0
    told = capsys.readouterr().out
    assert told.startswith("# Неизвестный шаг\n")
    assert "Прогон такого сценария не примет." in told


def test_page_that_there_is_not_is_a_wrong_argument(capsys):
    assert command.main(["--explain", "нет-такого"]) == 64
    assert "--rules" in capsys.readouterr().err


def test_rules_are_listed_by_what_they_mean(capsys):
    assert command.main(["--rules"]) == 0
    told = capsys.readouterr().out
    refused, _, rest = told.partition("## Прогон такое выполнит")
    assert "- `неизвестный-шаг` — " in refused
    assert "- `неровная-таблица` — " in rest
    assert told == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_our_own_features_are_clean():
    report = command.check([ROOT / "features"])
    assert [str(finding.problem) for finding in report.findings] == []
    assert report.files > 50
