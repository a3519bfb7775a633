"""social-auth-core, its backend `vk-id`, in a Django project; and `vk-oauth2`, which speaks the protocol before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from social_core.exceptions import SocialAuthBaseException

from tests.conformance.client import CLIENT_ID, SITE, Client
from tests.conformance.django_site import django_site


class SocialAuth(Client):
    """The backend `vk-id`."""

    name = "social-auth-core"
    package = "social-auth-core"
    backend = "vk-id"
    callback = f"{SITE}/complete/vk-id/"
    settings = ("SOCIAL_AUTH_VK_ID_KEY", "AUTHENTICATION_BACKENDS")
    calls = ("вход", "обмен", "данные", "обновление")
    refuses_by = (*Client.refuses_by, SocialAuthBaseException)

    def sign_in(self) -> None:
        """Open the site's address for signing in, and be signed in when VK ID sends the browser back."""
        browser = django_site()()
        back = self.comes_back(browser.post(f"/login/{self.backend}/").headers["Location"])
        browser.get(back)
        from social_django.models import UserSocialAuth

        self._kept = UserSocialAuth.objects.get(user_id=browser.session["_auth_user_id"])
        self._take()

    def user(self, access_token: str) -> Mapping[str, Any]:
        """Ask as the backend asks at the end of every sign-in."""
        return dict(self._strategy_and_backend()[1].user_data(access_token))

    def refresh(self) -> None:
        """Renew what the site keeps of the person."""
        self._kept.refresh_token(self._strategy_and_backend()[0])
        self._take()

    def _take(self) -> None:
        names = ("access_token", "refresh_token", "device_id")
        self.tokens = {name: self._kept.extra_data[name] for name in names}

    def _strategy_and_backend(self) -> tuple[Any, Any]:
        from social_django.utils import load_backend, load_strategy

        strategy = load_strategy()
        return strategy, load_backend(strategy, self.backend, self.callback)


class OldSocialAuth(SocialAuth):
    """The backend `vk-oauth2`, of the protocol that VK ID no longer speaks."""

    name = "social-auth-core, vk-oauth2"
    backend = "vk-oauth2"
    callback = f"{SITE}/complete/vk-oauth2/"
    settings = ("SOCIAL_AUTH_VK_OAUTH2_KEY",)

    def exchange(self) -> None:
        """Present a code, as if there had been one."""
        backend = self._strategy_and_backend()[1]
        backend.request_access_token(backend.ACCESS_TOKEN_URL, data={"code": "x", "client_id": CLIENT_ID})
