"""However many wrong passwords are tried, the next one is taken."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import limit

DEFECT = Defect(
    says="Пароль можно подбирать без конца: сколько неверных ни введи, вход не закрывается.",
    kind=Kind.PASSWORD,
    labels=(
        "Произведено слишком много попыток входа в этот аккаунт по паролю. "
        "Воспользуйтесь другим способом входа или попробуйте через несколько часов.",
    ),
    replaces=(limit("wrong_passwords", 1_000_000),),
)
