"""The page of all notes: menus that filter it, an address that can be shared, a keyboard, no script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.plugin import build_site
from tests.browser.conftest import Address, PageAt
from tests.browser.harness import SIZES, accessibility_findings, settled_overflow
from tests.test_notes_pages import small_dossier

PAGE = "notes/index.html"

ALL = ["n-oil", "n-denial", "n-whole", "n-withheld", "n-pier", None, "n-board", "n-year"]


@pytest.fixture(scope="module")
def notes_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = small_dossier(tmp_path_factory.mktemp("filter"))
    return build_site(config, {}, site=None, strict=True).site


@pytest.fixture(params=["http", "file"])
def at(request: pytest.FixtureRequest, notes_site: Path, serve: Callable[[Path], str]) -> Address:
    """``at(fragment)``: the address of the page of all notes, from a server and from a disk."""
    base = serve(notes_site) if request.param == "http" else notes_site.as_uri() + "/"
    return lambda fragment: f"{base}{PAGE}{fragment}"


def shown(page: Page) -> list[str | None]:
    """The notes that are seen, by id; None for one whose id is derived."""
    headings = page.locator(".d-entry h3:visible")
    ids = headings.evaluate_all("found => found.map(it => it.id.replace('note-', ''))")
    return [id_ if id_ in ALL else None for id_ in ids]


def said(page: Page) -> str:
    """What a screen reader announces."""
    return page.locator("form.d-filter").get_by_role("status").inner_text()


def options(page: Page, name: str) -> dict[str, bool]:
    """What a menu offers, and whether it can be chosen."""
    found = page.locator(f"#filter-{name} option").evaluate_all(
        "found => found.map(it => [it.text, !it.disabled])"
    )
    return dict(found)


def fragment(page: Page) -> str:
    return str(page.evaluate("location.hash"))


# --- filtering ---------------------------------------------------------------------------------


def test_all_notes_are_shown_at_first(at: Address, page_at: PageAt) -> None:
    visit = page_at(at(""))
    assert shown(visit.page) == ALL
    assert said(visit.page) == "8 notes shown"
    assert visit.page.get_by_role("button", name="Show all").count() == 0
    assert visit.faults == []


WANTED = [
    ("tag", "figures", ["n-oil", "n-denial", "n-year"]),
    ("status", "verified", ["n-oil", "n-year"]),
    ("by", "Sigrid Holm", ["n-oil", "n-pier"]),
    ("source", "1937-pier", ["n-pier"]),
    ("topic", "harbour-board", ["n-pier", "n-board"]),
]


@pytest.mark.parametrize(("name", "value", "notes"), WANTED, ids=[case[0] for case in WANTED])
def test_a_menu_leaves_the_notes_that_have_its_value(
    name: str, value: str, notes: list[str], at: Address, page_at: PageAt
) -> None:
    visit = page_at(at(""))
    visit.page.select_option(f"#filter-{name}", value)
    assert shown(visit.page) == notes
    assert said(visit.page) == f"{len(notes)} of 8 notes shown"
    assert fragment(visit.page) == f"#{name}={value.replace(' ', '+')}"
    assert visit.faults == []


def test_menus_narrow_each_other_and_count_what_is_left(at: Address, page_at: PageAt) -> None:
    page = page_at(at("")).page
    page.select_option("#filter-tag", "figures")
    assert options(page, "status") == {
        "any": True,
        "verified (2)": True,
        "disputed (1)": True,
        "retracted (0)": False,
    }
    page.select_option("#filter-status", "disputed")
    assert shown(page) == ["n-denial"]
    assert options(page, "tag")["figures (1)"]
    assert options(page, "tag")["later (0)"] is False


def test_groups_without_a_note_are_hidden_with_their_headings(at: Address, page_at: PageAt) -> None:
    page = page_at(at("#tag=later")).page
    headings = page.locator("article h2:visible").all_inner_texts()
    assert headings == ["On topics", "On dates"]
    assert page.locator(".md-nav--secondary li:visible").all_inner_texts() == headings
    page.select_option("#filter-tag", "figures")
    assert page.locator("article h2:visible + .d-voice").first.inner_text().endswith("2 of 4 notes")


# --- the address -------------------------------------------------------------------------------


def test_an_address_that_was_shared_shows_the_same_notes(at: Address, page_at: PageAt) -> None:
    visit = page_at(at("#tag=figures&status=disputed"))
    assert shown(visit.page) == ["n-denial"]
    assert visit.page.input_value("#filter-tag") == "figures"
    assert visit.page.input_value("#filter-status") == "disputed"
    assert visit.faults == []


def test_going_back_takes_back_what_was_chosen(at: Address, page_at: PageAt) -> None:
    page = page_at(at("")).page
    page.select_option("#filter-tag", "figures")
    page.select_option("#filter-status", "verified")
    page.go_back()
    assert shown(page) == ["n-oil", "n-denial", "n-year"]
    assert page.input_value("#filter-status") == ""
    page.go_back()
    assert shown(page) == ALL
    page.go_forward()
    assert shown(page) == ["n-oil", "n-denial", "n-year"]


def test_an_address_of_a_note_shows_it_whatever_was_filtered(at: Address, page_at: PageAt) -> None:
    visit = page_at(at("#tag=money"), viewport={"width": 1280, "height": 400})
    visit.page.evaluate("location.hash = '#note-n-year'")
    visit.page.wait_for_function("scrollY > 0")
    assert shown(visit.page) == ALL
    assert visit.in_view("#note-n-year")


@pytest.mark.parametrize("asked", ["#tag=nothing", "#tag=money&status=verified", "#by=%3Cb%3E"])
def test_where_nothing_fits_the_page_says_so_and_offers_a_way_out(
    asked: str, at: Address, page_at: PageAt
) -> None:
    visit = page_at(at(asked))
    assert shown(visit.page) == []
    assert said(visit.page) == "None of 8 notes fits all of this"
    visit.page.get_by_role("button", name="Show all").click()
    assert shown(visit.page) == ALL
    assert fragment(visit.page) == ""
    assert visit.faults == []


@pytest.mark.parametrize("other", ["#notes", "#tag", "#tag=", "#page=3", "#%E0%A4%A"])
def test_an_address_that_asks_for_nothing_shows_all(
    other: str, at: Address, page_at: PageAt
) -> None:
    visit = page_at(at(other))
    assert shown(visit.page) == ALL
    assert [fault for fault in visit.faults if "filter.js" in fault] == []


# --- for everybody -----------------------------------------------------------------------------


def test_a_keyboard_is_enough(at: Address, page_at: PageAt) -> None:
    page = page_at(at("")).page
    page.locator("#filter-tag").focus()
    page.keyboard.type("fig")
    assert shown(page) == ["n-oil", "n-denial", "n-year"]
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.input_value("#filter-status") == "verified"
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "reset"
    page.keyboard.press("Enter")
    assert shown(page) == ALL
    assert page.evaluate("document.activeElement.id") == "filter-tag"  # not lost with the button


def test_menus_have_names_and_the_count_is_announced(at: Address, page_at: PageAt) -> None:
    page = page_at(at("")).page
    for name in ("Tag", "Status", "Written by", "Source", "Topic"):
        assert page.get_by_role("combobox", name=name, exact=True).count() == 1
    assert page.get_by_role("form", name="Filter the notes").count() == 1
    page.select_option("#filter-tag", "later")
    assert said(page) == "2 of 8 notes shown"


def test_without_a_script_there_are_links_instead(at: Address, page_at: PageAt) -> None:
    page = page_at(at("#tag=figures"), java_script_enabled=False).page
    assert page.locator("article form").is_hidden()
    assert page.locator(".d-entry:visible").count() == len(ALL)
    assert page.locator(".d-jump a:visible").count() == 5
    page.locator(".d-kinds a", has_text="figures").click()
    assert page.url.endswith("/notes/tag.figures.html")
    assert page.locator(".d-entry:visible").count() == 3


# --- the example -------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def kinds(dossier_site: Path) -> list[str]:
    """The pages of notes and claims: the lists, and the largest tag and claim."""

    def largest(found: str) -> Path:
        return max(dossier_site.glob(found), key=lambda path: (path.stat().st_size, path.name))

    chosen = [PAGE, f"{PAGE}#status=disputed", f"{PAGE}#tag=nothing", "claims/index.html"]
    pages = [largest("notes/tag.*.html"), largest("claims/[!i]*.html")]
    return [*chosen, *(path.relative_to(dossier_site).as_posix() for path in pages)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(
    size: str, scheme: str, axe, kinds: list[str], dossier_site: Path, page_at: PageAt
) -> None:
    for path in kinds:
        visit = page_at(
            f"{dossier_site.as_uri()}/{path}", viewport=SIZES[size], color_scheme=scheme
        )
        visit.page.locator("html.js").wait_for()
        assert accessibility_findings(axe, visit) == [], path


def test_no_page_is_wider_than_a_small_phone(
    kinds: list[str], dossier_site: Path, page_at: PageAt
) -> None:
    for path in kinds:
        visit = page_at(f"{dossier_site.as_uri()}/{path}", viewport={"width": 320, "height": 640})
        overflow = settled_overflow(visit.page, 320)
        assert overflow <= 0, f"{path} is {overflow} px too wide"
