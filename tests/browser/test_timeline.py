"""The timeline in a browser: its picture, its menus, passages that open, a keyboard, no script."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.plugin import build_site
from tests.browser.conftest import Address, PageAt
from tests.browser.harness import SIZES, accessibility_findings, settled_overflow
from tests.test_timeline import GOOD, small_dossier

PAGE = "timeline.html"

EVENTS = GOOD.replace("  not: {source: 1936-lamp, quote: a reply}\n", "")
ISSUED = ["issued-1936-lamp", "issued-1937-pier", "issued-1938-oil", "issued-1939-again"]


@pytest.fixture(scope="module")
def timeline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = small_dossier(tmp_path_factory.mktemp("timeline"), EVENTS)
    return build_site(config, {}, site=None, strict=True).site


@pytest.fixture(params=["http", "file"])
def at(
    request: pytest.FixtureRequest, timeline_site: Path, serve: Callable[[Path], str]
) -> Address:
    """``at(fragment)``: the address of the timeline, from a server and from a disk."""
    base = serve(timeline_site) if request.param == "http" else f"{timeline_site.as_uri()}/"
    return lambda fragment: f"{base}{PAGE}{fragment}"


def shown(page: Page) -> list[str]:
    """The entries that are seen: the ids of what editors and sources have, "said" for others."""
    ids = page.locator(".d-filtered > li:visible").evaluate_all("found => found.map(it => it.id)")
    known = {"event-lamp-lit", *ISSUED}
    return [id_ if id_ in known else "said" for id_ in ids]


def said(page: Page) -> str:
    """What a screen reader announces."""
    return page.get_by_role("form").get_by_role("status").inner_text()


# --- the menus ---------------------------------------------------------------------------------


WANTED = [
    ("kind", "event", ["event-lamp-lit"]),
    ("kind", "issued", ISSUED),
    ("source", "1938-oil", ["said", "issued-1938-oil"]),
    ("topic", "harbour-board", ["event-lamp-lit", "said"]),
]


@pytest.mark.parametrize(("name", "value", "wanted"), WANTED)
def test_a_menu_leaves_the_entries_that_have_its_value(
    name: str, value: str, wanted: list[str], at: Address, page_at: PageAt
) -> None:
    visit = page_at(at(""))
    assert said(visit.page) == "7 entries shown"
    visit.page.select_option(f"#filter-{name}", value)
    assert sorted(shown(visit.page)) == sorted(wanted)
    assert said(visit.page) == f"{len(wanted)} of 7 entries shown"
    assert visit.page.evaluate("location.hash") == f"#{name}={value}"
    assert visit.faults == []


def test_years_without_an_entry_are_hidden_and_marks_of_the_picture_fade(
    at: Address, page_at: PageAt
) -> None:
    page = page_at(at("#kind=event")).page
    assert page.locator("article h2:visible").all_inner_texts() == ["1936"]
    out = page.locator(".d-if-wide a.d-out").count()
    assert out == page.locator(".d-if-wide a").count() - 1


def test_an_address_that_was_shared_shows_the_same_and_can_be_reset(
    at: Address, page_at: PageAt
) -> None:
    page = page_at(at("#topic=harbour-board&kind=statement")).page
    assert shown(page) == ["said"]
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == 7
    page.go_back()
    assert shown(page) == ["said"]


def test_a_keyboard_is_enough(at: Address, page_at: PageAt) -> None:
    page = page_at(at("")).page
    page.locator("#filter-kind").focus()
    page.keyboard.type("Edit")
    assert shown(page) == ["event-lamp-lit"]
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(shown(page)) == 7


def test_menus_have_names(at: Address, page_at: PageAt) -> None:
    page = page_at(at("")).page
    assert page.get_by_role("form", name="Filter the entries").count() == 1
    for name in ("Kind", "Source", "Topic"):
        assert page.get_by_role("combobox", name=name, exact=True).count() == 1


def test_without_a_script_all_is_there(at: Address, page_at: PageAt) -> None:
    page = page_at(at("#kind=event"), java_script_enabled=False).page
    assert len(shown(page)) == 7
    assert page.locator("article form").is_hidden()
    assert page.locator(".d-if-wide svg").is_visible()


# --- the picture and the passages --------------------------------------------------------------


def test_every_mark_is_reached_by_keyboard_has_a_name_and_leads_to_its_entry(
    at: Address, page_at: PageAt
) -> None:
    page = page_at(at("")).page
    page.locator(".d-if-wide").focus()
    names = []
    for _ in range(page.locator(".d-if-wide svg a").count()):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.querySelector('title')?.textContent"))
    assert len(set(names)) == 7
    assert "5 March 1936: The lamp burns again" in names
    mark = page.locator(".d-if-wide a", has_text="5 March 1936")
    mark.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#event-lamp-lit"
    assert page.locator("#event-lamp-lit").is_visible()


@pytest.mark.parametrize("page_path", [PAGE, "topics/s-300.html", "topics/jcpoa.html"])
@pytest.mark.parametrize("size", SIZES)
def test_names_in_a_picture_do_not_collide(
    size: str, page_path: str, dossier_site: Path, page_at: PageAt
) -> None:
    page = page_at(f"{dossier_site.as_uri()}/{page_path}", viewport=SIZES[size]).page
    boxes = page.locator(".d-time:visible text").evaluate_all(
        "found => found.map(it => [it.textContent, it.getBoundingClientRect().toJSON()])"
    )
    assert boxes
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = (
            a["right"] <= b["left"] + 1
            or b["right"] <= a["left"] + 1
            or a["bottom"] <= b["top"] + 2
            or b["bottom"] <= a["top"] + 2
        )
        assert apart, (one, other)


def test_an_entry_opens_the_very_passage_that_proves_it(at: Address, page_at: PageAt) -> None:
    visit = page_at(at(""))
    link = visit.page.locator("#event-lamp-lit .d-context a").first
    anchor = str(link.get_attribute("href")).partition("#")[2].partition(":~:")[0]
    link.click()
    visit.page.wait_for_url("**/sources/1936-lamp.html**")
    assert visit.page.locator(f"#{anchor}").inner_text().endswith("ordered in 1935.")
    assert visit.page.evaluate("document.querySelector(':target')?.id") == anchor
    assert visit.in_view(f"#{anchor}")
    assert visit.faults == []


def test_a_topic_leads_to_its_entries(at: Address, page_at: PageAt, timeline_site: Path) -> None:
    page = page_at(at("").replace(PAGE, "topics/skarv-light.html")).page
    page.locator(".d-briefs .d-turn a").click()
    page.wait_for_url("**/timeline.html#topic=skarv-light")
    assert "event-lamp-lit" in shown(page)
    assert not set(ISSUED) & set(shown(page))


# --- for everybody -----------------------------------------------------------------------------

KINDS = [PAGE, f"{PAGE}#topic=s-300", "topics/s-300.html", "topics/sanctions.html"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(
    size: str, scheme: str, axe, dossier_site: Path, page_at: PageAt
) -> None:
    for path in KINDS:
        visit = page_at(
            f"{dossier_site.as_uri()}/{path}", viewport=SIZES[size], color_scheme=scheme
        )
        visit.page.locator("html.js").wait_for()
        assert accessibility_findings(axe, visit) == [], path


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_the_window(width: int, dossier_site: Path, page_at: PageAt) -> None:
    for path in KINDS:
        visit = page_at(f"{dossier_site.as_uri()}/{path}", viewport={"width": width, "height": 640})
        overflow = settled_overflow(visit.page, width)
        assert overflow <= 0, f"{path} is {overflow} px too wide"


def test_paper_carries_the_picture_and_no_menus(dossier_site: Path, page_at: PageAt) -> None:
    page = page_at(f"{dossier_site.as_uri()}/{PAGE}").page
    page.emulate_media(media="print")
    assert page.locator(".d-if-wide svg").is_visible()
    assert page.locator(".d-if-narrow svg").is_hidden()
    assert page.locator("form.d-filter").is_hidden()
