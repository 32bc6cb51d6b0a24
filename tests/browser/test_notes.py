"""Notes on a source's page: in the margin, in place, on paper; by pointer, finger and keyboard.

The page of the sample has notes of every kind, and more on one paragraph than have room beside it.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.anchor.anchoring import anchor_in
from generator.anchor.notes_file import parse_notes
from generator.model import (
    Block,
    BlockId,
    BlockKind,
    Document,
    Layer,
    NoteStatus,
    Record,
    Source,
    SourceId,
    Span,
    Standing,
    Value,
)
from generator.plugin import configured
from tests.browser.conftest import ROOT, Address, PageAt
from tests.browser.harness import SIZES, Visit, accessibility_findings, settled_overflow
from tests.dossiers import make_dossier

PAGE = "sources/1936-06-engineer.html"
PHONE = {"viewport": SIZES["phone"], "has_touch": True, "is_mobile": True}
#: Wide enough for the margin, as the contents stand on the other side.
WIDE = [1200, 1280, 1440, 1920, 3840]
#: A note beside a passage has a link back to it.
BESIDE = ".d-note:has(a.d-note__number)"
COPY_NOTE = ROOT / "generator" / "theme" / "assets" / "javascripts" / "copy-note.js"


@pytest.fixture
def site(sample_site: Path) -> str:
    """The page on a disk, where it does not matter where it comes from."""
    return f"{sample_site.as_uri()}/{PAGE}"


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    return page.evaluate(
        """selector => [...document.querySelectorAll(selector)].map(it => {
            const { left, right, top, bottom, width, height } = it.getBoundingClientRect();
            return { left, right, top, bottom, width, height };
        })""",
        selector,
    )


def box(page: Page, selector: str) -> dict[str, float]:
    return boxes(page, selector)[0]


def style(page: Page, selector: str, name: str, pseudo: str = "") -> str:
    return page.evaluate(
        """([selector, name, pseudo]) =>
            getComputedStyle(document.querySelector(selector), pseudo || null)[name]""",
        [selector, name, pseudo],
    )


def settled(page: Page) -> None:
    """Waits until what a change of size leads to has been done."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")


def number(page: Page, note: str):
    return page.locator(f"#ref-{note}")


def is_open(page: Page, note: str) -> bool:
    return page.locator(f"#note-{note} .d-note__body").is_visible() and (
        box(page, f"#note-{note}")["height"] > 20
    )


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


# --- in the margin -----------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("width", WIDE)
def test_notes_stand_in_the_margin_and_never_on_each_other(
    width: int, scripts: bool, site: str, page_at: PageAt
) -> None:
    size = {"width": width, "height": 900}
    page = page_at(site, viewport=size, java_script_enabled=scripts).page
    edge = max(block["right"] for block in boxes(page, ".d-passage > .d-text"))
    notes = boxes(page, BESIDE)
    assert len(notes) == 17
    for note in notes:
        assert edge < note["left"] < note["right"] <= width
        assert note["width"] > 200
    for above, below in pairwise(notes):
        assert above["bottom"] < below["top"]
    assert notes[-1]["bottom"] < box(page, "footer")["top"]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_note_begins_where_its_passage_does(scripts: bool, site: str, page_at: PageAt) -> None:
    page = page_at(site, java_script_enabled=scripts).page
    assert box(page, "#note-sum")["top"] == pytest.approx(box(page, "#d-letter")["top"], abs=12)


def test_a_long_note_leaves_no_gap_in_the_text(site: str, page_at: PageAt) -> None:
    page = page_at(site).page
    blocks = boxes(page, ":is(.md-content__inner, .d-passage) > :is(.d-text, :has(> .d-text))")
    blocks = [block for block in blocks if block["height"]]
    assert len(blocks) >= 8
    for above, below in pairwise(blocks):
        assert below["top"] <= above["bottom"] + 0.6


def test_the_rule_runs_through_passages_too(site: str, page_at: PageAt) -> None:
    page = page_at(site).page
    sheet = ":is(.md-content__inner, .d-passage) > :is(.d-text, :is(ul, blockquote):has(.d-text))"
    assert len({round(block["left"]) for block in boxes(page, sheet)}) == 1
    assert len({round(block["right"]) for block in boxes(page, sheet)}) == 1


def test_on_a_page_from_right_to_left_the_margin_is_on_the_left(site: str, page_at: PageAt) -> None:
    page = page_at(site).page
    page.evaluate("document.body.dir = 'rtl'")
    settled(page)
    edge = min(block["left"] for block in boxes(page, ".d-passage > .d-text"))
    assert all(0 <= note["left"] < note["right"] < edge for note in boxes(page, BESIDE))
    assert style(page, "#note-sum", "borderRightWidth") == "2px"


def test_notes_follow_their_passages_when_the_text_moves(site: str, page_at: PageAt) -> None:
    page = page_at(site).page
    before = box(page, "#note-sum")["top"]
    page.evaluate(
        """() => {
            const details = document.createElement("details");
            details.innerHTML = "<summary>More</summary><pre>\\n\\n\\n\\n\\n\\n\\n\\n</pre>";
            document.querySelector("h1").after(details);
        }"""
    )
    settled(page)
    closed = box(page, "#note-sum")["top"]
    page.locator("details summary", has_text="More").click()
    settled(page)
    opened = box(page, "#note-sum")["top"]
    assert before < closed < opened - 50
    assert opened == pytest.approx(box(page, "#d-letter")["top"], abs=12)


def test_the_note_that_is_asked_for_comes_to_its_passage(site: str, page_at: PageAt) -> None:
    page = page_at(site).page
    place = box(page, "#p-enclosed")["top"]
    before = box(page, "#note-straight")["top"] - box(page, "#ref-straight")["top"]
    number(page, "straight").click()
    after = box(page, "#note-straight")["top"] - box(page, "#ref-straight")["top"]
    assert 0 <= after + 12 < before
    assert focused(page) == "note-straight"
    notes = boxes(page, BESIDE)
    assert all(above["bottom"] < below["top"] for above, below in pairwise(notes))
    assert place == pytest.approx(box(page, "#p-enclosed")["top"] + page.evaluate("scrollY"), abs=1)


def test_pointing_at_a_passage_lights_its_notes_and_the_other_way(
    site: str, page_at: PageAt
) -> None:
    page = page_at(site, reduced_motion="reduce").page
    marks = page.locator("[data-note~='note-depth']")
    plain = style(page, "[data-note~='note-depth']", "backgroundColor")
    page.locator("#note-depth").hover()
    assert style(page, "[data-note~='note-depth']", "backgroundColor") != plain
    assert marks.count() == 2
    marks.last.hover()
    lit = page.locator(".d-note--lit").evaluate_all("notes => notes.map(note => note.id)")
    assert lit == ["note-depth", "note-water"]
    page.locator("h1").hover()
    assert page.locator(".d-note--lit, .d-noted--lit, .d-ref--lit").count() == 0
    number(page, "oath").focus()
    assert page.locator("#note-oath.d-note--lit").count() == 1
    assert page.locator("[data-note='note-oath'].d-noted--lit").count() == 1


def test_overlapping_passages_are_darker_and_doubts_are_not_told_by_colour_alone(
    site: str, page_at: PageAt
) -> None:
    page = page_at(site, color_scheme="dark", reduced_motion="reduce").page
    one, two = "mark[data-note='note-depth']", "mark[data-note='note-depth note-water']"
    assert style(page, one, "backgroundColor") != style(page, two, "backgroundColor")
    edges = {
        note: style(page, f"#note-{note}", "borderInlineStartStyle")
        for note in ("sum", "helmet", "depth", "straight")
    }
    assert edges == {"sum": "solid", "helmet": "dotted", "depth": "dashed", "straight": "double"}
    lines = {style(page, f"mark[data-note~='note-{note}']", "borderBottomStyle") for note in edges}
    assert lines == {"none", "dotted", "dashed", "double"}
    for word in ("verified", "draft", "disputed", "retracted"):
        assert page.locator(f".d-note--{word} .d-note__status >> nth=0").inner_text() == word


def test_numbers_are_no_part_of_the_text(site: str, page_at: PageAt) -> None:
    page = page_at(site).page
    assert style(page, "#ref-sum", "content", "::after") == '"\u20601"'
    assert page.locator("#p-row").text_content() == "The third stone course was laid twice."


def test_a_number_never_begins_a_line(site: str, page_at: PageAt) -> None:
    page = page_at(site).page
    for width in range(330, 460, 13):
        page.set_viewport_size({"width": width, "height": 900})
        starts = page.evaluate(
            """[...document.querySelectorAll(".d-ref")].filter(ref => {
                const note = ref.hash.slice(1);
                const marks = [...document.querySelectorAll(`[data-note~="${note}"]`)];
                const last = [...marks.pop().getClientRects()].pop();
                const own = ref.getBoundingClientRect();
                return own.top > last.bottom || own.bottom < last.top;
            }).length"""
        )
        assert starts == 0, width


# --- in place ----------------------------------------------------------------------------------


def test_on_a_phone_notes_open_and_close_where_they_are(address: Address, page_at: PageAt) -> None:
    visit = page_at(address(PAGE), **PHONE)
    page = visit.page
    assert not any(is_open(page, note) for note in ("sum", "depth", "divers"))
    entries = page.evaluate("history.length")
    assert number(page, "depth").get_attribute("aria-expanded") == "false"
    for note in ("depth", "straight", "divers"):
        number(page, note).tap()
        assert is_open(page, note)
        assert number(page, note).get_attribute("aria-expanded") == "true"
    assert box(page, "#p-honoured")["bottom"] <= box(page, "#note-depth")["top"]
    assert box(page, "#note-straight")["bottom"] <= box(page, "#p-divers")["top"]
    assert box(page, "#p-divers")["bottom"] <= box(page, "#note-divers")["top"]
    number(page, "depth").tap()
    assert not is_open(page, "depth")
    assert is_open(page, "straight")
    page.locator("#note-straight .d-note__close").tap()
    assert not is_open(page, "straight")
    assert focused(page) == "ref-straight"
    assert page.evaluate("history.length") == entries
    assert "#" not in page.url
    assert visit.faults == []


def test_the_keyboard_alone_opens_reads_and_closes(address: Address, page_at: PageAt) -> None:
    page = page_at(address(PAGE), viewport=SIZES["phone"]).page
    number(page, "sum").focus()
    page.keyboard.press("Enter")
    assert is_open(page, "sum")
    assert focused(page) == "note-sum"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('#note-sum .d-note__number')")
    page.keyboard.press("Escape")
    assert not is_open(page, "sum")
    assert focused(page) == "ref-sum"
    page.keyboard.press("Tab")
    assert focused(page) == "ref-sign"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page) == "ref-sum"
    assert is_open(page, "sum"), "the number in the note leads back and closes nothing"
    page.keyboard.press("Escape")
    assert not is_open(page, "sum")


def test_the_keyboard_goes_to_the_margin_and_back(address: Address, page_at: PageAt) -> None:
    page = page_at(address(PAGE)).page
    entries = page.evaluate("history.length")
    number(page, "farsi").focus()
    assert number(page, "farsi").get_attribute("aria-expanded") is None
    page.keyboard.press("Enter")
    assert focused(page) == "note-farsi"
    page.keyboard.press("Escape")
    assert focused(page) == "ref-farsi"
    assert is_open(page, "farsi")
    assert page.evaluate("history.length") == entries


@pytest.mark.parametrize("size", SIZES)
def test_the_address_of_a_note_leads_to_it_and_to_its_passage(
    size: str, address: Address, page_at: PageAt
) -> None:
    viewport = SIZES[size]
    visit = page_at(address(PAGE + "#note-depth"), viewport=viewport, reduced_motion="reduce")
    assert is_open(visit.page, "depth")
    assert visit.in_view("#note-depth")
    assert visit.in_view("[data-note~='note-depth']")
    plain = style(visit.page, "#note-oath", "backgroundColor")
    assert style(visit.page, "#note-depth", "backgroundColor") != plain
    visit.page.evaluate("location.hash = '#note-border'")
    settled(visit.page)
    assert is_open(visit.page, "border")
    assert visit.in_view("#note-border")
    assert visit.faults == []


def test_an_address_that_means_nothing_harms_nothing(site: str, page_at: PageAt) -> None:
    visit = page_at(site + "#%E0%A4%A", **PHONE)
    number(visit.page, "sum").tap()
    assert is_open(visit.page, "sum")
    assert visit.faults == []


def test_words_of_a_closed_note_are_found(site: str, page_at: PageAt) -> None:
    page = page_at(site + "#:~:text=Clay%2C%20where%20the%20plan", **PHONE).page
    page.wait_for_function("!document.getElementById('note-water').hidden")
    assert is_open(page, "water")
    assert number(page, "water").get_attribute("aria-expanded") == "true"


def test_without_a_script_the_address_opens_one_note(address: Address, page_at: PageAt) -> None:
    page = page_at(address(PAGE), java_script_enabled=False, **PHONE).page
    shown = f"{BESIDE} >> visible=true"
    assert page.locator(shown).count() == 0
    number(page, "depth").tap()
    assert page.locator(shown).count() == 1
    assert page.locator("#note-depth").is_visible()
    page.locator("#note-depth .d-note__close").tap()
    assert page.locator(shown).count() == 0
    page.goto(address(PAGE + "#note-divers"))
    assert page.locator("#note-divers").is_visible()


def test_a_window_may_become_narrow_and_wide_again(site: str, page_at: PageAt) -> None:
    page = page_at(site).page
    number(page, "depth").click()
    page.set_viewport_size({"width": 700, "height": 900})
    settled(page)
    assert is_open(page, "depth")
    assert number(page, "depth").get_attribute("aria-expanded") == "true"
    assert not is_open(page, "sum")
    page.set_viewport_size({"width": 1280, "height": 900})
    settled(page)
    assert number(page, "depth").get_attribute("aria-expanded") is None
    notes = boxes(page, BESIDE)
    assert all(above["bottom"] < below["top"] for above, below in pairwise(notes))


@pytest.mark.parametrize("width", [320, 390, 1024])
def test_what_is_aimed_at_is_large_enough(width: int, site: str, page_at: PageAt) -> None:
    page = page_at(site, viewport={"width": width, "height": 900}).page
    for note in ("sum", "depth", "divers"):
        number(page, note).click()
    controls = f"{BESIDE}:not([hidden]) :is(.d-note__number, .d-note__link, .d-note__close)"
    for selector in (".d-ref", controls):
        found = boxes(page, selector)
        assert len(found) >= 9
        for control in found:
            assert control["width"] >= 24
            assert control["height"] >= 24
    refs = boxes(page, "#p-row .d-ref")
    assert all(
        one["right"] <= other["left"] or one["top"] != other["top"] for one, other in pairwise(refs)
    )
    assert settled_overflow(page, width) <= 0


def test_a_finger_finds_numbers_in_a_wide_window_too(site: str, page_at: PageAt) -> None:
    tablet = {"viewport": {"width": 1366, "height": 1024}, "has_touch": True, "is_mobile": True}
    page = page_at(site, **tablet).page
    assert all(ref["width"] >= 22 and ref["height"] >= 24 for ref in boxes(page, ".d-ref"))


def test_notes_that_have_no_passage_are_always_open(site: str, page_at: PageAt) -> None:
    for scripts in (True, False):
        page = page_at(site, java_script_enabled=scripts, **PHONE).page
        assert is_open(page, "whole")
        assert is_open(page, "hidden")


# --- paper, systems, checkers --------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_paper_has_all_notes_below_their_blocks(size: str, site: str, page_at: PageAt) -> None:
    page = page_at(site, viewport=SIZES[size]).page
    page.emulate_media(media="print")
    assert page.locator(".d-note__body >> visible=true").count() == 19
    order = boxes(page, "#p-honoured, #note-depth, #note-water, #note-straight, #p-divers")
    for above, below in pairwise(order):
        assert above["bottom"] <= below["top"]
    small, text = (style(page, it, "fontSize") for it in ("#note-depth", "#p-honoured"))
    assert float(small.removesuffix("px")) < float(text.removesuffix("px"))
    assert box(page, "#ref-depth")["width"] > 2
    assert page.locator(":is(.d-note__link, .d-note__close) >> visible=true").count() == 0


def test_colours_of_the_system_leave_passages_marked(site: str, page_at: PageAt) -> None:
    page = page_at(site, forced_colors="active").page
    assert style(page, "[data-note='note-oath']", "borderBottomStyle") == "solid"
    assert style(page, "[data-note='note-depth']", "borderBottomStyle") == "dashed"


def test_nothing_moves_for_those_who_want_less_motion(site: str, page_at: PageAt) -> None:
    for motion, seconds in (("reduce", "0s"), ("no-preference", "0.15s")):
        page = page_at(site, reduced_motion=motion).page
        assert style(page, ".d-noted", "transitionDuration") == seconds


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_in_open_and_lit_notes(
    size: str, scheme: str, axe, site: str, page_at: PageAt
) -> None:
    visit = page_at(site, viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    for note in ("sum", "helmet", "depth", "water", "straight", "divers", "farsi"):
        number(visit.page, note).click()
        visit.page.evaluate("scrollTo(0, 0)")  # the header lies on nothing that is aimed at
        assert accessibility_findings(axe, visit) == [], note


# --- copy as note --------------------------------------------------------------------------------


@pytest.fixture
def editor(site: str, page_at: PageAt) -> Visit:
    """The page as it is served to editors, with a clipboard to look into."""
    visit = page_at(site)
    visit.page.evaluate(
        """Object.defineProperty(navigator, "clipboard", {
            value: { writeText: async text => { window.copied = text; } }, configurable: true,
        })"""
    )
    visit.page.add_script_tag(path=COPY_NOTE)
    return visit


def select(page: Page, start: tuple[str, str], end: tuple[str, str] | None = None) -> None:
    """From the words in one element, from their beginning, to the end of words in another, as a
    drag of the mouse would."""
    page.evaluate(
        """([start, end]) => {
            const place = ([selector, words], atEnd) => {
                const element = document.querySelector(selector);
                const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
                let at = element.textContent.indexOf(words) + (atEnd ? words.length : 0);
                while (walker.nextNode()) {
                    const length = walker.currentNode.length;
                    if (atEnd ? at <= length : at < length) return [walker.currentNode, at];
                    at -= length;
                }
            };
            getSelection().setBaseAndExtent(...place(start, false), ...place(end, true));
        }""",
        [start, end or start],
    )


def source_on(page: Page) -> Source:
    """The source whose blocks the page shows, as the generator would have it."""
    texts = {
        layer: page.locator(f".d-{layer}[id]").evaluate_all(
            "blocks => blocks.map(it => [it.id, it.textContent])"
        )
        for layer in Layer
    }
    documents = {layer: document_of(blocks) for layer, blocks in texts.items()}
    record = Record(Path("1936-06-engineer.md"), Value("The Engineer’s Account of the Piers"))
    id_ = SourceId("1936-06-engineer")
    return Source(id_, record, documents[Layer.DIGEST], documents[Layer.TEXT])


def document_of(blocks: list[tuple[str, str]]) -> Document:
    placed, text = [], ""
    for id_, words in blocks:
        span = Span(len(text), len(text) + len(words))
        placed.append(Block(BlockId(id_), BlockKind.PARAGRAPH, span))
        text += words + "\n\n"
    return Document(text, tuple(placed))


def pasted(page: Page, yaml: str):
    """The one note that the YAML makes, once an editor has said something, and where it stands."""
    source = source_on(page)
    notes, findings = parse_notes(
        yaml.replace("note:\n", "note: Said.\n"), Path("1936-06-engineer.notes.yml"), source.id
    )
    assert findings == ()
    assert len(notes) == 1
    anchored = anchor_in(source, notes)[0]
    assert anchored.standing is Standing.ANCHORED
    return anchored, anchored.span.of(source.document(anchored.layer).text)


#: Where a selection begins and ends, and what must come of it.
SELECTIONS = {
    "a word": (("#p-night", "ferry"), ("#p-night", "ferry"), "ferry"),
    "white space around it": (("#p-night", " ferry "), ("#p-night", " ferry "), "ferry"),
    "over a number": (
        ("#p-honoured", "thirty"),
        ("#p-honoured", "water and"),
        "thirty feet of water and",
    ),
    "a word that stands twice": (("#p-east", "finished"), ("#p-east", "finished"), "finished"),
    "from right to left": (("#p-farsi", "پایهٔ"), ("#p-farsi", "سوم"), "پایهٔ سوم"),
    "across blocks": (
        ("#p-crossing", "August"),
        ("#p-signed", "and not"),
        "August\n\nand not",
    ),
    "across notes": (
        ("#p-honoured", "they stand"),
        ("#p-row", "The third"),
        "they stand straight.\n\nWhat the divers found\n\nThe third",
    ),
    "a list and what follows": (
        ("#p-east", "the cap"),
        ("#p-farsi", "کارگران"),
        "the cap\n\nکارگران",
    ),
    "from a note into the text": (
        ("#note-sign .d-note__body", "charter"),
        ("#d-first", "Forty-one"),
        "He asks the council to pay the divers and encloses a list of what they are owed."
        "\n\nForty-one",
    ),
    "the digest": (("#d-letter", "engineer"), ("#d-letter", "engineer"), "engineer"),
}


@pytest.mark.parametrize("case", SELECTIONS)
def test_what_is_selected_is_copied_as_a_note_that_anchors(case: str, editor: Visit) -> None:
    page = editor.page
    start, end, words = SELECTIONS[case]
    select(page, start, end)
    page.get_by_role("button", name="Copy as note").click()
    page.wait_for_function("window.copied")
    anchored, found = pasted(page, page.evaluate("window.copied"))
    note = anchored.note
    assert note.status is NoteStatus.DRAFT
    assert note.created == page.evaluate("new Date().toLocaleDateString('sv')")
    assert anchored.layer is note.target.layer
    assert found == words
    assert note.target.quote.exact.split("\n") == found.split("\n\n")
    page.locator(".d-copied[role=status]", has_text="1936-06-engineer.notes.yml").wait_for()
    assert editor.faults == []


def test_context_is_given_only_where_it_is_needed(editor: Visit) -> None:
    page = editor.page
    select(page, ("#p-night", "ferry"))
    page.keyboard.press("Alt+c")
    page.wait_for_function("window.copied")
    yaml = page.evaluate("window.copied")
    assert yaml.startswith('- layer: text\n  quote: "ferry"\n  note:\n  on: ')
    select(page, ("#p-east", "finished"))
    page.keyboard.press("Alt+c")
    page.wait_for_function("window.copied.includes('finished')")
    assert '  suffix: " but"\n' in page.evaluate("window.copied")


def test_hostile_words_are_quoted_safely(editor: Visit) -> None:
    page = editor.page
    words = 'a: "b" # \\ \u2028 \u00a0{c} [d] %e @f `g` - h 👩‍🚀 \u202e'
    page.evaluate("words => { document.querySelector('#p-night').textContent = words; }", words)
    select(page, ("#p-night", words))
    page.keyboard.press("Alt+c")
    page.wait_for_function("window.copied")
    yaml = page.evaluate("window.copied")
    assert all(char.isprintable() or char in "\n\u200d" for char in yaml)
    _, found = pasted(page, yaml)
    assert found.split() == words.replace("\u202e", "").split()


def test_nothing_is_offered_outside_of_one_text(editor: Visit) -> None:
    page = editor.page
    button = page.locator(".d-copy")
    select(page, ("#p-night", "ferry"))
    button.wait_for()
    for start, end in (
        (("#d-letter", "engineer"), ("#p-honoured", "gentlemen")),
        (("#note-depth .d-note__body", "spring"), ("#note-depth .d-note__body", "tide")),
        (("#note-whole .d-note__body", "letter"), ("#note-whole .d-note__body", "found")),
        (("h1", "The"), ("h1", "Piers")),
        (("#p-night", ""), ("#p-night", "")),
    ):
        select(page, start, end)
        page.wait_for_timeout(50)
        assert button.is_hidden(), (start, end)


def test_without_a_clipboard_the_yaml_is_shown(editor: Visit, axe) -> None:
    page = editor.page
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    select(page, ("#d-letter", "engineer"))
    assert "Alt+C" in page.locator(".d-copy").get_attribute("title")
    assert accessibility_findings(axe, editor) == []
    page.keyboard.press("Alt+c")
    area = page.get_by_label("Copy this into 1936-06-engineer.notes.yml")
    area.wait_for()
    assert pasted(page, area.input_value())[1] == "engineer"
    assert accessibility_findings(axe, editor) == []
    page.keyboard.press("Escape")
    assert page.locator("dialog").count() == 0


def test_words_that_cannot_be_told_apart_are_not_copied(editor: Visit) -> None:
    page = editor.page
    page.evaluate(
        """() => {
            const block = document.querySelector("#p-night");
            block.textContent = "x " + "la ".repeat(400);
        }"""
    )
    page.evaluate(
        """() => {
            const text = document.querySelector("#p-night").firstChild;
            getSelection().setBaseAndExtent(text, 602, text, 604);
        }"""
    )
    page.locator(".d-copy").wait_for()
    page.keyboard.press("Alt+c")
    page.locator(".d-copied[role=status]", has_text="more than once").wait_for()
    assert page.evaluate("window.copied") is None


@pytest.mark.parametrize("command", ["build", "serve"])
def test_only_those_who_serve_a_dossier_are_offered_it(command: str, tmp_path: Path) -> None:
    config = configured(make_dossier(tmp_path / "dossier"), {})
    dossier = config.plugins["dossier"]
    dossier.on_startup(command=command, dirty=False)
    dossier.on_config(config)
    offered = any(str(script).endswith("copy-note.js") for script in config.extra_javascript)
    assert offered is (command == "serve")
