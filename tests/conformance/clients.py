"""The clients of PyPI."""

from __future__ import annotations

from tests.conformance.client import Client
from tests.conformance.with_allauth import Allauth
from tests.conformance.with_authlib import Authlib
from tests.conformance.with_requests_oauthlib import RequestsOauthlib
from tests.conformance.with_social_auth import SocialAuth

OF_PYPI: tuple[type[Client], ...] = (SocialAuth, Allauth, Authlib, RequestsOauthlib)
