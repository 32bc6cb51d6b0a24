"""Search from a server and from a disk: what is found, where it leads, and how one gets there."""

from __future__ import annotations

import random
import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, quote_plus, urlsplit

import pytest
from playwright.sync_api import Page

from generator import pipeline
from generator.plugin import settings_for
from generator.wording.fold import fold
from generator.write.search import scripts, search_files
from generator.write.search.words import words_of
from tests.browser.conftest import Address, PageAt
from tests.browser.harness import SIZES, Visit, accessibility_findings

HERALD, MINUTES, LETTER = "1924-03-11-herald", "1926-minutes", "1931-05-letter"
BANDAR, MORSKI, SHINPO, HOSTILE = "1933-bandar", "1935-morski", "1937-shinpo", "1938-hostile"


@pytest.fixture(params=["http", "file"])
def address(
    request: pytest.FixtureRequest, searchable_site: Path, serve: Callable[[Path], str]
) -> Address:
    """``address(path)`` of a page of the searchable dossier, from a server and from a disk."""
    base = serve(searchable_site) if request.param == "http" else searchable_site.as_uri() + "/"
    return lambda path: base + path


@pytest.fixture
def from_disk(searchable_site: Path) -> Address:
    return lambda path: f"{searchable_site.as_uri()}/{path}"


def results(page: Page, address: Address, query: str) -> list[str]:
    """The pages that the search's page lists, in order, by name."""
    page.goto(address(f"search.html?q={quote_plus(query)}"))
    page.locator(".d-find__status:not(:empty)").wait_for()
    links = page.locator(".d-hit__title a").evaluate_all("links => links.map(link => link.href)")
    return [Path(urlsplit(link).path).stem for link in links]


def sources(found: list[str]) -> set[str]:
    return {name for name in found if re.match(r"19\d\d-", name)}


# --- what is found -------------------------------------------------------------------------------

FOUND = [
    # spellings of a designation
    ("T-40", {HERALD, MINUTES, LETTER}),
    ("T 40", {HERALD, MINUTES, LETTER}),
    ("t40", {HERALD, MINUTES, LETTER}),
    # names in all their spellings and scripts
    ("Lindqvist", {HERALD, MINUTES, BANDAR, MORSKI}),
    ("Lindkvist", {HERALD, MINUTES, BANDAR, MORSKI}),
    ("Линдквист", {HERALD, MINUTES, BANDAR, MORSKI}),
    ("لیندکویست", {HERALD, MINUTES, BANDAR, MORSKI}),
    ("oscar", {HERALD}),
    ('"Lindkvist"', {MINUTES}),
    # beside punctuation
    ("letter", {HERALD, LETTER}),
    ("quay", {HERALD}),
    ("church", {HERALD}),
    ("mud", {HERALD}),
    # capitals, accents, apostrophes, hyphens, figures
    ("CAFE naive", {HERALD}),
    ("O'Brien-Smith", {HERALD}),
    ("obrien smith", {HERALD}),
    ("north-south", {HERALD}),
    ("parish's", {HERALD}),
    ("1250", {HERALD}),
    ("москве еще", {MORSKI}),
    # Persian, whatever the keyboard
    ("می‌گویند", {BANDAR}),
    ("می گویند", {BANDAR}),
    ("مي‌گويند", {BANDAR}),
    ("میگویند", {BANDAR}),
    ("۴۰۰۰", {BANDAR}),
    ("4000", {BANDAR}),
    # a script without spaces
    ("核心", {SHINPO}),
    ("核心部品", {SHINPO}),
    ("心核", set()),
    ("交", {SHINPO}),
    # phrases, beginnings, all words, words not wanted
    ('"wet coal"', {HERALD}),
    ('"coal wet"', set()),
    ("coal wet", {HERALD}),
    ('"a dry spring"', {HERALD, LETTER}),
    ("slui", {MINUTES, LETTER}),
    ('"slui"', set()),
    ("sluice -coal", {LETTER}),
    ('spring -"dry spring"', set()),
    # the text of an open capture, but not what was set aside
    ("shovel", {HERALD}),
    ("herring", set()),
    # authors and publications
    ("bandar", set()),
    ("dike minutes", {MINUTES}),
]


def test_what_is_asked_for_is_found(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("index.html"))
    for query, wanted in FOUND:
        assert sources(results(visit.page, address, query)) == wanted, query
    assert visit.faults == []


@pytest.fixture
def cut_site(searchable_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The searchable site with an index in as many parts as a large dossier has."""
    site = tmp_path / "site"
    shutil.copytree(
        searchable_site, site, ignore=shutil.ignore_patterns("search"), dirs_exist_ok=True
    )
    shutil.copytree(
        searchable_site / "assets" / "javascripts",
        site / "assets" / "javascripts",
        dirs_exist_ok=True,
    )
    monkeypatch.setattr(scripts, "WHOLE", 300)
    monkeypatch.setattr(scripts, "PART", 15)
    contents = pipeline.build(settings_for(searchable_site.parent / "mkdocs.yml", {}))
    for path, data in search_files(contents, ()):
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_bytes(data)
    return site


def test_an_index_in_many_parts_finds_the_same(cut_site: Path, page_at: PageAt) -> None:
    assert len(list((cut_site / "assets" / "search").iterdir())) > 40
    visit = page_at(cut_site.as_uri() + "/index.html")
    for query, wanted in FOUND:
        found = results(visit.page, lambda path: f"{cut_site.as_uri()}/{path}", query)
        assert sources(found) == wanted, query
    visit.page.goto(f"{cut_site.as_uri()}/search.html?q=the&kind=source")
    visit.page.get_by_role("button", name="Count the topics").click()
    visit.page.get_by_label("Dike Board").wait_for()
    assert visit.faults == []


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_example_finds_a_missile_however_it_is_written(
    scheme: str, dossier_site: Path, serve: Callable[[Path], str], page_at: PageAt
) -> None:
    base = serve(dossier_site) if scheme == "http" else dossier_site.as_uri() + "/"
    page = page_at(base + "index.html").page
    found = [results(page, lambda path: base + path, q) for q in ("S-300", "S 300", "S300")]
    assert found[0] == found[1] == found[2]
    assert found[0][0] == "s-300"
    spellings = [
        results(page, lambda path: base + path, q) for q in ("Rohani", "Rouhani", "روحانی")
    ]
    assert all(names[0] == "rouhani" for names in spellings)
    assert len({frozenset(sources_of_example(names)) for names in spellings}) == 1


def sources_of_example(found: list[str]) -> set[str]:
    return {name for name in found if name.startswith("20")}


@pytest.mark.parametrize(
    ("query", "name"),
    [("leaking gasket", "1924-03-11-herald"), ("asterisk", "about"), ("tides", "about")],
)
def test_notes_and_pages_of_the_editors_are_found(
    query: str, name: str, from_disk: Address, page_at: PageAt
) -> None:
    assert results(page_at(from_disk("index.html")).page, from_disk, query) == [name]


@pytest.mark.parametrize("query", ["gunpowder", "saltpetre", "quicksilver"])
def test_what_is_left_out_is_not_found(query: str, from_disk: Address, page_at: PageAt) -> None:
    page = page_at(from_disk("index.html")).page
    assert results(page, from_disk, query) == []
    assert page.locator(".d-find__status").inner_text() == "Nothing found."


def test_where_nothing_has_all_words_that_is_said(from_disk: Address, page_at: PageAt) -> None:
    page = page_at(from_disk("index.html")).page
    assert LETTER in results(page, from_disk, "sluice zeppelin")
    assert (
        page.locator(".d-find__status").inner_text().startswith("Nothing has all of these words.")
    )
    assert "Without: zeppelin" in page.locator(".d-hit").first.inner_text()


def test_results_say_what_they_are_of_whom_and_when(from_disk: Address, page_at: PageAt) -> None:
    page = page_at(from_disk("index.html")).page
    results(page, from_disk, '"wet coal"')
    hit = page.locator(".d-hit").first
    assert hit.locator(".d-hit__about").inner_text() == "Source · Varn Herald · 11 March 1924"
    assert hit.locator(".d-hit__words").first.inner_text().startswith("Digest: ")
    assert hit.locator("mark").first.inner_text() == "wet coal"
    results(page, from_disk, "shovel")
    assert page.locator(".d-hit__words").first.inner_text().startswith("Text: ")


def test_other_names_are_owned_up_to(from_disk: Address, page_at: PageAt) -> None:
    page = page_at(from_disk("index.html")).page
    results(page, from_disk, "Lindkvist")
    assert "Oskar Lindqvist" in page.locator(".d-find__said").inner_text()
    marks = page.locator(f".d-hit:has([href*='{HERALD}']) .d-hit__words mark")
    assert marks.first.inner_text() == "Oskar Lindqvist"


def test_a_hostile_title_is_only_text(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("index.html"))
    visit.search("marigold")
    assert "<b>bold</b>" in visit.page.locator(".d-search__option").inner_text()
    assert results(visit.page, address, "marigold") == [HOSTILE]
    assert "</script>" in visit.page.locator(".d-hit__about").inner_text()
    assert results(visit.page, address, "<img src=x onerror=window.hacked=5> marigold") == [HOSTILE]
    visit.page.goto(
        address(
            "search.html?q=%3Csvg+onload%3Dwindow.hacked%3D6%3E&kind=%3Cb%3E&topic=%3Cimg+src%3Dx%3E"
        )
    )
    visit.page.locator(".d-find__status:not(:empty)").wait_for()
    assert visit.page.evaluate("window.hacked") is None
    assert visit.page.locator(".d-find :is(img, svg, script)").count() == 0
    assert visit.faults == []


# --- the words of a browser are those of the index ---------------------------------------------


def test_a_browser_folds_every_character_as_the_generator_does(
    from_disk: Address, page_at: PageAt
) -> None:
    """All characters that this Python knows, in the form that they have in a composed text."""
    characters = [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000]
    known = {
        char: fold(char).text
        for char in characters
        if unicodedata.category(char) not in ("Cn", "Co", "Cc")
        and unicodedata.normalize("NFC", char) == char
    }
    visit = page_at(from_disk("index.html"))
    visit.search("pump")
    differ = visit.page.evaluate(
        """known => Object.entries(known).filter(
            ([char, folded]) => dossierSearch.words.fold(char) !== folded)""",
        known,
    )
    print(f"{len(known)} characters")
    assert differ == []


def test_a_browser_finds_the_same_words_in_a_text(from_disk: Address, page_at: PageAt) -> None:
    draw = random.Random(7)
    pieces = [
        *"abcsS'’.,_-–\u200c 123۴ éßøİıæ ёй йکكیىآ می 核心ポのกำト ½²①\u00ad\u0301\u0654 हिन्दी 한글 ς ﬁ Ⅻ\u00a0\u2028😀%(»«\""
    ]
    pieces += ["'s", "S-300", " S 300", "U.S. ", "don't", "’s ", "1,000.5"]
    drawn = ("".join(draw.choices(pieces, k=draw.randrange(1, 25))) for _ in range(4000))
    texts = [unicodedata.normalize("NFC", text) for text in drawn]
    visit = page_at(from_disk("index.html"))
    visit.search("pump")
    found = visit.page.evaluate(
        """texts => texts.map(text => dossierSearch.words.compoundsOf(text)
            .flat().flatMap(dossierSearch.words.wordsOf).map(word => word.text))""",
        texts,
    )
    for text, words in zip(texts, found, strict=True):
        assert words == [word for word, _ in words_of(text).words], text


# --- where it leads ------------------------------------------------------------------------------

LANDINGS = [
    ("coal south quay", HERALD, "wet coal"),
    ('"without a church"', HERALD, "without a church"),
    ("grey shovel", HERALD, "showed a shovel"),
    ("abstained", MINUTES, "abstained"),
    ("می‌گویند", BANDAR, "کارگران"),
    ("核心", SHINPO, "核心"),
    ("gasket", HERALD, "gasket"),
]


@pytest.mark.parametrize("size", SIZES)
def test_a_result_leads_to_the_very_passage(size: str, address: Address, page_at: PageAt) -> None:
    viewport = {**SIZES[size], "height": 420}
    for query, source, words in LANDINGS:
        visit = page_at(address("about.html"), viewport=viewport)
        visit.search(query)
        visit.page.keyboard.press("ArrowDown")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url(f"**/sources/{source}.html*")
        visit.page.wait_for_function("scrollY > 0 || document.body.scrollHeight <= innerHeight")
        anchor = visit.page.evaluate("location.hash")
        assert re.match(r"#(d|p|note)-", anchor), query
        assert words in visit.page.locator(anchor).inner_text()
        assert visit.in_view(anchor), query
        assert visit.faults == []


def test_every_link_of_the_search_page_leads_somewhere(
    from_disk: Address, searchable_site: Path, page_at: PageAt
) -> None:
    page = page_at(from_disk("index.html")).page
    results(page, from_disk, "the")
    links = [link.get_attribute("href") or "" for link in page.locator(".d-hit a").all()]
    assert len(links) > 10
    for link in links:
        address = urlsplit(link)
        target = searchable_site / Path(address.path).relative_to(searchable_site)
        anchor = address.fragment.partition(":~:")[0]
        assert target.is_file()
        assert not anchor or f'id="{anchor}"' in target.read_text("utf-8")


# --- what is loaded, and when --------------------------------------------------------------------


def requests_of(visit: Visit) -> list[str]:
    seen: list[str] = []
    visit.page.on("request", lambda request: seen.append(request.url))
    return seen


def test_no_page_loads_the_index_before_a_reader_searches(
    address: Address, page_at: PageAt
) -> None:
    visit = page_at("about:blank")
    visit.home = address("")
    asked = requests_of(visit)
    for path in ("index.html", "about.html", f"sources/{HERALD}.html", "topics/t-40.html"):
        visit.page.goto(address(path), wait_until="networkidle")
    assert not [url for url in asked if "/search/" in url]
    visit.search("pump")
    index = [urlsplit(url).path.rpartition("/")[2] for url in asked if "/assets/search/" in url]
    assert sorted(index) == ["index.js", "texts-0.js", "words-0.js"]
    assert visit.faults == []


def test_places_are_loaded_for_phrases_only(from_disk: Address, page_at: PageAt) -> None:
    visit = page_at(from_disk("index.html"))
    asked = requests_of(visit)
    visit.search('"wet coal"')
    assert [url for url in asked if "/places-0.js" in url]


def test_an_index_that_was_published_anew_is_read_anew(
    searchable_site: Path, serve: Callable[[Path], str], page_at: PageAt
) -> None:
    """A cache holds the old table of contents; the parts are new already."""
    visit = page_at(serve(searchable_site) + "index.html")
    script = (searchable_site / "assets" / "search" / "index.js").read_text("utf-8")
    stale = re.sub(
        r'("(?:words|texts)":")([0-9a-f])', lambda m: m[1] + ("0" if m[2] != "0" else "1"), script
    )
    assert stale != script
    visit.page.route("**/assets/search/index.js", lambda route: route.fulfill(body=stale))
    visit.search("shovel")
    assert visit.page.locator(".d-search__option").count() == 1
    assert visit.faults == []


def test_an_index_that_is_not_there_is_reported(
    searchable_site: Path, serve: Callable[[Path], str], page_at: PageAt
) -> None:
    visit = page_at(serve(searchable_site) + "index.html")
    visit.page.route("**/assets/search/*", lambda route: route.abort())
    visit.search("shovel")
    assert "could not be loaded" in visit.page.locator(".d-search__note").inner_text()


# --- the field in the header ---------------------------------------------------------------------

FOCUS = "document.activeElement.classList[0]"


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_leads_to_the_field(key: str, from_disk: Address, page_at: PageAt) -> None:
    page = page_at(from_disk("index.html")).page
    page.keyboard.press(key)
    assert page.evaluate(FOCUS) == "d-search__input"
    assert page.locator(".d-search__input").input_value() == ""
    page.keyboard.press(key)
    assert page.locator(".d-search__input").input_value() == key
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.goto(from_disk("search.html"))
    page.locator("h1").click()
    page.keyboard.press(key)
    assert page.evaluate(FOCUS) == "d-find__input"


def test_the_field_is_a_combobox_that_a_keyboard_works(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("index.html"))
    page, field = visit.page, visit.page.get_by_role("combobox", name="Search")
    visit.search("sluice")
    assert field.get_attribute("aria-expanded") == "true"
    options = page.get_by_role("listbox", name="Results").get_by_role("option")
    assert options.count() >= 2
    assert page.locator("[role=option][aria-selected=true]").count() == 0
    for at in (0, 1):
        page.keyboard.press("ArrowDown")
        chosen = page.locator("[role=option][aria-selected=true]")
        assert chosen.count() == 1
        assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        assert chosen.get_attribute("id") == options.nth(at).get_attribute("id")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert page.locator(".d-search__panel").is_hidden()
    assert page.evaluate(FOCUS) == "d-search__input"
    assert field.input_value() == "sluice"
    page.keyboard.press("ArrowDown")
    options.first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUS) != "d-search__input"
    assert visit.faults == []


def test_enter_leads_to_all_results(address: Address, page_at: PageAt) -> None:
    visit = page_at(address(f"sources/{HERALD}.html"))
    visit.search("dry spring")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/search.html?q=dry+spring")
    visit.page.locator(".d-hit").first.wait_for()
    assert visit.page.locator(".d-find__input").input_value() == "dry spring"
    assert visit.page.title().startswith("dry spring – ")
    assert visit.faults == []


def test_results_close_when_the_reader_turns_away(from_disk: Address, page_at: PageAt) -> None:
    visit = page_at(from_disk("index.html"))
    panel = visit.page.locator(".d-search__panel")
    visit.search("sluice")
    visit.page.locator("h1").click()
    assert panel.is_hidden()
    visit.page.locator(".d-search__input").click()
    panel.wait_for()
    visit.page.keyboard.press("Tab")
    assert panel.is_hidden()


def test_the_tab_key_reaches_the_field_and_leaves_it(from_disk: Address, page_at: PageAt) -> None:
    page = page_at(from_disk("index.html")).page
    stops = 0
    while page.evaluate(FOCUS) != "d-search__input":
        page.keyboard.press("Tab")
        stops += 1
        assert stops < 7, "the search is not among the first stops of the Tab key"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.d-menu') !== null")


def test_a_phone_opens_the_search_over_the_page(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("index.html"), viewport=SIZES["phone"], has_touch=True)
    page = visit.page
    opener = page.get_by_role("button", name="Search", exact=True)
    assert page.locator(".d-search__input").is_hidden()
    opener.tap()
    page.keyboard.insert_text("sluice")
    page.locator(".d-search__option").first.wait_for()
    box = page.locator(".d-search").bounding_box()
    assert box == {"x": 0, "y": 0, **SIZES["phone"]}
    page.get_by_role("button", name="Close the search").tap()
    assert page.locator(".d-search__input").is_hidden()
    assert opener.evaluate("it => it === document.activeElement")
    opener.tap()
    page.keyboard.press("Escape")
    assert page.locator(".d-search__input").is_hidden()
    assert visit.faults == []


# --- the search's own page -----------------------------------------------------------------------


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def settled(page: Page, count: int) -> None:
    page.wait_for_function(
        "count => document.querySelectorAll('.d-hit').length === count", arg=count
    )


def test_the_state_is_in_the_address(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("search.html?q=dry"))
    page = visit.page
    page.locator(".d-hit").first.wait_for()
    everything = page.locator(".d-hit").count()
    page.get_by_label("Sources").check()
    settled(page, 2)
    assert state(page) == {"q": ["dry"], "kind": ["source"]}
    assert page.evaluate("document.activeElement.value") == "source"
    page.get_by_label("1931").check()
    settled(page, 1)
    assert state(page) == {"q": ["dry"], "kind": ["source"], "year": ["1931"]}
    page.go_back()
    settled(page, 2)
    assert page.get_by_label("1931").is_checked() is False
    page.go_back()
    settled(page, everything)
    page.go_forward()
    settled(page, 2)
    page.locator(".d-find__input").fill("coal")
    page.wait_for_url("**/search.html?q=coal&kind=source")
    assert visit.faults == []


def test_an_address_with_a_state_shows_it(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("search.html?q=the&topic=dike-board&year=1926&year=1931"))
    settled(visit.page, 2)
    assert visit.page.get_by_label("Dike Board").is_checked()
    assert visit.page.get_by_label("1931").is_checked()
    assert visit.faults == []


def test_filters_count_what_they_would_leave(from_disk: Address, page_at: PageAt) -> None:
    page = page_at(from_disk("search.html?q=the")).page
    page.locator(".d-hit").first.wait_for()
    rows = page.locator(".d-find__groups label").all()
    counts = {
        row.locator("bdi").inner_text(): int(row.locator(".d-count").inner_text()) for row in rows
    }
    for name, count in counts.items():
        page.get_by_label(name, exact=False).first.check()
        settled(page, count)
        page.get_by_label(name, exact=False).first.uncheck()
        page.wait_for_url("**/search.html?q=the")


def test_long_lists_of_results_are_paged(
    dossier_site: Path, serve: Callable[[Path], str], page_at: PageAt
) -> None:
    visit = page_at(serve(dossier_site) + "search.html?q=iran")
    page = visit.page
    page.locator(".d-hit").first.wait_for()
    first = page.locator(".d-hit__title").all_inner_texts()
    assert len(first) == 20
    page.get_by_role("link", name="Next").click()
    page.wait_for_url("**/search.html?q=iran&page=2")
    page.get_by_text("Page 2 of").wait_for()
    assert page.locator(".d-hit__title").first.inner_text() not in first
    page.go_back()
    page.get_by_text("Page 1 of").wait_for()
    assert page.locator(".d-hit__title").all_inner_texts() == first
    assert visit.faults == []


def test_an_empty_query_is_no_error(address: Address, page_at: PageAt) -> None:
    visit = page_at(address("search.html?q=%20-%22%22%20...&page=x&kind=none"))
    visit.page.locator(".d-find__status:not(:empty)").wait_for()
    assert visit.page.locator(".d-hit").count() == 0
    assert visit.faults == []


def test_without_a_script_the_page_says_so_and_offers_lists(
    address: Address, page_at: PageAt
) -> None:
    visit = page_at(address("search.html?q=coal"), java_script_enabled=False)
    assert visit.page.locator(".d-find").is_hidden()
    assert visit.page.get_by_text("Searching needs JavaScript").is_visible()
    for name in ("Sources", "Topics", "Bibliography"):
        assert visit.page.locator("article").get_by_role("link", name=name).is_visible()
    visit.page.goto(address("index.html"))
    assert visit.page.locator(".d-search").is_hidden()


# --- how it looks --------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(
    size: str, scheme: str, axe, from_disk: Address, page_at: PageAt
) -> None:
    visit = page_at(from_disk("about.html"), viewport=SIZES[size], color_scheme=scheme)
    for query in ("sluice", "sluice zeppelin", "xyzzy"):
        visit.search(query)
        visit.page.keyboard.press("ArrowDown")
        assert accessibility_findings(axe, visit) == [], query
        visit.page.reload()
        visit.page.locator("html.js").wait_for()
    for query in ("sluice", "sluice zeppelin", "marigold", ""):
        visit.page.goto(from_disk(f"search.html?q={query}"))
        if query:
            visit.page.locator(".d-hit").first.wait_for()
        visit.page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        assert accessibility_findings(axe, visit) == [], query


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 3840])
def test_no_page_of_the_search_is_wider_than_the_window(
    width: int, from_disk: Address, page_at: PageAt
) -> None:
    visit = page_at(from_disk("about.html"), viewport={"width": width, "height": 700})
    visit.search("marigold")
    overflow = "document.documentElement.scrollWidth - innerWidth"
    assert visit.page.evaluate(overflow) <= 0
    box = visit.page.locator(".d-search__panel").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    visit.page.goto(from_disk("search.html?q=marigold"))
    visit.page.locator(".d-hit").first.wait_for()
    assert visit.page.evaluate(overflow) <= 0


def test_paper_shows_results_and_no_controls(from_disk: Address, page_at: PageAt) -> None:
    page = page_at(from_disk("search.html?q=sluice")).page
    page.locator(".d-hit").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator(".d-hit").first.is_visible()
    for selector in (".d-find__form", ".d-find__filters", ".d-find__help"):
        assert page.locator(selector).is_hidden(), selector
    page.goto(from_disk("about.html"))
    assert page.locator(".d-search").is_hidden()
