"""Text that was broken into lines by hand: an e-mail at 72 columns, a page copied from a PDF.

Lines of one paragraph are told from lines that stand alone by their width: a line was wrapped
where the next line's first word would not have fitted on it. The head of a mail and its signature
were never wrapped, and tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generator.clean.mail import head, signature
from generator.model import Part

#: Wrapped text is between so many columns wide.
NARROWEST, WIDEST = 45, 120
#: Of the pairs of lines without a blank line between them, this share must look wrapped.
SHARE: Final = 0.5
PAIRS: Final = 3
#: A line may fall short of the margin by this many columns more than the next word needs.
RAGGED: Final = 3

#: Lines of lists and quoted mail: they tell nothing of the lines above them.
_LISTED: Final = re.compile(r"(?:[-*•·–—]\s|\(?\d{1,3}[.)]\s|>|#|\|)")
_LABEL: Final = re.compile(r"[A-Z][\w-]{1,20}:\s")


def unwrap(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, each line that goes on the paragraph above it marked with ``joins``."""
    start, stop = len(head(parts)), signature([part.text for part in parts])
    text = parts[start:stop]
    margin = _margin(text)
    if not margin:
        return tuple(parts)
    joined = [
        replace(part, joins=True) if _goes_on(above, part, margin) else part
        for above, part in pairwise(text)
    ]
    return (*parts[: start + 1], *joined, *parts[stop:])


def _margin(parts: Sequence[Part]) -> int:
    """The column at which the text was wrapped, or 0 where it was not."""
    pairs = list(_neighbours(parts))
    widths = sorted(_width(above) for above, _ in pairs if _width(above) <= WIDEST)
    if len(pairs) < PAIRS or len(widths) < SHARE * len(pairs):
        return 0
    margin = widths[int(0.9 * (len(widths) - 1))]
    wrapped = sum(_goes_on(above, part, margin) for above, part in pairs)
    return margin if margin >= NARROWEST and wrapped >= max(PAIRS, SHARE * len(pairs)) else 0


def _neighbours(parts: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """The pairs of lines that could be one paragraph's."""
    for above, part in pairwise(parts):
        free = part.gap == 0 and part.kind is None and above.kind is None
        if free and not _LISTED.match(part.text):
            yield above, part


def _goes_on(above: Part, part: Part, margin: int) -> bool:
    if part.gap or part.joins or part.kind or above.kind or _starts_anew(part):
        return part.joins
    if part.indent > above.indent and not _starts_anew(above):
        return False
    word = part.text.partition(" ")[0]
    return margin - RAGGED <= _width(above) + 1 + len(word) and _width(above) <= WIDEST


def _starts_anew(part: Part) -> bool:
    return bool(_LISTED.match(part.text) or _LABEL.match(part.text))


def _width(part: Part) -> int:
    return part.indent + len(part.text)
