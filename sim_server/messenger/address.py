"""Where the messenger is, for the systems that lead there."""

HOST = "web.vk.me"


def entrance_of(profile_id: int) -> str:
    """The path that opens the messenger in this study profile and no other."""
    return f"/?profile={profile_id}"


def sign_in_of(profile_id: int) -> str:
    """The path of the sign-in page that leads into the messenger in this study profile and no other."""
    return f"/sign-in?profile={profile_id}"
