"""A scenario for every way to end, and the sentences they are made of."""

STEPS = """
@given(sentence("порядок"))
@then(sentence("порядок"))
def fine():
    pass

@then(sentence("не то"))
def mismatch():
    raise AssertionError("на экране нет кнопки «Войти»")

@when(sentence("ломается"))
def breaks():
    raise ValueError("внутри что-то не так")

@when(sentence("стенд не умеет"))
def cannot():
    pytest.skip("стенд не умеет двигать часы")

@when(sentence("процесс умирает"))
def dies():
    os._exit(7)

@when(sentence("нажато Ctrl-C"))
def interrupted():
    raise KeyboardInterrupt

@pytest.fixture
def untidy():
    yield
    raise OSError("не убралось")

@when(sentence("сорю"))
def litter(untidy):
    pass

@pytest.fixture
def parcel():
    assert False, "посылка не пришла"

@when(sentence("жду посылку"))
def wait(parcel):
    pass
"""
OUTCOMES = {
    "passed": "  Сценарий: Порядок\n    Тогда порядок\n",
    "failed": "  Сценарий: Не то\n    Дано порядок\n    Тогда не то\n    И не то\n",
    "broken": "  Сценарий: Ломается\n    Когда ломается\n    Тогда порядок\n",
    "unarranged": "  Сценарий: Посылка\n    Когда жду посылку\n    Тогда порядок\n",
    "untidy": "  Сценарий: Мусор\n    Когда сорю\n    Тогда порядок\n",
    "failed and untidy": "  Сценарий: Мусор и не то\n    Когда сорю\n    Тогда не то\n",
    "skipped": "  Сценарий: Не умеет\n    Когда стенд не умеет\n    Тогда не то\n",
    "unsound": "  Сценарий: Незнакомое\n    Когда летаю\n    Тогда порядок\n",
    "unreadable": "  Сценари: С опечаткой\n    Дано порядок\n",
    "interrupted": "  Сценарий: Прерван\n    Когда нажато Ctrl-C\n    Тогда порядок\n",
    "dead": "  Сценарий: Умирает\n    Когда процесс умирает\n    Тогда порядок\n",
}


def feature(*outcomes: str) -> str:
    """A feature whose scenarios end so."""
    return "Функция: Образец\n" + "".join(OUTCOMES[outcome] for outcome in outcomes)
