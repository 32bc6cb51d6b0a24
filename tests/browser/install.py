"""Makes sure that there is a Chromium for the browser tests, or says plainly that there is none.

A Chromium that is installed is used. Else it is taken from the system's packages, where that
needs no password, and else from Playwright. Without any, the browser tests are skipped with
their reason; with DOSSIER_REQUIRE_BROWSER=1 they fail.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.harness import REQUIRED, find_browser

#: A download that hangs should not hang the tests, in seconds.
PATIENCE = 600


def installed() -> str | None:
    with sync_playwright() as playwright:
        return find_browser(playwright)


def commands() -> list[list[str]]:
    """What may install one, in order."""
    apt = shutil.which("apt-get")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = [] if root else ["sudo", "--non-interactive"]
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if not apt or not (root or shutil.which("sudo")):
        return [playwright]
    return [
        [*sudo, apt, "update", "-qq"],
        [*sudo, apt, "install", "-y", "-qq", "chromium"],
        playwright,
    ]


def run(command: list[str]) -> bool:
    try:
        done = subprocess.run(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    if installed():
        return 0
    print("no Chromium found: installing one for the browser tests (once)", flush=True)
    for command in commands():
        run(command)
        if installed():
            return 0
    print("no Chromium could be installed: the browser tests will be skipped.")
    print("Install Chromium or Google Chrome by hand to run them.")
    return 1 if os.environ.get(REQUIRED) == "1" else 0


if __name__ == "__main__":
    sys.exit(main())
