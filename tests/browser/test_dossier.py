"""The example dossier itself, built as it is published, under the same demands as the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Address, PageAt
from tests.browser.harness import SIZES, accessibility_findings, settled_overflow


@pytest.fixture(scope="session")
def kinds(dossier_site: Path) -> list[str]:
    """One page of each kind: those at the top, and the largest source and topic."""

    def largest(folder: str) -> Path:
        found = (path for path in (dossier_site / folder).glob("*.html") if path.stem != "index")
        return max(found, key=lambda path: (path.stat().st_size, path.name))

    chosen = [*dossier_site.glob("*.html"), *dossier_site.glob("*/index.html")]
    chosen += [largest("sources"), largest("topics")]
    names = {path.relative_to(dossier_site).as_posix() for path in chosen}
    return sorted(names - {"404.html"})


@pytest.fixture(params=["http", "file"])
def dossier_address(
    request: pytest.FixtureRequest, dossier_site: Path, serve: Callable[[Path], str]
) -> Address:
    base = serve(dossier_site) if request.param == "http" else dossier_site.as_uri() + "/"
    return lambda path: base + path


def test_no_page_leaves_the_site_or_shows_an_error(
    kinds: list[str], dossier_address: Address, page_at: PageAt
) -> None:
    visit = page_at(dossier_address(kinds[0]))
    for path in kinds:
        visit.page.goto(dossier_address(path), wait_until="networkidle")
    print(f"{len(kinds)} kinds of pages: {', '.join(kinds)}")
    assert visit.faults == []


def test_a_phrase_of_a_digest_is_found_from_the_home_page(
    dossier_site: Path, dossier_address: Address, page_at: PageAt
) -> None:
    digest = sorted((dossier_site / "data" / "texts").glob("*.digest.txt"))[0]
    source = digest.name.removesuffix(".digest.txt")
    lines = digest.read_text(encoding="utf-8").splitlines()
    phrase = " ".join(max(lines, key=len).split()[-12:-2]).strip(".,;:()")
    visit = page_at(dossier_address("index.html"))
    visit.search(f'"{phrase}"')
    visit.page.locator(f".d-search__option[href*='/sources/{source}.html']").click()
    visit.page.wait_for_url(f"**/sources/{source}.html*")
    assert phrase in visit.page.locator("article").inner_text()
    assert visit.in_view(visit.page.evaluate("location.hash"))
    assert visit.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(
    size: str, scheme: str, axe, kinds: list[str], dossier_site: Path, page_at: PageAt
) -> None:
    home = dossier_site.as_uri() + "/"
    visit = page_at(home + kinds[0], viewport=SIZES[size], color_scheme=scheme)
    for path in kinds:
        visit.page.goto(home + path)
        visit.page.locator("html.js").wait_for()
        assert accessibility_findings(axe, visit) == [], path


def test_no_page_is_wider_than_a_small_phone(
    kinds: list[str], dossier_site: Path, page_at: PageAt
) -> None:
    visit = page_at(dossier_site.as_uri(), viewport={"width": 320, "height": 640})
    for path in kinds:
        visit.page.goto(f"{dossier_site.as_uri()}/{path}")
        overflow = settled_overflow(visit.page, 320)
        assert overflow <= 0, f"{path} is {overflow} px too wide"
