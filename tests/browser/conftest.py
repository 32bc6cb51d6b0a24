"""Fixtures of the browser tests: one browser a session, pages from a server and from a disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser.harness import (
    REQUIRED,
    Visit,
    build_site,
    find_browser,
    launch_arguments,
    serving,
    visit,
)

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

Address = Callable[[str], str]
PageAt = Callable[..., Visit]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All browser tests in one worker, so that one browser serves them all."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group("browser"))


def unavailable(reason: str) -> None:
    """Skips, or fails where a browser is required."""
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{reason} ({REQUIRED}=1)")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        executable = find_browser(playwright)
        if executable is None:
            unavailable("no Chromium: install one, or run `playwright install chromium`")
        try:
            started = playwright.chromium.launch(
                executable_path=executable, args=launch_arguments()
            )
        except PlaywrightError as error:
            unavailable(f"{executable} does not start: {error.message.splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """``serve(folder)`` is the address of a web server over the folder."""
    with ExitStack() as servers:
        addresses: dict[Path, str] = {}

        def address_of(folder: Path) -> str:
            if folder not in addresses:
                addresses[folder] = servers.enter_context(serving(folder))
            return addresses[folder]

        yield address_of


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up site in ``sample/``: every class of the theme, on pages of every kind."""
    return build_site(HERE / "sample" / "mkdocs.yml", tmp_path_factory.mktemp("sample") / "site")


@pytest.fixture(scope="session")
def dossier_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example dossier as it is published, built from a copy: a test writes nothing at home."""
    if not (ROOT / "mkdocs.yml").is_file():
        pytest.skip("the example dossier is not there")
    copy = tmp_path_factory.mktemp("dossier")
    shutil.copy(ROOT / "mkdocs.yml", copy)
    for folder in ("docs", "sources"):
        shutil.copytree(ROOT / folder, copy / folder)
    return build_dossier(copy)


@pytest.fixture(scope="session")
def searchable_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up dossier in ``searchable/``: what a search must find, and what it must not."""
    copy = tmp_path_factory.mktemp("searchable") / "dossier"
    shutil.copytree(HERE / "searchable", copy)
    return build_dossier(copy)


def build_dossier(copy: Path) -> Path:
    """Builds the dossier in a folder with the program; the folder of its site."""
    command = [sys.executable, "-m", "generator.cli", "build", "--quiet"]
    command += ["--config", str(copy / "mkdocs.yml"), "--site-dir", str(copy / "site")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return copy / "site"


@pytest.fixture(params=["http", "file"])
def address(
    request: pytest.FixtureRequest, sample_site: Path, serve: Callable[[Path], str]
) -> Address:
    """``address(path)`` of a page of the sample, from a server and from a disk."""
    base = serve(sample_site) if request.param == "http" else sample_site.as_uri() + "/"
    return lambda path: base + path


@pytest.fixture
def page_at(browser: Browser) -> Iterator[PageAt]:
    """``page_at(url, **options)``: a watched page in a context of its own with these options of
    Playwright's ``new_context``; the network is cut for pages from a disk."""
    with ExitStack() as contexts:

        def open_page(url: str, **options: object) -> Visit:
            offline = url.startswith("file:")
            context = browser.new_context(
                **({"viewport": {"width": 1280, "height": 900}, "offline": offline} | options)
            )
            contexts.callback(context.close)
            return visit(context, url)

        yield open_page


@pytest.fixture(scope="session")
def pages(sample_site: Path) -> list[str]:
    """Every page of the sample, as paths. 404.html is for servers and has absolute links."""
    found = (path.relative_to(sample_site).as_posix() for path in sample_site.rglob("*.html"))
    return sorted(set(found) - {"404.html"})


@pytest.fixture(scope="session")
def axe():
    """The accessibility checker, as a Playwright script."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        unavailable("axe is not installed: it comes with the test extra")
    return Axe()
