"""What stands in a page's head: escaped, complete, and kept out of indexes where it must be."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.browser.conftest import HERE
from tests.browser.harness import build_site

SOURCE = "sources/1931-04-02-gazette.html"


def page(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path).read_text(encoding="utf-8"), "html.parser")


def meta(soup: BeautifulSoup, name: str) -> str | None:
    tag = soup.find("meta", attrs={"name": name})
    return tag["content"] if tag else None


@pytest.fixture(scope="module")
def full_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a full edition with an address on the web."""
    folder = tmp_path_factory.mktemp("full")
    config = folder / "mkdocs.yml"
    config.write_text(
        f"INHERIT: {HERE / 'sample' / 'mkdocs.yml'}\n"
        f"docs_dir: {HERE / 'sample' / 'docs'}\n"
        f"theme: {{custom_dir: {HERE.parents[1] / 'generator' / 'theme'}}}\n"
        "site_url: https://example.org/halvor/\n"
        "extra: {dossier: {edition: full}}\n"
    )
    return build_site(config, folder / "site")


def test_values_of_records_are_escaped(sample_site: Path) -> None:
    soup = page(sample_site, SOURCE)
    assert meta(soup, "description").endswith('"in six years" & calls the ferry <a relic>.')
    assert meta(soup, "DC.title") == 'Quotes " and <angles> & ampersands'
    assert meta(soup, "citation_publication_date") == "1931/04/02"
    assert soup.title.string.startswith("The Strait Will Have Its Bridge")


def test_the_public_edition_is_open_and_has_no_address_of_its_own(sample_site: Path) -> None:
    soup = page(sample_site, SOURCE)
    assert meta(soup, "robots") is None
    assert soup.find("link", rel="canonical") is None
    assert soup.select_one(".md-banner") is None


def test_the_full_edition_says_so_on_every_page(full_site: Path) -> None:
    paths = sorted(full_site.rglob("*.html"))
    assert len(paths) > 8
    for path in paths:
        soup = page(full_site, path.relative_to(full_site).as_posix())
        assert meta(soup, "robots") == "noindex, nofollow, noarchive", path
        assert "not for publication" in soup.select_one(".d-banner").get_text(), path


def test_an_address_on_the_web_is_canonical_only_where_it_may_be_indexed(full_site: Path) -> None:
    assert page(full_site, SOURCE).find("link", rel="canonical") is None


def test_no_page_names_another_host_to_load_from(sample_site: Path) -> None:
    for path in sample_site.rglob("*.html"):
        soup = page(sample_site, path.relative_to(sample_site).as_posix())
        loaded = [tag.get("src") or tag.get("href") for tag in soup.select("script[src], link")]
        assert not [url for url in loaded if url.startswith(("http:", "https:", "//"))], path
