"""Whoever has pressed something looks for what comes next only where the page has reacted."""

from tests.eyes.conftest import Shows

# The answer is there at once, what it says a third of a second later; until then the screen before stands still.
SLOW = """<h1>Первый</h1><div class=hand onclick=go()>Продолжить</div><script>
const go = async () => {
    const first = document.querySelector('h1').textContent === 'Первый';
    await fetch('/next');
    setTimeout(() => {
        document.body.innerHTML = first
            ? '<h1>Второй</h1><div class=hand onclick=go()>Продолжить</div>' : '<h1>Третий</h1>';
    }, 350);
}</script>"""


def test_what_is_pressed_twice_in_a_row_is_another_screens_the_second_time(show: Shows):
    screen = show(SLOW)
    screen.press("Продолжить")
    screen.press("Продолжить")
    screen.see("Третий")


def test_page_that_does_not_react_is_not_waited_for_long(show: Shows):
    screen = show("<h1>Тихо</h1><div class=hand onclick='window.pressed = true'>Нажать</div>")
    for _ in range(3):
        screen.press("Нажать")
    screen.see("Тихо")
