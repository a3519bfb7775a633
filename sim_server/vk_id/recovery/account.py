"""Whether the account is the person's; its number and address are half hidden."""

from sim_server.vk_id.recovering import RecoveryStep

SCREEN = RecoveryStep(
    heading="Проверка аккаунта",
    template="""
<p>Проверьте, правильный ли выбран аккаунт для восстановления.</p>
{{ person(case.account.full_name, hidden_phone, hidden_email) }}
{{ press("Продолжить") }}
<div class="actions">{{ wish("other_account", "Это не мой аккаунт") }}</div>
""",
)
