"""The lock-out lasts a hundred hours."""

from sim_server.defects.defect import Defect, Kind
from sim_server.defects.seams import limit

DEFECT = Defect(
    says="После неверных паролей вход закрыт не на несколько часов, а на четверо суток.",
    kind=Kind.TIME,
    labels=(
        "Произведено слишком много попыток входа в этот аккаунт по паролю. "
        "Воспользуйтесь другим способом входа или попробуйте через несколько часов.",
    ),
    blind=True,
    replaces=(limit("lock_out_hours", 100),),
)
