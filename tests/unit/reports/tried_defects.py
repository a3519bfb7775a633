"""A matrix with one of everything, of a project that is ours."""

from __future__ import annotations

from reports.record.kills import Defect, Ending, Made, Matrix, Row, Try

ONE = "features/perm/variant_1.feature /  / Учитель привязывает свой учебный профиль / "
TWO = "features/perm/sign_in.feature /  / С неверным паролем не пускают / "
DEFECTS = [
    Defect("any_code_accepted", "Подходит любой код.", "проверка кода", labels=("Неверный код",)),
    Defect("caption:Войти", "Вместо «Войти» другое.", "надпись", False, ("perm.in.2.3",), ("Войти",)),
    Defect("caption:Нигде", "Вместо «Нигде» другое.", "надпись", False, (), ("Нигде",)),
    Defect("no_lock_out", "Пароль подбирают <без конца>.", "пароль и блокировка", breaks=("perm.in.2.2",)),
    Defect("alert_on_journal_desk", "Всплывает окно.", "скрипты и окна", labels=("Готово",)),
    Defect("wider_rows", "Поля дальше.", harmless=True),
]
CAUGHT, ACCIDENT, CRASHED, PASSED = Ending.CAUGHT, Ending.ACCIDENT, Ending.CRASHED, Ending.PASSED
ENDINGS = [[CAUGHT], [PASSED, CAUGHT], [], [PASSED, PASSED], [CRASHED, ACCIDENT], [PASSED, PASSED]]


def example(whole: bool = True) -> Matrix:
    """A matrix in which every state occurs."""
    rows = tuple(_row(defect, endings) for defect, endings in zip(DEFECTS, ENDINGS, strict=True))
    touched = {"caption:Нигде": (), "no_lock_out": (0, 1)}
    control = tuple(Try("control", name, PASSED) for name in (ONE, TWO))
    return Matrix(Made("0123456789abcdef", "2026-11-27", "ff", 17, whole), (ONE, TWO), rows, control, touched)


def _row(defect: Defect, endings: list[Ending]) -> Row:
    named = zip((ONE, TWO), endings, strict=False)
    tries = [Try(defect.id, name, ending, 9, "вижу «Код»", "нет «Код»") for name, ending in named]
    return Row(defect, len(tries), tuple(tries))
