"""An ordinary Django project, from the templates of `startproject`, with the lines that connect two clients."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django

from tests.conformance.client import CLIENT_ID, SITE
from tests.conformance.documented import lines_for, parts_of

NAME = "svyazka_django_site"
ALLAUTH = "django-allauth"
TEMPLATES = Path(django.__file__).parent / "conf/project_template/project_name"
# So that whoever was signed in can be asked about once more.
KEPT = "SOCIALACCOUNT_STORE_TOKENS = True"
# Refusals are looked for; whoever else logs in this process goes on.
QUIET = """LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {"django.request": {"level": "ERROR"}},
}"""
RIGHTS = 'SOCIALACCOUNT_PROVIDERS["vk"]["SCOPE"] = ["vkid.personal_info"]'
SOCIAL: Mapping[str, str] = {
    "settings.py": f"""
INSTALLED_APPS += ["social_django"]
AUTHENTICATION_BACKENDS += ["social_core.backends.vk.VKIDOAuth2", "social_core.backends.vk.VKOAuth2"]
SOCIAL_AUTH_VK_ID_KEY = "{CLIENT_ID}"
SOCIAL_AUTH_VK_OAUTH2_KEY = "{CLIENT_ID}"
""",
    "urls.py": """
urlpatterns += [path("", include("social_django.urls", namespace="social"))]
""",
}


@cache
def django_site() -> Callable[[], Any]:
    """Make the project, once for a process; return what gives a new browser of it."""
    folder = Path(tempfile.mkdtemp(prefix="svyazka-django-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _lay_out(folder / NAME)
    sys.path.insert(0, str(folder))
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{NAME}.settings"
    with _zone_kept():
        django.setup()
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    return lambda: Client(HTTP_HOST=urlsplit(SITE).netloc)


def _lay_out(folder: Path) -> None:
    documented = parts_of(lines_for(ALLAUTH))
    own = {**SOCIAL, "settings.py": f"{KEPT}\n{RIGHTS}\n{QUIET}\n{SOCIAL['settings.py']}"}
    folder.mkdir()
    (folder / "__init__.py").touch()
    for name, more in documented.items():
        text = (TEMPLATES / f"{name}-tpl").read_text(encoding="utf-8")
        text = text.replace("{{ project_name }}", NAME).replace("{{ secret_key }}", "conformance")
        (folder / name).write_text(f"{text}\n{more}\n{own[name]}", encoding="utf-8")


@contextmanager
def _zone_kept() -> Iterator[None]:
    """Django sets the zone of the whole process by its settings: others in it keep theirs."""
    zone = os.environ.pop("TZ", None)
    yield
    os.environ.pop("TZ", None)
    if zone is not None:
        os.environ["TZ"] = zone
    if hasattr(time, "tzset"):
        time.tzset()
