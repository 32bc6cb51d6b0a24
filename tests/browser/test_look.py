"""Two hands, two palettes, every width, paper, and no script."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.conftest import Address, PageAt
from tests.browser.harness import settled_overflow

SOURCE = "sources/1931-04-02-gazette.html"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
WIDTHS = [320, 390, 768, 1024, 1280, 1920, 3840]


@pytest.fixture
def address(sample_site: Path) -> Address:
    """From the disk: how a page looks does not depend on where it comes from."""
    return lambda path: f"{sample_site.as_uri()}/{path}"


def style(selector: str, name: str) -> str:
    return f"getComputedStyle(document.querySelector('{selector}')).{name}"


def test_source_and_editors_write_in_different_hands(address: Address, page_at: PageAt) -> None:
    page = page_at(address(SOURCE)).page
    text, digest = "#p-arrived", "#d-inspector"
    assert page.evaluate(style(text, "fontFamily")) != page.evaluate(style(digest, "fontFamily"))
    assert page.evaluate(style(text, "borderLeftWidth")) == "3px"
    assert page.evaluate(style(digest, "borderLeftWidth")) == "0px"


def test_the_rule_runs_through_all_of_the_text(address: Address, page_at: PageAt) -> None:
    """The blocks of the text touch, whatever they are, in whatever direction they are written."""
    page = page_at(address(SOURCE)).page
    boxes = page.evaluate(
        """[...document.querySelectorAll(
            ".md-content__inner > :is(.d-text, :has(.d-text))"
        )].map(block => block.getBoundingClientRect().toJSON())"""
    )
    assert len(boxes) > 8
    assert {round(box["left"]) for box in boxes} == {round(boxes[0]["left"])}
    for above, below in pairwise(boxes):
        assert below["top"] == pytest.approx(above["bottom"], abs=0.6)


def test_the_palette_switches_and_is_remembered(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("index.html"), color_scheme="light")
    light = visit.page.evaluate(BACKGROUND)
    visit.page.get_by_title("Switch to the dark palette").click()
    dark = visit.page.evaluate(BACKGROUND)
    assert dark != light
    visit.page.goto(address("about.html"))
    visit.page.locator("html.js").wait_for()
    assert visit.page.evaluate(BACKGROUND) == dark
    assert visit.faults == []


def test_the_palette_is_switched_by_keyboard(address: Address, page_at: PageAt) -> None:
    page = page_at(address("index.html"), color_scheme="light").page
    light = page.evaluate(BACKGROUND)
    page.locator("#__palette_0").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(BACKGROUND) != light


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_palette_follows_the_system_at_first(
    scripts: bool, address: Address, page_at: PageAt
) -> None:
    schemes = {
        scheme: page_at(
            address("index.html"), color_scheme=scheme, java_script_enabled=scripts
        ).page.evaluate(BACKGROUND)
        for scheme in ("light", "dark")
    }
    assert schemes["light"] != schemes["dark"]


def test_no_page_is_wider_than_the_window(
    pages: list[str], sample_site: Path, page_at: PageAt
) -> None:
    page = page_at(sample_site.as_uri()).page
    for path in pages:
        page.goto(f"{sample_site.as_uri()}/{path}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            overflow = settled_overflow(page, width)
            assert overflow <= 0, f"{path} is {overflow} px wider than {width}"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_linked_passage_stands_below_the_header(
    width: int, address: Address, page_at: PageAt
) -> None:
    visit = page_at(address(SOURCE), viewport={"width": width, "height": 500})
    plain = visit.page.evaluate(style("#p-borings", "backgroundColor"))
    visit.page.goto(address(SOURCE + "#p-borings"))
    visit.page.wait_for_function("scrollY > 0")
    assert visit.in_view("#p-borings")
    assert visit.page.evaluate(style("#p-borings", "backgroundColor")) != plain


def test_everything_is_there_without_a_script(address: Address, page_at: PageAt) -> None:
    page = page_at(address(SOURCE), java_script_enabled=False).page
    for selector in ("#p-lamps", ".d-menu a >> nth=1", ".d-card", "a.d-mention >> nth=0"):
        assert page.locator(selector).is_visible(), selector
    assert page.locator(".d-search").is_hidden(), "a search that cannot work"
    assert page.locator(".md-header label >> visible=true").count() == 0


def test_paper_carries_the_text_and_no_controls(address: Address, page_at: PageAt) -> None:
    page = page_at(address(SOURCE), color_scheme="dark").page
    page.emulate_media(media="print")
    assert page.locator("#p-lamps").is_visible()
    for selector in ("header", ".d-menu", ".md-sidebar"):
        assert page.locator(selector).is_hidden(), selector
    assert page.evaluate(style("#p-lamps", "backgroundColor")) == "rgb(255, 255, 255)"


def test_a_source_belongs_to_sources_in_the_menu(address: Address, page_at: PageAt) -> None:
    page = page_at(address(SOURCE)).page
    assert page.locator(".d-menu [aria-current]").inner_text() == "Sources"


def test_a_guide_of_several_pages_has_its_own_list(address: Address, page_at: PageAt) -> None:
    page = page_at(address("guide/records.html")).page
    assert page.locator(".d-section a").all_inner_texts() == ["Start here", "Records"]
    assert page.locator(".d-menu [aria-current]").inner_text() == "Guide"
