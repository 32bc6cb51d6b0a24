"""A YAML text and the place of each value in it, in code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from generator.errors import DossierError, TopicsError
from generator.filing.yaml_file import compose, data_of, load

Pair = tuple[yaml.Node, yaml.Node]

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
#: In a text whose values are masked, "#" begins a comment.
_COMMENT: Final = re.compile(r"#[^\r\n]*")


@dataclass(frozen=True)
class Located:
    """A text, what it says, and the nodes that know where."""

    text: str
    data: Any
    root: yaml.Node | None

    def line_start(self, at: int) -> int:
        """Where the line of a place begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """Where the line of a place ends, before its line end."""
        found = _LINE_END.search(self.text, at)
        return found.start() if found else len(self.text)

    def before_line(self, at: int) -> int:
        """Where the line above that of a place ends, before its line end."""
        start = self.line_start(at)
        return start - 2 if self.text[:start].endswith("\r\n") else max(start - 1, 0)

    def next_line(self, at: int) -> int:
        """Where the line below that of a place begins."""
        found = _LINE_END.search(self.text, at)
        return found.end() if found else len(self.text)

    def newline(self, at: int) -> str:
        """The line end that the line of a place has, or else the first one of the text."""
        found = _LINE_END.search(self.text, at) or _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def end(self, node: yaml.Node) -> int:
        """Where the last character of a value stands, and a place further."""
        if is_inline(node):
            raw = self.text[node.start_mark.index : node.end_mark.index]
            return int(node.start_mark.index) + len(raw.rstrip())
        last = node.value[-1]
        return self.end_of_pair(last) if isinstance(node, yaml.MappingNode) else self.end(last)

    def end_of_pair(self, pair: Pair) -> int:
        key, value = pair
        if is_empty(value):
            return self.text.index(":", key.end_mark.index) + 1
        return self.end(value)

    def dash(self, item: yaml.Node) -> int:
        """Where the "-" of a list's item stands, or -1 where something is between the two."""
        above = self.text[: item.start_mark.index].rstrip()
        return len(above) - 1 if above.endswith("-") else -1

    def comments(self, start: int = 0, end: int | None = None) -> list[str]:
        """The comments of a stretch of the text, from "#" to the end of the line."""
        stop = len(self.text) if end is None else end
        found = _COMMENT.finditer(self._masked, start, stop)
        return [self.text[slice(*comment.span())].rstrip() for comment in found]

    @cached_property
    def _masked(self) -> str:
        """The text with all keys and single values blotted out."""
        pieces, at = [], 0
        for scalar in scalars(self.root):
            first, last = scalar.start_mark.index, scalar.end_mark.index
            pieces += [self.text[at:first], "x" * (last - first)]
            at = last
        return "".join([*pieces, self.text[at:]])


def locate(text: str, path: Path, error: type[DossierError] = TopicsError) -> Located:
    """Raises ``error`` for what is no YAML or is refused, as ``load`` does."""
    data = data_of(load(text, path, error=error))
    return Located(text, data, compose(text))


def scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The keys and single values of a tree, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars(key)
            yield from scalars(value)


def is_empty(node: yaml.Node) -> bool:
    return node.start_mark.index == node.end_mark.index


def is_inline(node: yaml.Node) -> bool:
    """Whether a value is a single one, or a list or mapping between brackets."""
    return not isinstance(node, yaml.CollectionNode) or bool(node.flow_style)
