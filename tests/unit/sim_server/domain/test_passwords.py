"""The borders of the rules for a new password; what each lack is called is shown by the features."""

import pytest

from sim_server.domain.limits import LIMITS
from sim_server.domain.passwords import SPECIAL, PasswordUnfit, check_new_password


@pytest.mark.parametrize("special", SPECIAL)
def test_every_printed_special_character_is_one(special: str) -> None:
    check_new_password(f"Bereza2{special}")


@pytest.mark.parametrize("char", ["-", "@", "_", " ", "😀", "&"])
def test_other_characters_are_no_special_ones_but_may_stand_beside_one(char: str) -> None:
    check_new_password(f"Bereza2!{char}")
    with pytest.raises(PasswordUnfit, match="спецсимвола"):
        check_new_password(f"Bereza20{char}")


def test_password_as_long_as_allowed_is_accepted_and_a_longer_one_is_not() -> None:
    longest = "Bereza2!" + "a" * (LIMITS.longest_password - 8)
    check_new_password(longest)
    with pytest.raises(PasswordUnfit, match="слишком длинный"):
        check_new_password(f"{longest}a")
