"""A strict build reads what it built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.plugin import Built, build_site
from generator.verify import verify
from tests.dossiers import make_dossier


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    config = make_dossier(tmp_path_factory.mktemp("verify") / "d", rights="open")
    return build_site(config, {}, site=None, strict=True)


def change(built: Built, tmp_path: Path, page: str, old: str, new: str) -> Path:
    """A copy of the site with something in it changed."""
    site = tmp_path / "site"
    shutil.copytree(built.site, site)
    text = (site / page).read_text("utf-8")
    assert old in text
    (site / page).write_text(text.replace(old, new, 1), "utf-8")
    return site


def test_a_sound_site_has_no_faults(built: Built) -> None:
    assert built.fresh
    assert verify(built.site, built.outcome.contents) == []


def test_a_changed_letter_is_found(built: Built, tmp_path: Path) -> None:
    site = change(built, tmp_path, "sources/1936-lamp.html", "neither paid", "never paid")
    assert [f.code for f in verify(site, built.outcome.contents)] == ["text-changed"]


def test_a_missing_page_is_found(built: Built, tmp_path: Path) -> None:
    site = change(built, tmp_path, "index.html", "<", "<")
    (site / "sources/1936-lamp.html").unlink()
    codes = {f.code for f in verify(site, built.outcome.contents)}
    assert codes == {"text-changed", "dead-link"}


@pytest.mark.parametrize("link", ["nowhere.html", "index.html#no-such-place", "#no-such-place"])
def test_a_link_that_leads_nowhere_is_found(built: Built, tmp_path: Path, link: str) -> None:
    site = change(built, tmp_path, "about.html", "</article>", f'<a href="{link}">x</a></article>')
    found = verify(site, built.outcome.contents)
    assert [(f.code, f.path) for f in found] == [("dead-link", Path("about.html"))]


@pytest.mark.parametrize(
    "link", ["https://example.org/", "mailto:a@example.org", "about.html", "#top"]
)
def test_other_links_are_fine(built: Built, tmp_path: Path, link: str) -> None:
    site = change(
        built, tmp_path, "about.html", "</article>", f'<a id="top" href="{link}">x</a></article>'
    )
    assert verify(site, built.outcome.contents) == []
