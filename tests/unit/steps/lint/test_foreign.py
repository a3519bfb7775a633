"""Features of other houses: sound ones are left in peace, and strange ones are read to the end."""

import pytest

from steps.language.reading import parse_feature
from steps.lint.linting import Source, lint
from tests.unit.steps.lint.conftest import of_samples
from tests.unit.steps.lint.foreign import features

STYLES = list(features())
STRANGE = """\
\ufeff#language:ru
#encoding: utf-8

@Авторизация @smoke @JIRA-123   @ёлка
Функционал: Вход   в систему
\tКак пользователь
\tЯ хочу войти,
\tЧтобы работать

\tПредыстория:
\t\tДопустим я на странице "Вход"

\t@wip
\tСтруктура сценария: Вход под <логин>
\t\tПусть я ввожу "<логин>" и '<пароль>'
\t\t* нажимаю кнопку [Войти]
\t\tЗатем я вижу:
\t\t\t\"\"\"json
\t\t\t{"ok": true}
\t\t\t\"\"\"
\t\tА также:
\t\t\t| имя | значение \\| два |
\t\t\t| a   | b               |

\t\tПримеры: хорошие
\t\t\t| логин | пароль |
\t\t\t| a     | 1      |

\t\tПримеры: плохие
\t\t\t| логин | пароль |
\t\t\t| b     |        |

\tПравило: Гостям нельзя
\t\tПредыстория:
\t\t\tДано гость
\t\tПример: Гость
\t\t\tЕсли гость входит
\t\t\tТо его не пускают
\t\t\tНо показывают помощь
"""


def test_there_are_enough_styles():
    assert len(STYLES) == len(set(STYLES)) >= 200


def test_sound_features_in_foreign_styles_get_no_remark():
    sources = [Source.of_text(f"{n}.feature", text) for n, text in enumerate(STYLES)]
    assert [str(finding.problem) for finding in lint(sources, of_samples())] == []


def test_one_slip_among_them_is_found():
    text = STYLES[0].replace("Войти", "Вoйти", 1)
    assert [finding.rule.code for finding in lint([Source.of_text("a.feature", text)], of_samples())] == [
        "latin_label"
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_strange_features_are_read_without_errors_of_syntax(end):
    source = Source.of_text("strange.feature", STRANGE.replace("\n", end))
    codes = {finding.rule.code for finding in lint([source], of_samples())}
    assert "undefined" in codes
    assert not codes & {"broken_file", "encoding", "lost_keyword", "no_scenario", "no_steps"}


def test_nothing_of_them_is_lost():
    document = parse_feature(STRANGE.removeprefix("\ufeff"), "strange.feature")
    assert len(document.pickles) == 3
    assert sum(len(pickle["steps"]) for pickle in document.pickles) == 5 + 5 + 5
