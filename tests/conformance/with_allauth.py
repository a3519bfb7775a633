"""django-allauth, its provider `vk`, by the lines of docs/vk-id.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from requests import RequestException

from tests.conformance.client import SITE, Client, Refused
from tests.conformance.django_site import KEPT, RIGHTS, django_site

LOGIN = "/accounts/vk/login/"


class Allauth(Client):
    """The provider `vk`, in the browser of somebody who signs in to the site."""

    name = "django-allauth"
    package = "django-allauth"
    callback = f"{SITE}{LOGIN}callback/"
    settings = ('SOCIALACCOUNT_PROVIDERS["vk"]["APPS"]', RIGHTS, KEPT)
    calls = ("вход", "обмен", "данные")
    refuses_by = (*Client.refuses_by, RequestException)

    def sign_in(self) -> None:
        """Press the site's button, and be signed in when VK ID sends the browser back."""
        browser = django_site()()
        back = self.comes_back(browser.post(LOGIN).headers["Location"])
        answer = browser.get(back)
        if answer.status_code != 302:
            raise Refused(answer.context["auth_error"]["exception"] if answer.context else answer.status_code)
        from allauth.socialaccount.models import SocialToken

        kept = SocialToken.objects.get(account__user_id=browser.session["_auth_user_id"])
        device_id = parse_qs(urlsplit(back).query).get("device_id", [""])[0]
        self.tokens = {
            "access_token": kept.token,
            "refresh_token": kept.token_secret,
            "device_id": device_id,
        }

    def user(self, access_token: str) -> Mapping[str, Any]:
        """Ask as the provider asks at the end of every sign-in."""
        from allauth.socialaccount.models import SocialToken
        from allauth.socialaccount.providers.vk.views import VKOAuth2Adapter
        from django.test import RequestFactory

        request = RequestFactory().get(LOGIN)
        adapter = VKOAuth2Adapter(request)
        app = adapter.get_provider().app
        signed_in = adapter.complete_login(request, app, SocialToken(token=access_token))
        return dict(signed_in.account.extra_data)
