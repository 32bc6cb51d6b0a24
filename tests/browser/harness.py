"""A browser, a small web server and a watched page: what the browser tests stand on."""

from __future__ import annotations

import functools
import gzip
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Playwright

#: Set to 1 where a browser must be there (CI): what would be skipped then fails.
REQUIRED: Final = "DOSSIER_REQUIRE_BROWSER"

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

#: Quiet, and cut off at the resolver: no name but the loopback address means anything.
ARGUMENTS: Final = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

SIZES: Final = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 390, "height": 844},
}

#: What axe checks: WCAG 2.2 at levels A and AA, and what its makers hold for good practice.
_TAGS: Final = "wcag2a wcag2aa wcag21a wcag21aa wcag22a wcag22aa best-practice".split()
_AXE_OPTIONS: Final = {
    "runOnly": {"type": "tag", "values": _TAGS},
    "resultTypes": ["violations"],
}

PACKED: Final = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


def find_browser(playwright: Playwright) -> str | None:
    """The path of the system's Chromium, else of Playwright's own, else None."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def launch_arguments() -> list[str]:
    """Chromium refuses its sandbox to root; everybody else keeps it."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*ARGUMENTS, *(["--no-sandbox"] if root else [])]


# --- a site to look at -----------------------------------------------------------------------


def build_site(config: Path, folder: Path) -> Path:
    """Builds a mkdocs.yml strictly into a folder; fails with what MkDocs said."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    command += ["--config-file", str(config), "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class GzipHandler(SimpleHTTPRequestHandler):
    """Static files, packed as a good host would, without a log."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_head(self) -> io.BytesIO | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return None
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder on a free loopback port; yields its address with a slash at the end."""
    handler = functools.partial(GzipHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


# --- a page that is watched ------------------------------------------------------------------


@dataclass
class Visit:
    """A page, and what it did that it should not: errors shown, addresses asked for outside."""

    page: Page
    home: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def watch(self) -> Visit:
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))
        self.page.on("request", lambda request: self._note(request.url))
        return self

    def _note(self, url: str) -> None:
        address, home = urlsplit(url), urlsplit(self.home)
        inside = address.scheme in {"data", "blob", "about"} or (
            (address.scheme, address.netloc) == (home.scheme, home.netloc)
        )
        if not inside:
            self.outside.append(url)

    @property
    def faults(self) -> list[str]:
        return [*self.errors, *(f"asked for {url}" for url in self.outside)]

    def search(self, query: str) -> None:
        """Turns to the search by key, types or pastes the query, waits for the answer."""
        self.page.keyboard.press("/")
        self.page.keyboard.insert_text(query)
        said = self.page.locator(".d-search [role=status]:not(:empty)")
        said.wait_for(state="attached", timeout=20_000)

    def in_view(self, selector: str) -> bool:
        """Whether an element's first line stands below the header and above the lower edge."""
        return self.page.evaluate(
            """selector => {
                const box = document.querySelector(selector).getBoundingClientRect();
                const header = document.querySelector("header").getBoundingClientRect();
                return box.top >= header.bottom && box.top < innerHeight;
            }""",
            selector,
        )


def visit(context: BrowserContext, url: str) -> Visit:
    """Opens an address in a new page of the context and waits until its scripts have run."""
    seen = Visit(context.new_page(), url).watch()
    seen.page.goto(url)
    return seen


def accessibility_findings(axe: Any, seen: Visit) -> list[str]:
    """What axe objects to on a page, one line a node."""
    violations = axe.run(seen.page, options=_AXE_OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {' '.join(node['target'])} {node['failureSummary']}"
        for rule in violations
        for node in rule["nodes"]
    ]


def settled_overflow(page: Page, width: int) -> int:
    """By how many pixels a page is wider than a window of that width, once it has come to rest."""
    page.wait_for_function(f"innerWidth === {width}")
    overflow = 0
    for _ in range(30):
        overflow = int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        if overflow <= 0:
            break
        page.wait_for_timeout(100)
    return overflow
