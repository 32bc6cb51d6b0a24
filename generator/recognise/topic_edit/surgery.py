"""Write changed entries into the text of a topics file, and leave every other byte alone.

What is to change is given as data. The cuts are as few as can be; comments within them are kept.
Whatever comes out is read again: unless it says exactly what was wanted, it is refused.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

import yaml

from generator.errors import TopicsError
from generator.filing.cuts import Cut, CutsOverlapError, cut
from generator.filing.located import Located, Pair, is_empty, is_inline, locate
from generator.recognise.topic_edit.plain import LISTS, Entry, normalised
from generator.recognise.topic_edit.yaml_text import inline, pair_lines
from generator.recognise.topic_nodes import is_slug

#: Added keys stand at the end of an entry, but for this one: it belongs to the id.
_BELOW_ID: Final = "formerly"

_QUOTES: Final = ("'", '"')


def rewritten(
    page: Located, path: Path, wanted: Sequence[Entry | None], heirs: Mapping[int, int]
) -> str:
    """The text with its entries as ``wanted``, one for each that it has; None cuts one out.

    The comments within an entry that is cut out go to its heir. Raises TopicsError where the text
    is written in a way that cannot be changed safely.
    """
    items = page.root.value if isinstance(page.root, yaml.SequenceNode) else []
    cuts: list[Cut] = []
    for item, old, new in zip(items, page.data, wanted, strict=True):
        if new is not None and isinstance(item, yaml.MappingNode):
            cuts += _changed(page, item, old, new, path)
    for leaving, heir in heirs.items():
        cuts += _bequeathed(page, items[leaving], items[heir], path)
    after = applied(page.text, cuts, path)
    return verified(page, after, [entry for entry in wanted if entry is not None], path)


def applied(text: str, cuts: Sequence[Cut], path: Path) -> str:
    """A text after all cuts. Raises TopicsError where two of them touch the same characters."""
    try:
        return cut(text, cuts)
    except CutsOverlapError as cause:
        raise refused(path, cause.line) from cause


def refused(path: Path, line: int = 0) -> TopicsError:
    return TopicsError(
        "This cannot be done without touching more of the file than it should; nothing changed.",
        code="edit-refused",
        path=path,
        line=line,
        advice="Write the topics in question as the guide shows them, or change them by hand.",
    )


def verified(before: Located, text: str, wanted: Sequence[Entry], path: Path) -> str:
    """A text that says what is wanted and has all comments. Raises TopicsError for any other."""
    try:
        after = locate(text, path)
    except TopicsError as cause:
        raise refused(path) from cause
    says = [_comparable(entry) for entry in after.data or []]
    if says != [_comparable(entry) for entry in wanted]:
        raise refused(path)
    if Counter(before.comments()) - Counter(after.comments()):
        raise refused(path)
    return text


def _comparable(entry: Any) -> Any:
    return as_read(normalised(entry)) if isinstance(entry, dict) else entry


def as_read(value: Any) -> Any:
    """Data as the topics file gives it back: every single value is a text."""
    if isinstance(value, dict):
        return {key: as_read(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    return inline(value) if isinstance(value, bool) else value


# --- an entry ----------------------------------------------------------------------------------


def _changed(
    page: Located, item: yaml.MappingNode, old: Entry, new: Entry, path: Path
) -> Iterator[Cut]:
    """Cuts that make an entry say something else."""
    pairs = {key.value: (key, value) for key, value in item.value}
    before, after = normalised(old), normalised(new)
    for key, pair in pairs.items():
        if before.get(key) == after.get(key):
            continue
        if key not in after:
            yield _without_pair(page, item, list(pairs).index(key), path)
        elif key in LISTS:
            yield from _changed_list(page, pair, before.get(key, []), after[key], path)
        else:
            yield replaced(pair[1], after[key], path)
    yield from _added(page, item, {key: after[key] for key in after if key not in pairs})


def _added(page: Located, item: yaml.MappingNode, new: Entry) -> Iterator[Cut]:
    """Cuts that put further keys in: former ids below the id, others at the end."""
    for key, value in new.items():
        ids = [pair for pair in item.value if pair[0].value == "id"]
        anchor = ids[0] if key == _BELOW_ID and ids else item.value[-1]
        end = page.end_of_pair(anchor)
        if item.flow_style:
            yield Cut(end, end, f", {key}: {inline(value)}")
        else:
            indent = item.value[0][0].start_mark.column
            lines = [f"{key}: {inline(value)}"] if key == _BELOW_ID else pair_lines(key, value)
            yield _lines_below(page, end, indent, lines)


def _lines_below(page: Located, at: int, indent: int, lines: Sequence[str]) -> Cut:
    """Lines to stand below the line of a place."""
    newline, end = page.newline(at), page.line_end(at)
    return Cut(end, end, "".join(f"{newline}{' ' * indent}{line}" for line in lines))


def _without_pair(page: Located, item: yaml.MappingNode, number: int, path: Path) -> Cut:
    pairs: list[Pair] = item.value
    start, end = pairs[number][0].start_mark.index, page.end_of_pair(pairs[number])
    if not item.flow_style:
        return _without_lines(page, start, end, path)
    if number:
        return Cut(page.end_of_pair(pairs[number - 1]), end, "")
    return Cut(start, pairs[1][0].start_mark.index if len(pairs) > 1 else end, "")


def _without_lines(page: Located, start: int, end: int, path: Path) -> Cut:
    """Whole lines out, with the line end above them; their comments become lines of their own."""
    first, last = page.line_start(start), page.line_end(end)
    if page.text[first:start].strip() or not first:
        raise refused(path, page.text.count("\n", 0, start) + 1)
    comments = page.comments(first, last)
    indent = page.text[first:start]
    kept = "".join(f"{page.newline(end)}{indent}{comment}" for comment in comments)
    return Cut(page.before_line(start), last, kept)


def _bequeathed(page: Located, leaving: yaml.Node, heir: yaml.Node, path: Path) -> Iterator[Cut]:
    """An entry out of the file, and its comments to the end of another one."""
    dash, end = page.dash(leaving), page.end(leaving)
    start, stop = page.line_start(dash), page.next_line(end)
    if dash < 0 or page.text[start:dash].strip():
        raise refused(path, leaving.start_mark.line + 1)
    comments = page.comments(start, stop)
    is_apart = not page.text[:start].strip() or not page.text[:start].splitlines()[-1].strip()
    while is_apart and stop < len(page.text) and not page.text[stop : page.line_end(stop)].strip():
        stop = page.next_line(stop)
    yield Cut(start, stop, "")
    if comments:
        yield _lines_below(page, page.end(heir), heir.start_mark.column, comments)


# --- values ------------------------------------------------------------------------------------


def replaced(node: yaml.Node, new: Any, path: Path) -> Cut:
    """Another single value, in the quotes that the old one had."""
    if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
        raise refused(path, node.start_mark.line + 1)
    text = inline(new)
    if node.style in _QUOTES and is_slug(new):
        text = f"{node.style}{new}{node.style}"
    elif is_slug(new) and new != "null":
        text = new
    start, end = node.start_mark.index, node.end_mark.index
    return Cut(start, end, f" {text}" if is_empty(node) else text)


def _changed_list(
    page: Located, pair: Pair, old: list[Any], new: list[Any], path: Path
) -> Iterator[Cut]:
    value = pair[1]
    if is_empty(value):
        end = page.end_of_pair(pair)
        yield Cut(end, end, f" {inline(new)}")
    elif not isinstance(value, yaml.SequenceNode):
        yield from _widened(value, old, new, path)
    elif not value.value:
        yield Cut(value.start_mark.index + 1, value.end_mark.index - 1, inline(new)[1:-1])
    else:
        yield from _changed_items(page, value, old, new, path)


def _widened(value: yaml.Node, old: list[Any], new: list[Any], path: Path) -> Iterator[Cut]:
    """A single value where a list may stand: another one, or a list that begins with it."""
    if isinstance(value, yaml.ScalarNode) and len(new) == 1 and isinstance(new[0], str):
        yield replaced(value, new[0], path)
    elif isinstance(value, yaml.ScalarNode) or is_inline(value):
        yield Cut(value.start_mark.index, value.end_mark.index, inline(new))
    else:
        raise refused(path, value.start_mark.line + 1)


def _changed_items(
    page: Located, value: yaml.SequenceNode, old: list[Any], new: list[Any], path: Path
) -> Iterator[Cut]:
    nodes = value.value
    before, after = ([json.dumps(item, sort_keys=True) for item in each] for each in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, i, end, j, stop in matcher.get_opcodes():
        both = min(end - i, stop - j)
        for node, item, was in zip(nodes[i:end], new[j:stop], old[i:end], strict=False):
            if item != was:
                yield replaced(node, item, path)
        if end > i + both:
            yield from _without_items(page, value, i + both, end, path)
        if stop > j + both:
            yield _inserted(page, value, i + both, new[j + both : stop])


def _without_items(
    page: Located, value: yaml.SequenceNode, first: int, stop: int, path: Path
) -> Iterator[Cut]:
    nodes = value.value
    if not value.flow_style:
        for node in nodes[first:stop]:
            yield _without_lines(page, page.dash(node), page.end(node), path)
    elif first:
        yield Cut(page.end(nodes[first - 1]), page.end(nodes[stop - 1]), "")
    else:
        yield Cut(nodes[0].start_mark.index, nodes[stop].start_mark.index, "")


def _inserted(page: Located, value: yaml.SequenceNode, at: int, items: list[Any]) -> Cut:
    """Items before the one at place ``at``, or behind the last one."""
    if value.flow_style and at:
        end = page.end(value.value[at - 1])
        return Cut(end, end, "".join(f", {inline(item)}" for item in items))
    if value.flow_style:
        start = value.value[0].start_mark.index
        return Cut(start, start, "".join(f"{inline(item)}, " for item in items))
    column, lines = value.start_mark.column, [f"- {inline(item)}" for item in items]
    if at:
        return _lines_below(page, page.end(value.value[at - 1]), column, lines)
    dash = page.dash(value.value[0])
    apart = page.newline(dash) + " " * column
    return Cut(dash, dash, "".join(f"{line}{apart}" for line in lines))
