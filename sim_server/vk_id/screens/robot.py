"""The check that somebody is no robot, for whose number it is done: `domain/numbers.toml`."""

from wtforms import BooleanField
from wtforms.validators import InputRequired

from sim_server.vk_id.forms import LabelledForm
from sim_server.vk_id.sign_in import SignInScreen


class RobotForm(LabelledForm):
    """What nobody but a person ticks."""

    no_robot = BooleanField(validators=[InputRequired("Отметьте, что вы не робот")])


SCREEN = SignInScreen(
    words={"title": "Подтвердите, что вы не робот", "no_robot": "Я не робот"},
    form=lambda sign_in, words: RobotForm(words),
    template="""
{% set box = form.no_robot %}
{% set wrong = {"aria-invalid": "true", "aria-describedby": box.id ~ "-error"} if box.errors else {} %}
{% call press(wording.proceed) %}
<div class="field">
  <p class="tick">{{ box(**wrong) }} {{ box.label }}</p>
  {{ errors_of(box) }}
</div>
{% endcall %}
""",
)
