"""A run of a part tells what is written in the files that it did not read."""

from pathlib import Path
from types import SimpleNamespace

from reports.record.facts import UnreadTold
from steps.runner.unread import told_unread

FEATURE = """\
# language: ru
Функция: Ф
  Сценарий: Вход
    #> perm.in.1.1
    Когда открываю «https://school.permkrai.ru»
  Структура сценария: Кнопка <кнопка>
    Когда нажимаю «<кнопка>»
    Примеры:
      | кнопка |
      | Войти  |
      | Выйти  |
"""


def told(root: Path, *read: Path) -> UnreadTold:
    config = SimpleNamespace(rootpath=root, stash={})
    return told_unread(config, set(read))  # type: ignore[arg-type]


def written(root: Path, name: str) -> Path:
    path = root / "features" / "perm" / f"{name}.feature"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FEATURE, encoding="utf-8")
    return path


def test_scenarios_and_rows_of_files_that_were_not_read_are_told_with_their_clauses(tmp_path: Path) -> None:
    read = written(tmp_path, "read")
    written(tmp_path, "unread")
    one, first, second = told(tmp_path, read).scenarios
    assert one.identity == "features/perm/unread.feature /  / Вход / "
    assert one.clauses == ("perm.in.1.1",)
    assert [each.identity.rpartition(" / ")[2] for each in (first, second)] == ["Войти", "Выйти"]


def test_nothing_is_unread_where_everything_was_read(tmp_path: Path) -> None:
    assert told(tmp_path, written(tmp_path, "read")).scenarios == ()


def test_broken_file_has_nothing_to_tell(tmp_path: Path) -> None:
    written(tmp_path, "broken").write_text("не сценарий", encoding="utf-8")
    assert told(tmp_path).scenarios == ()


def test_fact_is_read_as_it_was_written(tmp_path: Path) -> None:
    written(tmp_path, "unread")
    fact = told(tmp_path)
    assert UnreadTold.read(fact.as_json()) == fact
