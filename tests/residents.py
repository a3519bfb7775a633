"""A person of a stand as the file of its people tells of her; her password in the journal is in the environment."""

from __future__ import annotations

PHONE = "+7 199 700-00-01"
ANNA = f"""
[[people]]
key = "anna"
journal = "perm"
role = "teacher"
situations = ["есть VK ID и учебный профиль", "учебный профиль привязан"]
last_name = "Ветрова"
first_name = "Анна"
middle_name = "Олеговна"
birth_date = 1980-01-02
sex = "female"
phone = "{PHONE}"
login = "anna"
password = "$ANNA"
vk_password = "Vk-secret"
"""
WITH_ANNA = {"ANNA": "Jr-secret"}
