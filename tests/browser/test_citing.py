"""The button that copies a reference, from a server and from a disk, and what is there without it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Address, PageAt

BIBLIOGRAPHY = "bibliography.html"
CLIPBOARD = ["clipboard-read", "clipboard-write"]

#: A browser that keeps the clipboard from a page, as all do on plain http from another machine.
CLOSED = "Object.defineProperty(navigator, 'clipboard', { get: () => undefined });"


@pytest.fixture(params=["http", "file"])
def dossier_address(
    request: pytest.FixtureRequest, dossier_site: Path, serve: Callable[[Path], str]
) -> Address:
    base = serve(dossier_site) if request.param == "http" else dossier_site.as_uri() + "/"
    return lambda path: base + path


@pytest.fixture
def source(dossier_site: Path) -> str:
    """A source whose reference has italics."""
    pages = sorted((dossier_site / "sources").glob("*.html"))
    return next(
        f"sources/{p.name}" for p in pages if '<dd data-cite="Chicago"><i>' in p.read_text()
    )


def shown(page: Page, style: str) -> str:
    """A reference as the page has it without the script."""
    text = page.locator(f"[data-cite='{style}'] > span").first.text_content()
    assert text
    return text.strip()


def pasted(page: Page) -> str:
    """What is on the clipboard, as a fresh page sees it."""
    other = page.context.new_page()
    other.goto(page.url)
    other.bring_to_front()
    text = other.evaluate("navigator.clipboard.readText()")
    other.close()
    return text


@pytest.mark.parametrize("style", ["Chicago", "APA"])
def test_a_reference_is_copied_with_one_press(
    style: str, source: str, dossier_address: Address, page_at: PageAt
) -> None:
    visit = page_at(dossier_address(source), permissions=CLIPBOARD)
    page = visit.page
    button = page.get_by_role("button", name=f"Copy the reference in {style} style")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Copied", exact=True).wait_for()
    assert pasted(page) == shown(page, style)
    assert visit.faults == []


def test_italics_come_along(source: str, dossier_address: Address, page_at: PageAt) -> None:
    page = page_at(dossier_address(source), permissions=CLIPBOARD).page
    page.get_by_role("button", name="Copy the reference in Chicago style").click()
    page.get_by_text("Copied", exact=True).wait_for()
    html = page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            return (await item.getType("text/html")).text();
        }"""
    )
    assert "<i>" in html
    assert "<button" not in html


def test_a_closed_clipboard_has_another_way_in(
    source: str, dossier_address: Address, page_at: PageAt
) -> None:
    visit = page_at(dossier_address(BIBLIOGRAPHY), permissions=CLIPBOARD)
    page = visit.page.context.new_page()
    page.add_init_script(CLOSED)
    page.goto(dossier_address(source))
    page.get_by_role("button", name="Copy the reference in APA style").click()
    page.get_by_text("Copied", exact=True).wait_for()
    visit.page.bring_to_front()
    assert visit.page.evaluate("navigator.clipboard.readText()") == shown(page, "APA")


def test_the_dossiers_own_reference_is_copied(dossier_address: Address, page_at: PageAt) -> None:
    visit = page_at(dossier_address(BIBLIOGRAPHY), permissions=CLIPBOARD)
    visit.page.get_by_role("button", name="Copy the reference in Chicago style").click()
    visit.page.get_by_text("Copied", exact=True).wait_for()
    assert pasted(visit.page) == shown(visit.page, "Chicago")
    assert visit.faults == []


def test_without_scripts_references_are_text_and_no_button_is_there(
    source: str, dossier_address: Address, page_at: PageAt
) -> None:
    page = page_at(dossier_address(source), java_script_enabled=False).page
    assert page.locator(".d-cite__copy").count() == 0
    references = page.locator("[data-cite]").all_inner_texts()
    assert len(references) == 2
    assert all(len(text) > 20 for text in references)
    links = page.locator(".d-cite-files a")
    assert links.all_inner_texts() == ["BibTeX", "RIS", "CSL-JSON"]


def test_the_buttons_fit_a_small_phone(
    source: str, dossier_address: Address, page_at: PageAt
) -> None:
    page = page_at(dossier_address(source), viewport={"width": 320, "height": 640}).page
    for button in page.locator(".d-cite__copy").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 24
        assert box["x"] + box["width"] <= 320
