"""A Chromium that trusts what it is told to, and checks every certificate: its home has a database of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from fixtures.environment.browsers import find_browser, sandbox_arguments
from fixtures.environment.problem import SetupFailed
from tests.conformance.npm_shop import Untried

NO_BROWSER = "нет браузера"
NO_CERTUTIL = "нет certutil (в Debian — пакет libnss3-tools)"
ELSEWHERE = "MAP * ~NOTFOUND"


@contextmanager
def trusting_browser(home: Path, trusted: Mapping[str, bytes], rules: Mapping[str, int]) -> Iterator[Browser]:
    """Start a browser that trusts these authorities too and finds hosts by these rules; raises Untried."""
    _trust(home, trusted)
    executable = _browser()
    found = [f"MAP {host} 127.0.0.1:{port}" for host, port in rules.items()]
    switches = [f"--host-resolver-rules={', '.join([*found, ELSEWHERE])}", "--proxy-server=direct://"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=executable,
            args=[*sandbox_arguments(), *switches],
            env={**os.environ, "HOME": str(home)},
        )
        try:
            yield browser
        finally:
            browser.close()


def _browser() -> Path:
    try:
        return find_browser(headed=False).path
    except SetupFailed as lacking:
        raise Untried(NO_BROWSER) from lacking


def _trust(home: Path, trusted: Mapping[str, bytes]) -> None:
    """Keep the authorities where Chromium looks for those of its user."""
    certutil = shutil.which("certutil")
    if certutil is None:
        raise Untried(NO_CERTUTIL)
    kept = home / ".pki/nssdb"
    kept.mkdir(parents=True)
    database = [certutil, "-d", f"sql:{kept}"]
    subprocess.run([*database, "-N", "--empty-password"], check=True, capture_output=True)
    for name, pem in trusted.items():
        add = [*database, "-A", "-t", "C,,", "-n", name]
        subprocess.run(add, input=pem, check=True, capture_output=True)
