"""What the property tests draw from: texts as nasty as captures can be, documents, mentions, marks."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.model import (
    Block,
    BlockId,
    BlockKind,
    Document,
    Mark,
    MarkKind,
    Mention,
    Span,
    TopicId,
)
from generator.write.escape import Markdown, escape_value
from generator.write.margin import MarginNote

#: Fragments that mean something to Markdown, HTML, YAML, Jinja or one of their extensions.
SYNTAX = st.sampled_from(
    r"""
    # ## - + * 1. 2) > >> ``` ~~~ ``` === --- *** ___ ![a](b) [a](b) [a]: [^1] [^1]: *[x]: {: #x } {.y} {%x%} {{x}}
    <b> </b> <script>alert(1)</script> <!-- --> <![CDATA[ ]]> &amp; &#65; &lt; &nbsp; \ \\ \* \( \) $1$ $$ | |a|b| |-|-|
    ::: !!! ??? /// === "x" --8<-- :smile: ++a++ ^^a^^ ~~a~~ ==a== (c) (tm) -- --- ... 1/2 --> <-- =/= +/- *a* **a** _a_ __a__
    https://a.example/?b=c&d www.a.example a@b.example <https://a.example> [[a]] [[a|b]] [TOC] [ ] [x] :: : ; " ' « » “ ”
    """.split()
)
SPACES = st.sampled_from([" ", "  ", "    ", "\u00a0", "\u2009", "\u3000", "\t"])
WORDS = st.sampled_from(
    "river Lake Südwest naïve café Ёлка Москва 北京 日本語 كتاب سلام کتاب नमस्ते e\u0301 👩‍🚀 \u200c x-7 2019 1,5 U.S. O’Neil".split()
)
CHARACTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=6
)


@st.composite
def lines(draw: st.DrawFn, max_size: int = 12) -> str:
    """A nonblank line of text without white space at its ends."""
    pieces = draw(
        st.lists(st.one_of(SYNTAX, WORDS, CHARACTERS, SPACES), min_size=1, max_size=max_size)
    )
    line = "".join(piece if draw(st.booleans()) else piece + " " for piece in pieces).strip()
    return line or draw(WORDS)


@st.composite
def documents(draw: st.DrawFn, kinds: tuple[BlockKind, ...] = tuple(BlockKind)) -> Document:
    """A document of a few blocks with marks anywhere in it."""
    texts = draw(st.lists(st.lists(lines(), min_size=1, max_size=3), min_size=1, max_size=4))
    blocks, position, parts = [], 0, []
    for number, block_lines in enumerate(texts):
        text = "\n".join(block_lines)
        kind = draw(st.sampled_from(kinds))
        level = draw(st.integers(1, 3)) if kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE) else 2
        blocks.append(
            Block(BlockId(f"p-{number}"), kind, Span(position, position + len(text)), level)
        )
        parts.append(text)
        position += len(text) + 2
    whole = "\n\n".join(parts)
    marks = [
        Mark(draw(st.sampled_from(MarkKind)), span, "https://a.example/x?y=1&z=(2)")
        for span in draw(st.lists(spans_within(blocks), max_size=3))
    ]
    return Document(whole, tuple(blocks), tuple(marks))


def spans_within(blocks: list[Block]) -> st.SearchStrategy[Span]:
    """A nonempty span inside of one block."""

    @st.composite
    def one(draw: st.DrawFn) -> Span:
        block = draw(st.sampled_from(blocks)).span
        start = draw(st.integers(block.start, block.end - 1))
        return Span(start, draw(st.integers(start + 1, block.end)))

    return one()


@st.composite
def mentions_in(draw: st.DrawFn, document: Document) -> tuple[Mention, ...]:
    """Mentions that do not overlap, in order, as the recogniser gives them."""
    chosen: list[Span] = []
    for span in sorted(draw(st.lists(spans_within(list(document.blocks)), max_size=5))):
        words = span.of(document.text)
        if words == words.strip() and (not chosen or chosen[-1].end <= span.start):
            chosen.append(span)
    topics = st.sampled_from(["river", "lake", "café"]).map(TopicId)
    return tuple(Mention(span, draw(topics), "alias") for span in chosen)


@st.composite
def passages_of(draw: st.DrawFn, document: Document) -> Span:
    """A span that begins in a block and ends in the same or in a later one, as a quote's can."""
    one, other = (
        draw(spans_within(list(document.blocks))),
        draw(spans_within(list(document.blocks))),
    )
    return Span(min(one.start, other.start), max(one.end, other.end))


@st.composite
def margins_of(draw: st.DrawFn, document: Document) -> tuple[MarginNote, ...]:
    """Notes on passages that overlap, nest and cross blocks as they like."""
    spans = draw(st.lists(passages_of(document), max_size=4))
    return tuple(
        MarginNote(
            span,
            number,
            anchor=f"note-{number}",
            passage=f"ref-{number}",
            name=f"Note {number}",
            status=draw(st.sampled_from(["", "disputed"])),
            aside=Markdown(
                f'<aside id="note-{number}">\n<p>{escape_value(draw(lines()))}</p>\n</aside>'
            ),
        )
        for number, span in enumerate(spans, start=1)
    )
