"""Blocks of a text into Markdown that shows that text and nothing else.

Each block stands alone, with an id that a link can land on and classes that say whose words
these are. What a block looks like is the style sheet's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.model import Block, BlockKind, Document, Layer, Mark, MarkKind, Mention
from generator.write.escape import Escape, Markdown, escape_prose, escape_value, guard_lines
from generator.write.margin import EMPTY, Margin, marked, reference
from generator.write.weave import Piece, Strand, weave_block

#: The tag that each kind of mark is set in.
FACES: Final = {MarkKind.EMPHASIS: "em", MarkKind.STRONG: "strong", MarkKind.CODE: "code"}
_DEEPEST: Final = 6

#: Shown as they are, in a fixed width; nothing in them is a link.
VERBATIM: Final = frozenset({BlockKind.CODE, BlockKind.TABLE})

#: Set as raw HTML, because Markdown has no safe way to give each an id.
_RAW: Final = VERBATIM | {BlockKind.LIST_ITEM}


@dataclass(frozen=True, slots=True)
class TopicLink:
    """Where a mention leads, for Markdown (a file) and for raw HTML (a built page), and its gloss."""

    markdown: str
    html: str
    title: str


#: The link that a mention is to be, or None where it is marked only.
LinkOf = Callable[[Mention], TopicLink | None]


@dataclass(frozen=True, slots=True)
class Hand:
    """How a text is set on a page: whose words, how deep its headings, how it is escaped, and
    its language where that is not the site's."""

    layer: Layer
    heading_shift: int = 1
    escape: Escape = escape_prose
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A block as it stands on the page, and the notes that stand beside it."""

    kind: BlockKind
    markup: str
    asides: tuple[Markdown, ...]


def render_document(
    document: Document,
    mentions: Sequence[Mention],
    link_of: LinkOf,
    hand: Hand,
    margin: Margin = EMPTY,
) -> Markdown:
    """All blocks of a document as Markdown, in order, each followed by its notes."""
    by_block = _by_block(document, mentions)
    rendered = [
        _render(block, found, document, link_of, hand, margin)
        for block, found in zip(document.blocks, by_block, strict=True)
    ]
    groups = groupby(rendered, key=lambda block: block.kind is BlockKind.LIST_ITEM)
    return Markdown("\n\n".join(_together(in_list, group) for in_list, group in groups))


def _render(
    block: Block,
    mentions: Sequence[Mention],
    document: Document,
    link_of: LinkOf,
    hand: Hand,
    margin: Margin,
) -> _Rendered:
    notes = [note for note in margin if note.span.overlaps(block.span)]
    asides = tuple(note.aside for note in sorted(notes) if note.ends_in(block))
    # Beside a block that has notes stands raw HTML; a heading stays Markdown, for the contents.
    raw = block.kind in _RAW or (bool(asides) and block.kind is not BlockKind.HEADING)
    body = _body(block, mentions, document, link_of, hand, notes, raw)
    return _Rendered(block.kind, _block(block, body, hand, raw), asides)


def _together(in_list: bool, group: Iterable[_Rendered]) -> str:
    """List items that follow each other are one list."""
    blocks = list(group)
    if not in_list:
        return "\n\n".join(map(_passage, blocks))
    items = "\n".join(["<ul>", *(item.markup for item in blocks), "</ul>"])
    asides = tuple(aside for item in blocks for aside in item.asides)
    return _passage(_Rendered(BlockKind.LIST_ITEM, items, asides))


def _passage(block: _Rendered) -> str:
    """A block and the notes beside it, as one element where there are any."""
    if not block.asides:
        return block.markup
    asides = "\n".join(block.asides)
    if block.kind is BlockKind.HEADING:
        return f"{block.markup}\n\n{asides}"
    return f'<div class="d-passage">\n{block.markup}\n{asides}\n</div>'


def _by_block(document: Document, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of each block; both are in order, so that one walk is enough."""
    groups: list[list[Mention]] = []
    rest = iter(sorted(mentions))
    mention = next(rest, None)
    for block in document.blocks:
        group: list[Mention] = []
        while mention is not None and mention.span.start < block.span.end:
            group.append(mention)
            mention = next(rest, None)
        groups.append(group)
    return groups


def _body(
    block: Block,
    mentions: Sequence[Mention],
    document: Document,
    link_of: LinkOf,
    hand: Hand,
    notes: Margin,
    raw: bool,
) -> str:
    """The inside of a block, with line breaks kept where Markdown keeps them too."""
    strands = weave_block(block, mentions, document.marks, notes)
    links = _no_link if block.kind in VERBATIM else link_of
    body = guard_lines("".join(_strand(s, document, links, hand, raw) for s in strands))
    # An exclamation mark before a link would make it an image.
    return _one_line(body) if raw else body.replace("![", "&#33;[")


def _no_link(mention: Mention) -> None:
    return None


def _block(block: Block, body: str, hand: Hand, raw: bool) -> str:
    attributes = _html_attributes(block, hand) if raw else _attributes(block, hand)
    match block.kind:
        case BlockKind.HEADING:
            level = min(_DEEPEST, max(2, block.level) + hand.heading_shift)
            return f"{'#' * level} {_one_line(body)} {{: {attributes} }}"
        case BlockKind.LIST_ITEM:
            return f"<li {attributes}>{body}</li>"
        case BlockKind.CODE | BlockKind.TABLE:
            return f'<pre tabindex="0" {attributes}>{body}</pre>'
        case BlockKind.QUOTE if raw:
            return f"<blockquote><p {attributes}>{body}</p></blockquote>"
        case BlockKind.QUOTE:
            return _prefixed(f"{body}\n{{: {attributes} }}", "> ")
        case _ if raw:
            return f"<p {attributes}>{body}</p>"
        case _:
            return f"{body}\n{{: {attributes} }}"


def _one_line(body: str) -> str:
    """A block without the line breaks that Markdown would read as something else."""
    return body.replace("\n", "&#10;")


def _classes(block: Block, hand: Hand) -> Iterator[str]:
    yield f"d-{hand.layer}"
    if block.kind is not BlockKind.PARAGRAPH:
        yield f"d-{block.kind}"
    if block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE) and block.level > 1:
        yield f"d-level-{block.level}"


def _attributes(block: Block, hand: Hand) -> str:
    return " ".join(
        [f"#{block.id}", *(f".{name}" for name in _classes(block, hand)), *_tongue(block, hand)]
    )


def _html_attributes(block: Block, hand: Hand) -> str:
    classes = " ".join(_classes(block, hand))
    return " ".join([f'id="{block.id}"', f'class="{classes}"', *_tongue(block, hand)])


def _tongue(block: Block, hand: Hand) -> Iterator[str]:
    if language := block.language or hand.language:
        yield f'lang="{escape_value(language)}"'
        yield 'dir="auto"'


def _prefixed(markdown: str, prefix: str) -> str:
    return "\n".join(prefix + line for line in markdown.split("\n"))


def _strand(strand: Strand, document: Document, link_of: LinkOf, hand: Hand, raw: bool) -> str:
    inner = "".join(_piece(piece, document, hand) for piece in strand.pieces)
    numbers = "".join(map(reference, sorted(strand.ending)))
    return _linked(strand, inner, link_of, raw) + numbers


def _linked(strand: Strand, inner: str, link_of: LinkOf, raw: bool) -> str:
    if strand.link is not None:
        return _original_link(inner, strand.link)
    if strand.mention is None:
        return inner
    link = link_of(strand.mention)
    if link is None:
        return f'<span class="d-mention">{inner}</span>'
    title = escape_value(link.title)
    if raw:
        gloss = f' title="{title}"' if title else ""
        return f'<a class="d-mention" href="{link.html}"{gloss}>{inner}</a>'
    gloss = f' "{title}"' if title else ""
    return f"[{inner}]({link.markdown}{gloss}){{: .d-mention }}"


def _original_link(inner: str, link: Mark) -> str:
    if not link.href:
        return inner
    return (
        f'<a class="d-origin" rel="noopener nofollow" href="{escape_value(link.href)}">{inner}</a>'
    )


def _piece(piece: Piece, document: Document, hand: Hand) -> str:
    text = hand.escape(piece.span.of(document.text))
    for mark in piece.marks:
        tag = FACES[mark.kind]
        text = f"<{tag}>{text}</{tag}>"
    return marked(text, piece.notes)
