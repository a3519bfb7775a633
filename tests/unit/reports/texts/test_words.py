"""Words are known by their forms: an order is an order however it is said."""

import pytest

from reports.texts.words import Form, tokens_of


@pytest.mark.parametrize(
    ("word", "form", "lemma"),
    [
        ("нажмите", Form.ORDER, "нажать"),
        ("тапните", Form.ORDER, "тапнуть"),
        ("щёлкните", Form.ORDER, "щелкнуть"),
        ("жмём", Form.TOGETHER, "жать"),
        ("вводим", Form.TOGETHER, "вводить"),
        ("нажать", Form.INFINITIVE, "нажать"),
        ("нажав", Form.GERUND, "нажать"),
        ("откроется", Form.HAPPENS, "открыться"),
        ("видна", Form.HAPPENS, "видный"),
        ("кнопка", Form.NOUN, "кнопка"),
    ],
)
def test_word_has_its_form(word, form, lemma):
    (token,) = tokens_of(word)
    assert (token.form, token.lemma) == (form, lemma)


def test_labels_and_addresses_stay_whole():
    tokens = tokens_of("На https://a.test/login, нажмите «Ввести код» → ждите")
    assert [
        (token.text, token.form) for token in tokens if token.form in (Form.LABEL, Form.ADDRESS, Form.ARROW)
    ] == [
        ("https://a.test/login", Form.ADDRESS),
        ("Ввести код", Form.LABEL),
        ("→", Form.ARROW),
    ]
