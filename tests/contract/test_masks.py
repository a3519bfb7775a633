"""What is covered in the record is covered on a page too, and nothing else: both read the same patterns."""

import pytest

from fixtures.browser import Chromium
from fixtures.sight.masks import worn_by
from reports.record.masks import Masks
from tests.unit.reports.record.test_masks import KNOWN, TEXTS

COVERED = "([pattern, texts]) => texts.map(text => text.replace(new RegExp(pattern, 'gu'), '••••'))"


@pytest.fixture
def page(chromium: Chromium):
    context = chromium.context("Svyazka/masks.d1")
    yield context.new_page()
    context.close()


def test_page_covers_what_the_record_covers(page):
    assert page.evaluate(COVERED, [KNOWN.pattern, list(TEXTS)]) == list(TEXTS.values())


PAGE = """
<p id="plain">Без секретов: 12 лет, 7 дней</p>
<p><span class="secret">+7 199 </span><span class="secret">700-00-05</span></p>
<p>Пароль <b class="secret">Vk-secret(1)</b></p>
<p><span>199</span><i class="secret">7000005</i></p>
<input class="secret" value="199 700 00 05">
<div id="six">
<input value="4"><input value="6"><input value="6"><b></b><input value="8"><input value="6"><input value="5">
</div>
<p><span class="secret">Ягодкин </span><span class="secret">Иван Иванович</span><br>Школа, где он учит</p>
<p>Учит: <b class="secret">Лицей&nbsp;на Заречной</b></p>
<div id="host"></div>
<script>
document.getElementById('host').attachShadow({mode: 'open'}).innerHTML = '<p>Код <b class="secret">123456</b></p>';
</script>
"""
COVERED_AT = """() => {
    const covers = [...document.querySelectorAll('#svyazka-covers div')].map(each => each.getBoundingClientRect());
    const inside = ({left, right, top, bottom}) => covers.some(one =>
        one.left <= left + 1 && one.right >= right - 1 && one.top <= top + 1 && one.bottom >= bottom - 1);
    const shadow = document.getElementById('host').shadowRoot;
    const secrets = [...document.querySelectorAll('.secret, #six input'), ...shadow.querySelectorAll('.secret')];
    const near = covers.some(one => one.top < document.getElementById('plain').getBoundingClientRect().bottom);
    return [secrets.filter(each => !inside(each.getBoundingClientRect())).map(each => each.outerHTML), near];
}"""


def test_secret_is_covered_whatever_it_is_made_of_and_nothing_else_is(page):
    page.set_content(PAGE)
    secrets = ("Vk-secret(1)", "1997000005", "Лицей на Заречной")
    with worn_by(page, Masks(("phones", "codes", "names"), secrets=secrets)):
        assert page.evaluate(COVERED_AT) == [[], False]
    assert page.locator("#svyazka-covers").count() == 0


def test_secret_is_covered_in_the_record_too():
    masks = Masks((), secrets=("Vk-secret(1)", "1997000005"))
    assert masks.text("Vk-secret(1), 199 700-00-05, Vk-secret(2)") == "••••, ••••, Vk-secret(2)"
