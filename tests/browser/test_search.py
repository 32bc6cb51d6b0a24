"""Search from a server and from a disk: it finds, it lands, and a keyboard is enough."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Address, PageAt

FOUND = [
    ("unrolled a drawing", "sources/1931-04-02-gazette.html", "#p-arrived"),
    ('"before the boys"', "sources/1931-04-02-gazette.html", "#p-promise-told"),
    ("inkwells", "sources/1931-04-02-gazette.html", "#p-arrived"),
    ("boat does not wait", "sources/1931-04-02-gazette.html", "#p-lamps"),
    ("ناخدا می‌گوید", "sources/1938-bandar.html", "#p-ghayegh"),
]


@pytest.mark.parametrize(("query", "path", "passage"), FOUND, ids=[case[0] for case in FOUND])
def test_a_phrase_is_found_and_landed_on(
    query: str, path: str, passage: str, address: Address, page_at: PageAt
) -> None:
    visit = page_at(address("about.html"), viewport={"width": 1280, "height": 400})
    visit.search(query)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"**/{path}*")
    visit.page.wait_for_function("scrollY > 0 || document.body.scrollHeight <= innerHeight")
    assert visit.in_view(passage)
    assert visit.faults == []


def test_the_tab_key_reaches_the_search_and_leaves_it(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("index.html"))
    name = "document.activeElement.name"
    stops = 0
    while visit.page.evaluate(name) != "query":
        visit.page.keyboard.press("Tab")
        stops += 1
        assert stops < 6, "the search is not among the first stops of the Tab key"
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.closest('.d-menu') !== null")


def test_results_are_walked_with_arrows_and_closed_with_escape(
    address: Address, page_at: PageAt
) -> None:
    visit = page_at(address("index.html"))
    visit.search("ferry")
    visit.page.keyboard.press("ArrowDown")
    assert visit.page.evaluate("document.activeElement.matches('.md-search-result__link')")
    visit.page.keyboard.press("Escape")
    assert visit.page.locator(".md-search__output").is_hidden()


def test_a_phone_opens_the_search_by_touch(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("index.html"), viewport={"width": 390, "height": 844}, has_touch=True)
    visit.page.locator("header label.md-header__button[for=__search]").tap()
    visit.page.keyboard.insert_text("ferry")
    visit.page.locator(".md-search-result__item").first.wait_for()
    assert visit.faults == []


def test_what_was_set_aside_is_not_searched(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("index.html"))
    visit.page.keyboard.press("/")
    visit.page.keyboard.insert_text("letterbox")
    visit.page.wait_for_function(
        "document.querySelector('.md-search-result__meta').textContent.startsWith('No matching')"
    )
