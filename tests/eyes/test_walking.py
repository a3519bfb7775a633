"""A whole way through pages that change without loading, as whole ways go it: by what each screen is called."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fixtures.sight.device import Device
from steps.screens.screen import Screen
from steps.ways.errand import Errand, filled, move
from steps.ways.walking import walk
from tests.eyes.conftest import Shows

SIGNING_IN = (Path(__file__).parent / "signing_in.html").read_text(encoding="utf-8")
ANSWERS = {
    "Вход в VK ID": move("Продолжить", filled("Телефон", "+7 199 123-45-67")),
    "Подтвердите вход": move("Продолжить", filled("Введите код", "123456")),
    "Введите пароль": move("Продолжить", filled("Введите пароль", "тайна")),
    "Добавление профиля Сферум": move("Привязать"),
}


FRAMES = 120
WINDOW = (Path(__file__).parent / "sign_in_window.html").read_text(encoding="utf-8")
OPENING = """<h1>Школа</h1><p id=told>Не привязан</p><div class=hand onclick=later()>Связать</div>
<script>const later = () => setTimeout(() => window.open('https://id.example'), 400);
onmessage = () => setTimeout(() => { told.textContent = 'Привязан' }, 100)</script>"""


def test_way_is_gone_to_the_end_of_its_window(show: Shows, device: Device):
    screen = show(OPENING, id=WINDOW)
    opener = device.page
    screen.press("Связать")
    actor: Any = SimpleNamespace(screen=Screen(device, lambda: None), device=device)
    walk(actor, Errand(answers=ANSWERS, stays=True))
    screen.see("Привязан")
    for _ in range(FRAMES):  # that the window has closed itself is told by the browser in its own time
        if device.windows.in_front is opener:
            break
        opener.evaluate("() => new Promise(requestAnimationFrame)")
    assert device.windows.in_front is opener


def test_whole_way_is_gone_on_pages_that_change_without_loading(show: Shows, device: Device):
    device.eyes.screens = {"Подтвердите вход": ("Введите код из СМС",)}
    screen = show(
        "<h1>Школа</h1><iframe src='https://id.example' style='width:600px;height:500px'></iframe>",
        id=SIGNING_IN,
    )
    actor: Any = SimpleNamespace(screen=Screen(device, lambda: None), device=device)
    walk(actor, Errand(answers=ANSWERS, end="Готово"))
    screen.see("Профиль привязан: +7 199 123 45 67, 123456, тайна")
