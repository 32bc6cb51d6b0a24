"""Law 2: what a reader sees is the text, whatever stands in it, under every extension we allow."""

from __future__ import annotations

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, BlockId, BlockKind, Document, Layer, Mention, Span, TopicId
from generator.verify import parsed
from generator.write.blocks import Hand, TopicLink, render_document
from generator.write.escape import SAFE_EXTENSIONS, escape_everything, escape_prose, escape_value
from generator.write.margin import MarginNote
from generator.write.weave import weave
from tests.strategies import documents, lines, margins_of, mentions_in

#: Extensions that change typography or include files; only the full escape is safe under them.
UNSAFE_EXTENSIONS = [
    "smarty", "sane_lists", "nl2br", "md_in_html", "pymdownx.arithmatex", "pymdownx.betterem",
    "pymdownx.blocks.admonition", "pymdownx.critic", "pymdownx.emoji", "pymdownx.highlight",
    "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.smartsymbols",
    "pymdownx.tasklist", "pymdownx.progressbar", "pymdownx.escapeall",
]  # fmt: skip

SAFE = sorted(SAFE_EXTENSIONS)


def shown(rendered: str, extensions: list[str]) -> BeautifulSoup:
    return parsed(markdown.markdown(rendered, extensions=extensions))


def assert_shows(
    document: Document,
    mentions: tuple[Mention, ...],
    hand: Hand,
    extensions: list[str],
    margin: tuple[MarginNote, ...] = (),
) -> BeautifulSoup:
    link = TopicLink("../topics/a.md", "../topics/a.html", 'a *title* "x" <b>')
    rendered = render_document(document, mentions, lambda _: link, hand, margin)
    page = shown(rendered, extensions)
    for block in document.blocks:
        element = page.find(id=block.id)
        assert element is not None, rendered
        assert element.get_text() == document.text_of(block), rendered
    return page


@given(st.data())
def test_a_page_shows_the_text_and_nothing_else(data: st.DataObject) -> None:
    document = data.draw(documents())
    assert_shows(document, data.draw(mentions_in(document)), Hand(Layer.TEXT), SAFE)


@given(st.data())
def test_notes_mark_their_passages_and_change_no_word(data: st.DataObject) -> None:
    document = data.draw(documents())
    margin = data.draw(margins_of(document))
    escape = data.draw(st.sampled_from([escape_prose, escape_everything]))
    hand = Hand(Layer.TEXT, escape=escape)
    page = assert_shows(document, data.draw(mentions_in(document)), hand, SAFE, margin)
    for note in margin:
        marked = "".join(m.get_text() for m in page.select(f'mark[data-note~="{note.anchor}"]'))
        assert marked == words_of(document, note.span)
        numbers = page.find_all(id=note.passage)
        assert [a["href"] for a in numbers] == [f"#{note.anchor}"]
        assert numbers[0].get_text() == ""
        asides = page.find_all(id=note.anchor)
        assert len(asides) == 1
        assert not asides[0].find_parents(class_="d-text")


def words_of(document: Document, span: Span) -> str:
    """A passage without the white space between its blocks."""
    parts = (
        Span(max(span.start, block.span.start), min(span.end, block.span.end))
        for block in document.blocks
        if block.span.overlaps(span)
    )
    return "".join(part.of(document.text) for part in parts)


def test_white_space_between_two_links_stays() -> None:
    document = Document("a  b\u00a0 c", (_block("a  b\u00a0 c"),))
    mentions = tuple(Mention(Span(n, n + 1), TopicId("x"), "") for n in (0, 3, 6))
    assert_shows(document, mentions, Hand(Layer.TEXT), SAFE)


@given(st.data())
def test_the_full_escape_holds_under_extensions_that_change_text(data: st.DataObject) -> None:
    document = data.draw(documents())
    hand = Hand(Layer.TEXT, escape=escape_everything)
    extensions = [*SAFE, *(e for e in UNSAFE_EXTENSIONS if e not in ("md_in_html", "nl2br"))]
    assert_shows(document, data.draw(mentions_in(document)), hand, extensions)


@given(lines())
def test_a_value_is_shown_as_it_is_in_an_attribute_and_in_a_cell(line: str) -> None:
    rendered = f'<dl><div><dt title="{escape_value(line)}">{escape_value(line)}</dt></div></dl>'
    cell = shown(rendered, SAFE).find("dt")
    assert cell is not None
    assert cell.get_text() == line
    assert cell["title"] == line


@pytest.mark.parametrize(
    "text", ["Prices rose; trade (both ways) fell by 3.5 % - why?", "At 10:30, “he” said: 'no'."]
)
def test_ordinary_prose_stays_readable_in_the_page(text: str) -> None:
    document = Document(text, (_block(text),))
    rendered = render_document(document, (), lambda _: None, Hand(Layer.TEXT))
    assert rendered.split("\n")[0] == text


def _block(text: str) -> Block:
    return Block(BlockId("p-1"), BlockKind.PARAGRAPH, Span(0, len(text)))


@given(st.data())
def test_weaving_loses_and_invents_nothing(data: st.DataObject) -> None:
    document = data.draw(documents())
    mentions = data.draw(mentions_in(document))
    whole = Span(0, len(document.text))
    strands = weave(whole, mentions, document.marks)
    assert "".join(p.span.of(document.text) for s in strands for p in s.pieces) == document.text
    for mention in mentions:
        words = [s.span for s in strands if s.mention == mention]
        assert sum(span.end - span.start for span in words) == mention.span.end - mention.span.start
