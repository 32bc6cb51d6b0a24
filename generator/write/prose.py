"""What editors write in Markdown, as raw HTML that can stand inside of an element: notes, comments.

It is read by the same reader as captures and digests: no tag, no script, no link but to the web,
to a topic or to a source. What an editor's ``[[...]]`` leads to is looked up here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from generator.clean import document_of
from generator.filing.wikilinks import WikiLink, links_in
from generator.model import Block, BlockKind, Document, Mark, MarkKind, Mention, Span, TopicId
from generator.read.markdown import parts_of_markdown
from generator.write import paths
from generator.write.blocks import FACES
from generator.write.contents import Contents
from generator.write.escape import Markdown, escape_value
from generator.write.weave import Piece, Strand, weave
from generator.write.wikilinks import target_of

_TAGS: Final = {
    BlockKind.HEADING: "p",
    BlockKind.QUOTE: "blockquote",
    BlockKind.LIST_ITEM: "li",
    BlockKind.CODE: "pre",
    BlockKind.TABLE: "pre",
}


def prose(contents: Contents, markdown: str, page: PurePosixPath) -> Markdown:
    """Editors' Markdown as HTML blocks on one line, with its links as seen from ``page``."""
    document = _read(markdown)
    links = [link for link in links_in(document.text) if not _in_code(document, link.span)]
    blocks = [
        (block.kind, _block(contents, block, document, links, page)) for block in document.blocks
    ]
    groups = groupby(blocks, key=lambda pair: pair[0] is BlockKind.LIST_ITEM)
    return Markdown(
        "".join(_together(is_list, [html for _, html in group]) for is_list, group in groups)
    )


@lru_cache(maxsize=1 << 15)
def _read(markdown: str) -> Document:
    """A note stands on several pages: its own, those of its tags and claims, that of all notes."""
    return document_of(parts_of_markdown(markdown), prefix="n")


def _together(is_list: bool, blocks: list[str]) -> str:
    return f"<ul>{''.join(blocks)}</ul>" if is_list else "".join(blocks)


def _in_code(document: Document, span: Span) -> bool:
    return any(m.kind is MarkKind.CODE and m.span.overlaps(span) for m in document.marks)


def _block(
    contents: Contents,
    block: Block,
    document: Document,
    links: list[WikiLink],
    page: PurePosixPath,
) -> str:
    tag = _TAGS.get(block.kind, "p")
    here = [link for link in links if link.span in block.span and tag != "pre"]
    by_span = {link.span: link for link in here}
    # A link of an editor takes the place that a mention has in a source's text.
    stand_ins = [Mention(link.span, TopicId(link.name), link.words) for link in here]
    marks = [mark for mark in document.marks if mark.span.overlaps(block.span)]
    strands = weave(block.span, stand_ins, marks)
    inner = "".join(_strands(contents, strands, by_span, document, page))
    if block.kind is BlockKind.HEADING:
        inner = f"<strong>{inner}</strong>"
    return f"<{tag}>{inner}</{tag}>"


def _strands(
    contents: Contents,
    strands: tuple[Strand, ...],
    links: dict[Span, WikiLink],
    document: Document,
    page: PurePosixPath,
) -> Iterator[str]:
    for strand in strands:
        inner = "".join(_piece(piece, document) for piece in strand.pieces)
        if strand.link is not None and strand.link.href:
            yield _link_out(inner, strand.link)
        elif strand.mention is None:
            yield inner
        elif link := links.get(strand.span):
            yield _link(contents, link, page)


def _link(contents: Contents, link: WikiLink, page: PurePosixPath) -> str:
    target = target_of(contents, link.name)
    if target is None:
        return escape_value(link.words or link.name)
    path, label = target
    return f'<a href="{paths.html_link(page, path)}">{escape_value(link.words or label)}</a>'


def _link_out(inner: str, link: Mark) -> str:
    return f'<a rel="noopener" href="{escape_value(link.href)}">{inner}</a>'


def _piece(piece: Piece, document: Document) -> str:
    html: str = escape_value(piece.span.of(document.text))
    for mark in piece.marks:
        tag = FACES[mark.kind]
        html = f"<{tag}>{html}</{tag}>"
    return html
