"""YAML for people's files: bounded, safe, and every value knows its line.

``load`` gives a tree of three kinds of node. Scalars are strings: ``2015-08-17`` and ``yes``
stay what was written; an unquoted ``~`` or ``null`` is empty, as is no value at all. Refused,
with line and advice: anchors and aliases (no file here needs them, and a few of them can stand
for billions of values), tags, a key that stands twice, more than one document, and what is too
deep or too large.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import yaml

from generator.errors import DossierError, RecordError
from generator.model import Finding, Severity

#: The longest YAML that is loaded, in characters: some 20,000 topics.
SIZE_LIMIT: Final = 8_000_000

#: The deepest nesting of lists and mappings.
DEPTH_LIMIT: Final = 20

#: Some ten times faster than the Python one, and found in every wheel of PyYAML.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_EMPTY: Final = frozenset({"", "~", "null", "Null", "NULL"})

#: Line ends to YAML 1.1, but characters inside of a line to people (and to YAML 1.2).
_ODD_LINE_ENDS: Final = str.maketrans("\x85\u2028\u2029", "   ")

#: Control characters (but tab and line end) and lone surrogates, which escapes can bring in.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

#: What the parser says, what a person can do about it, and whether the line to look at is where
#: the thing began (an open quote is noticed only at the end of the file).
_ADVICE: Final[tuple[tuple[str, str, bool], ...]] = (
    ("mapping values are not allowed", 'Put a value that has ": " in it between quotes.', False),
    ("could not find expected ':'", 'Each line is "key: value"; longer text needs "key: >".', True),
    (
        "cannot start any token",
        "Indent with spaces, not tabs; quote a value that begins so.",
        False,
    ),
    ("tab character", "Indent with spaces: take the tab out.", False),
    ("unexpected end of stream", "A quote that is opened must be closed.", True),
    ("unknown escape character", "Use single quotes, or write \\\\ for a backslash.", False),
    ("expected key", "Close the quotes at the value's end, and check the indent.", False),
    ("expected ',' or", "Close the list: [a, b]; quote items that have commas.", True),
    ("block sequence entries", 'Put each "- item" on a line of its own, below the key.', False),
    ("expected <document start>", "Check the quotes and the indent of this line.", False),
    ("", "Indent with spaces, not tabs; quote values with special signs in them.", False),
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as it was written (without its quotes)."""

    text: str
    line: int

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    line: int

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Values by key, in the order of the file, and the line of each key."""

    values: dict[str, Node]
    lines: dict[str, int]
    line: int

    def get(self, key: str) -> Node | None:
        return self.values.get(key)

    def line_of(self, key: str) -> int:
        """The line of a key, or of the mapping for a key that is not there."""
        return self.lines.get(key, self.line)

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __contains__(self, key: object) -> bool:
        return key in self.values

    def __len__(self) -> int:
        return len(self.values)


Node = Scalar | Sequence | Mapping


def load(
    text: str, path: Path, first_line: int = 1, error: type[DossierError] = RecordError
) -> Node:
    """The YAML of a file whose text begins at line ``first_line``; empty YAML is an empty Scalar.

    Raises ``error`` with path, line in the file, reason and advice for what cannot be understood
    or is refused. Takes time and memory in proportion to the text.
    """
    reader = _Reader(path, first_line, error)
    if len(text) > SIZE_LIMIT:
        raise reader.problem(
            f"The YAML has {len(text):,} characters; at most {SIZE_LIMIT:,} are read.",
            code="yaml-bounds",
            advice="Split the file.",
        )
    try:
        for event in yaml.parse(text.translate(_ODD_LINE_ENDS), Loader=_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as cause:
        raise reader.syntax(cause) from cause
    except (yaml.YAMLError, UnicodeEncodeError) as cause:
        raise reader.no_text(first_line) from cause
    return Scalar("", first_line) if reader.root is None else reader.root


def data_of(node: Node) -> Any:
    """A value without its lines: strings, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [data_of(item) for item in node]
    return {key: data_of(value) for key, value in node.values.items()}


def compose(text: str) -> yaml.Node | None:
    """The parser's own nodes, which know the place of each value, of a text that ``load`` took.

    Only then are they safe to walk: bounded in depth, and no node stands in two places.
    """
    root: yaml.Node | None = yaml.compose(text.translate(_ODD_LINE_ENDS), Loader=_LOADER)
    return root


def unknown_keys(mapping: Mapping, known: Iterable[str], path: Path) -> list[Finding]:
    """A warning for each key that is not known, with the nearest one that is."""
    names = sorted(known)
    return [_unknown(key, mapping.line_of(key), names, path) for key in mapping if key not in names]


def kind_of(node: Node) -> str:
    """What a node is, for messages to people."""
    names = {Scalar: "a single value", Sequence: "a list", Mapping: "keys and values"}
    return names[type(node)]


def _unknown(key: str, line: int, names: list[str], path: Path) -> Finding:
    near = get_close_matches(key.lower().replace("-", "_"), names, n=1)
    main = [name for name in names if not name.endswith("_basis")]
    advice = f'Did you mean "{near[0]}"?' if near else f"Known keys: {', '.join(main)}."
    return Finding(
        Severity.WARNING, "unknown-key", f'"{key}" is not a known key.', path, line, advice
    )


# --- from events to nodes ----------------------------------------------------------------------


@dataclass(slots=True)
class _Opened:
    """A list or mapping that is being read. ``key`` is one that has no value yet."""

    line: int
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    key: str | None = None

    def closed(self) -> Node:
        if self.is_mapping:
            return Mapping(self.values, self.lines, self.line)
        return Sequence(tuple(self.items), self.line)


@dataclass(slots=True)
class _Reader:
    """Builds nodes from the parser's events. No recursion: depth cannot exhaust the stack."""

    path: Path
    first_line: int
    error: type[DossierError]
    root: Node | None = None
    opened: list[_Opened] = field(default_factory=list)

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.NodeEvent):
            self.refuse_features(event)
        if isinstance(event, yaml.ScalarEvent):
            self.place(self.scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self.begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.place(self.opened.pop().closed())
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise self.problem(
                "A second document begins here.",
                self.line(event),
                code="yaml-feature",
                advice='Remove the line "---"; a file holds one document.',
            )

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if _NO_TEXT.search(event.value):
            raise self.no_text(self.line(event))
        is_plain = event.implicit[0]
        text = "" if is_plain and event.value in _EMPTY else event.value
        return Scalar(text, self.line(event))

    def begin(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.opened) >= DEPTH_LIMIT:
            raise self.problem(
                f"Lists and mappings are nested more than {DEPTH_LIMIT} deep.",
                self.line(event),
                code="yaml-bounds",
                advice="No file here needs that: check the brackets and the indent.",
            )
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.opened.append(_Opened(self.line(event), is_mapping))

    def place(self, node: Node) -> None:
        """Put a node where it belongs: as the root, an item, a key or a key's value."""
        if not self.opened:
            self.root = node
            return
        parent = self.opened[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self.new_key(parent, node)
        else:
            parent.values[parent.key] = node
            parent.key = None

    def new_key(self, parent: _Opened, node: Node) -> str:
        if not isinstance(node, Scalar):
            raise self.problem(
                f"A key cannot be {kind_of(node)}.",
                node.line,
                code="yaml-feature",
                advice="Put a value that begins with [ or { between quotes.",
            )
        if node.text in parent.lines:
            raise self.problem(
                f'The key "{node.text}" stands twice: here and in line {parent.lines[node.text]}.',
                node.line,
                code="duplicate-key",
                advice="Keep one of them.",
            )
        parent.lines[node.text] = node.line
        return node.text

    def refuse_features(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if event.anchor is None and tag is None:
            return
        what = "a tag (!)" if event.anchor is None else "an anchor or alias (& or *)"
        raise self.problem(
            f"This is {what} to YAML, which is not used here.",
            self.line(event),
            code="yaml-feature",
            advice="Put a value that begins with this sign between quotes.",
        )

    def line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def problem(self, reason: str, line: int = 0, *, code: str, advice: str) -> DossierError:
        return self.error(
            reason, code=code, path=self.path, line=line or self.first_line, advice=advice
        )

    def no_text(self, line: int) -> DossierError:
        return self.problem(
            "There is a control character in the YAML.",
            line,
            code="broken-yaml",
            advice="Remove it; it may be invisible in your editor.",
        )

    def syntax(self, cause: yaml.MarkedYAMLError) -> DossierError:
        said = re.sub(r"\s+", " ", cause.problem or "it cannot be understood")
        advice, at_start = next(row[1:] for row in _ADVICE if row[0] in said)
        mark = (at_start and cause.context_mark) or cause.problem_mark or cause.context_mark
        line = self.first_line + (mark.line if mark else 0)
        reason = f"This is not valid YAML: {said}."
        return self.problem(reason, line, code="broken-yaml", advice=advice)
