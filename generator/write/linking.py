"""Which mentions become links: enough to follow, not so many that a text turns blue.

A mention is never linked inside of a heading, code, or a link of the original. Mentions that are
not links are still marked, quietly.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final

from generator.model import Block, BlockKind, Document, MarkKind, Mention
from generator.settings import LinkPolicy
from generator.write.blocks import VERBATIM

_UNLINKED_BLOCKS: Final = VERBATIM | {BlockKind.HEADING}
_UNLINKED_MARKS: Final = frozenset({MarkKind.LINK, MarkKind.CODE})


def linked(
    document: Document, mentions: Sequence[Mention], policy: LinkPolicy
) -> frozenset[Mention]:
    """The mentions of a document that are to be links under a policy."""
    scope = _scope(document, policy)
    closed = [mark for mark in document.marks if mark.kind in _UNLINKED_MARKS]
    seen: set[Hashable] = set()
    chosen = []
    for block in document.blocks:
        if block.kind in _UNLINKED_BLOCKS:
            continue
        for mention in _within(block, mentions):
            key = (scope(block, mention), mention.topic)
            if key not in seen and not any(m.span.overlaps(mention.span) for m in closed):
                seen.add(key)
                chosen.append(mention)
    return frozenset(chosen)


def _within(block: Block, mentions: Iterable[Mention]) -> Iterable[Mention]:
    return (mention for mention in mentions if mention.span in block.span)


def _scope(document: Document, policy: LinkPolicy) -> Callable[[Block, Mention], Hashable]:
    """What a topic is linked once in."""
    match policy:
        case LinkPolicy.ALL:
            return lambda block, mention: mention.span
        case LinkPolicy.BLOCK:
            return lambda block, mention: block.id
        case LinkPolicy.SECTION:
            return lambda block, mention: document.section_of(block)
        case LinkPolicy.PAGE:
            return lambda block, mention: ""
