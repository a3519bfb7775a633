"""A scenario that needs what the stand cannot do is skipped, and says why."""

import pytest

BARE_STAND = """
pytest_plugins.insert(0, "fixtures.chosen_stand")

def pytest_configure(config):
    from fixtures.chosen_stand import STAND
    from fixtures.stand import Stand
    config.stash[STAND] = Stand(
        "голый", "голый стенд", "на голом стенде", True, False, frozenset({"faults"}), (), {}
    )

@then(sentence("всё готово"))
def ready():
    with open("ran.txt", "a") as file:
        file.write("шаг")

def pytest_svyazka_scenario_finished(item, status, reason):
    with open("told.txt", "a", encoding="utf-8") as file:
        print(status, reason, file=file)
"""
FEATURE = """\
# language: ru
@perm
Функция: Умения

  {tags}
  Сценарий: Нужно умение
    Тогда всё готово
"""


@pytest.fixture
def told(project):
    """Runs a scenario with these tags on a stand that can only make faults."""

    def told(tags: str) -> tuple[int, str, bool]:
        project.conftest(BARE_STAND)
        project.feature(FEATURE.format(tags=tags))
        code = project.pytest("-q").code
        ran = (project.path / "ran.txt").exists()
        return code, (project.path / "told.txt").read_text(encoding="utf-8").strip(), ran

    return told


def test_scenario_is_skipped_for_every_power_it_lacks(told):
    code, verdict, ran = told("@нужно-время @нужны-сбои @нужен-телефон")
    assert verdict == "skipped стенд «голый» не умеет двигать часы, показывать СМС и звонки"
    assert not ran
    assert code == 3


def test_scenario_runs_when_the_stand_has_the_power(told):
    code, verdict, ran = told("@нужны-сбои")
    assert (code, verdict, ran) == (0, "passed", True)


REFUSING = """
@then(sentence("жму"))
def press():
    from fixtures.conduct.guard import NotAllowed
    raise NotAllowed("стенд не позволяет удалять")

@then(sentence("жду кода"))
def wait():
    from fixtures.operator.operator import OperatorWanted
    raise OperatorWanted("оператора нет")

def pytest_svyazka_scenario_finished(item, status, reason):
    with open("told.txt", "a", encoding="utf-8") as file:
        print(status, reason, file=file)
"""


def test_what_a_stand_forbids_or_only_a_person_can_do_ends_a_scenario_skipped(project):
    project.conftest(REFUSING)
    steps = "".join(f"  Сценарий: {one}\n    Тогда {one}\n" for one in ("жму", "жду кода"))
    project.feature(f"# language: ru\n@perm\nФункция: Запреты\n\n{steps}")
    project.pytest("-q")
    told = (project.path / "told.txt").read_text(encoding="utf-8").splitlines()
    assert told == ["skipped стенд не позволяет удалять", "skipped оператора нет"]
