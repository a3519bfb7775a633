"""What a sentence asks a stand for, read from the code behind it."""

import pytest

from steps.catalogue.definitions import known_definitions
from steps.lint.powers import powers_of

DEFINITIONS = known_definitions()


@pytest.mark.parametrize(
    ("text", "powers"),
    [
        ("на мой телефон приходит СМС с кодом", {"phone"}),
        ("ввожу код из приложения-генератора в поле «Код»", {"phone"}),
        ("на мою почту приходит письмо с кодом", {"mailbox"}),
        ("проходит 2 минуты", {"clock"}),
        ("случилась неполадка «VK ID не отвечает»", {"faults"}),
        ("1 раз случится неполадка «СМС не доходят»", {"faults"}),
        ("случилась неполадка «СМС не доходят» для журнала «perm»", {"faults"}),
        ("включаю на своём компьютере VPN", {"vpn"}),
        ("ввожу свой телефон в поле «Телефон»", set()),  # the number of a person is no phone in a hand
        ("на мой номер зарегистрирован VK ID коллеги", set()),
        ("нажимаю «Войти»", set()),
    ],
)
def test_sentence_asks_for_what_it_cannot_do_without(text, powers):
    fitting = [each for each in DEFINITIONS if each.fits(text)]
    assert fitting
    assert {powers_of(each) for each in fitting} == {frozenset(powers)}
