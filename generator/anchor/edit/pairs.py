"""Cuts in the text of a YAML mapping: a value replaced, a key put in or taken out.

They leave every other character alone, comments included, in entries of one key a line and in those
between braces. One pair is the ``anchor``: it stays, and new keys go around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from generator.filing.cuts import Cut
from generator.filing.located import Located, Pair, is_empty, scalars
from generator.filing.yaml_text import scalar

_HEADER_COMMENT: Final = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)")


def header_comment(page: Located, value: yaml.Node) -> str:
    """The comment behind the sign that begins a block of text, with the space before it. To the
    parser it is a part of the value."""
    if not isinstance(value, yaml.ScalarNode) or value.style not in ("|", ">"):
        return ""
    found = _HEADER_COMMENT.match(page.text, value.start_mark.index)
    return found[1] if found else ""


def comments_of(page: Located) -> Counter[str]:
    """Every comment of a text, and how often it stands there."""
    headers = (header_comment(page, value).strip() for value in scalars(page.root))
    return Counter([*page.comments(), *filter(None, headers)])


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping of a text, and the key in it that stays."""

    page: Located
    node: yaml.MappingNode
    anchor: str

    @property
    def keys(self) -> list[str]:
        return [key.value for key, _ in self.node.value]

    def pair(self, key: str) -> Pair:
        found: Pair = self.node.value[self.keys.index(key)]
        return found

    def change(self, changes: Mapping[str, str], order: Sequence[str]) -> Iterator[Cut]:
        """Cuts after which some keys have other values, or are gone where that is empty. A key that
        is new gets its place in ``order``, as near to the anchor as that allows."""
        for key in (key for key in order if key in changes):
            if key not in self.keys:
                if changes[key]:
                    yield self._added(key, changes, order)
            elif changes[key]:
                yield self._replaced(key, changes[key])
            else:
                yield self._without(key)

    # --- one key -------------------------------------------------------------------------------

    def _replaced(self, key: str, new: str) -> Cut:
        page, value = self.page, self.pair(key)[1]
        end = page.end_of_pair(self.pair(key))
        if is_empty(value):
            return Cut(end, end, f" {scalar(new)}")
        return Cut(value.start_mark.index, end, scalar(new) + header_comment(page, value))

    def _added(self, key: str, changes: Mapping[str, str], order: Sequence[str]) -> Cut:
        place, anchor = order.index(key), order.index(self.anchor)
        pair = f"{key}: {scalar(changes[key])}"
        if place < anchor:
            at = self.pair(self.anchor)[0].start_mark.index
            return Cut(at, at, f"{pair}{self._apart(at)}")
        above = [self.anchor, *(one for one in order[anchor:place] if self._stays(one, changes))]
        at = self.page.end_of_pair(self.pair(above[-1]))
        at = at if self.node.flow_style else self.page.line_end(at)
        return Cut(at, at, f"{self._apart(at)}{pair}")

    def _stays(self, key: str, changes: Mapping[str, str]) -> bool:
        """Whether a key stands behind the anchor, and will."""
        is_behind = key in self.keys[self.keys.index(self.anchor) :]
        return is_behind and changes.get(key) != ""

    def _without(self, key: str) -> Cut:
        """A key out, with its line where it has one. Before the anchor all goes up to the next key,
        behind it from the last one on, so that two such cuts never touch the same characters."""
        page, at = self.page, self.keys.index(key)
        start, end = self.pair(key)[0].start_mark.index, page.end_of_pair(self.pair(key))
        if at < self.keys.index(self.anchor):
            stop = self.node.value[at + 1][0].start_mark.index
            kept = self._comments(key, start, stop)
            return Cut(start, stop, "".join(f"{one}{self._line(start)}" for one in kept))
        if self.node.flow_style:
            return Cut(page.end_of_pair(self.node.value[at - 1]), end, "")
        first, last = page.before_line(start), page.line_end(end)
        kept = self._comments(key, start, last)
        return Cut(first, last, "".join(f"{self._line(start)}{one}" for one in kept))

    def _comments(self, key: str, start: int, end: int) -> list[str]:
        """The comments of a stretch of the text that has a key and its value."""
        header = header_comment(self.page, self.pair(key)[1]).strip()
        return [*filter(None, [header]), *self.page.comments(start, end)]

    def _apart(self, at: int) -> str:
        """What stands between two keys."""
        return ", " if self.node.flow_style else self._line(at)

    def _line(self, at: int) -> str:
        """The end of a line, and the indent of the entry's next one."""
        return self.page.newline(at) + " " * int(self.node.value[0][0].start_mark.column)
