"""No page asks another host for anything or complains, from a server or from a disk."""

from __future__ import annotations

from tests.browser.conftest import Address, PageAt


def test_no_page_leaves_the_site_or_shows_an_error(
    pages: list[str], address: Address, page_at: PageAt
) -> None:
    visit = page_at(address(pages[0]))
    for path in pages:
        visit.page.goto(address(path), wait_until="networkidle")
    assert visit.faults == []


def test_the_address_that_does_not_exist_says_so(sample_site, serve, page_at: PageAt) -> None:
    visit = page_at(serve(sample_site) + "404.html")
    assert visit.page.locator("h1").inner_text() == "Not here"
    assert visit.faults == []


def test_a_first_visit_is_light(sample_site, serve, page_at: PageAt) -> None:
    """The theme's own share of a page: its styles and scripts, packed, and how many requests."""
    visit = page_at("about:blank")
    sizes: dict[str, int] = {}
    visit.page.on(
        "requestfinished",
        lambda request: sizes.update({request.url: request.sizes()["responseBodySize"]}),
    )
    visit.page.goto(
        serve(sample_site) + "sources/1931-04-02-gazette.html", wait_until="networkidle"
    )
    scripts_and_styles = {url: size for url, size in sizes.items() if "/assets/" in url}
    materials = ("/main.", "/palette.", "/bundle.")
    own = sum(
        size for url, size in scripts_and_styles.items() if not any(n in url for n in materials)
    )
    print(f"{len(sizes)} requests, {sum(sizes.values())} bytes, {own} of them the theme's own")
    assert len(sizes) <= 15
    assert own <= 24_000
    assert sum(sizes.values()) <= 100_000
