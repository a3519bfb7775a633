"""What may be said of a person, in the words of «Дано»: by features, files of people, observations and comparisons."""

from __future__ import annotations

WITHOUT = "нет VK ID"
WITH_VK_ID = "есть VK ID, но нет учебного профиля"
WITH_PROFILE = "есть VK ID и учебный профиль"
LINKED = "учебный профиль привязан"
LINKED_ELSEWHERE = "учебный профиль привязан к другой учётной записи"
WITH_PAGE = "есть страница ВКонтакте"
WITH_MAIL = "к VK ID привязана почта"
NUMBER_TAKEN = "на один номер два человека, VK ID — у одного"
IN_VK_ID = (WITHOUT, WITH_VK_ID, WITH_PROFILE)  # exactly one of these
SITUATIONS = (*IN_VK_ID, LINKED, LINKED_ELSEWHERE, WITH_PAGE, WITH_MAIL, NUMBER_TAKEN)
