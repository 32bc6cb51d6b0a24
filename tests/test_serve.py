"""``dossier serve``: a change to a record, the topics, a page or the theme shows by itself, once."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.dossiers import make_dossier

#: Enough for a slow machine under load; a healthy one needs about two seconds, in seconds.
PATIENCE = 60


class Served:
    """A running server over a dossier, and what it has printed so far."""

    def __init__(self, root: Path, log: Path, address: str) -> None:
        self.root, self.log, self.address = root, log, address

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=20) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, OSError):
            return ""

    def waits_for(self, is_so: Callable[[], bool]) -> bool:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if is_so():
                return True
            time.sleep(0.2)
        return False

    def builds(self) -> int:
        return len(re.findall("Building documentation", self.log.read_text()))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = make_dossier(tmp_path_factory.mktemp("serve") / "d").parent
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = root.parent / "log"
    command = [sys.executable, "-m", "generator.cli", "serve", "--address", address]
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=root, stdout=out, stderr=subprocess.STDOUT)
    try:
        served = Served(root, log, address)
        assert served.waits_for(lambda: "Skarv" in served.page("index.html")), log.read_text()
        yield served
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("file", "old", "new", "page"),
    [
        ("sources/1936-lamp.md", "never paid", "has not paid", "sources/1936-lamp.html"),
        (
            "sources/topics.yml",
            "lights and piers",
            "lights, piers and quays",
            "topics/harbour-board.html",
        ),
        ("docs/about.md", "test", "trial", "about.html"),
    ],
)
def test_a_change_shows_by_itself(served: Served, file: str, old: str, new: str, page: str) -> None:
    assert new not in served.page(page)
    path = served.root / file
    path.write_text(path.read_text().replace(old, new))
    assert served.waits_for(lambda: new in served.page(page)), served.log.read_text()


def test_a_change_is_built_once(served: Served) -> None:
    before = served.builds()
    path = served.root / "sources/1936-lamp.md"
    path.write_text(path.read_text().replace("denies it.", "denies all of it."))
    assert served.waits_for(lambda: "denies all of it" in served.page("sources/1936-lamp.html"))
    time.sleep(3)  # longer than it takes to notice the files that the build itself wrote
    assert served.builds() == before + 1, served.log.read_text()
