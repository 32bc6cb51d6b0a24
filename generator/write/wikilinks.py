"""``[[id]]`` and ``[[id|text]]``: links of editors to topics and sources, by id.

What stands in code (between backticks, or in a fenced block) is left as it is.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from generator.model import Finding, Severity, SourceId, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import escape_value

_LINK: Final = re.compile(
    r"""
      (?P<code> ^(?P<fence>```+|~~~+).*?^(?P=fence)[ \r]*$ | (?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`) )
    | \[\[ (?P<name>[^\[\]|\n]+) (?: \| (?P<words>[^\[\]\n]+) )? \]\]
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def resolve(contents: Contents, markdown: str, page: PurePosixPath) -> str:
    """Markdown with its wiki links made into ordinary ones; unknown ones keep their words only."""

    def link(found: re.Match[str]) -> str:
        if found["code"]:
            return found[0]
        name, words = found["name"].strip(), found["words"]
        target = _target(contents, name)
        if target is None:
            return escape_value(words or name)
        path, label = target
        return f"[{escape_value(words or label)}]({paths.markdown_link(page, path)})"

    return _LINK.sub(link, markdown)


def retarget(markdown: str, old: str, new: str, words: str = "") -> str:
    """Markdown whose wiki links to one id lead to another. A link without words of its own gets
    ``words``; with none, it shows the new label."""

    def link(found: re.Match[str]) -> str:
        if found["code"] or found["name"].strip() != old:
            return found[0]
        shown = found["words"] or words
        return f"[[{new}|{shown}]]" if shown else f"[[{new}]]"

    return _LINK.sub(link, markdown)


def dead_links(contents: Contents, markdown: str, path: Path) -> Iterator[Finding]:
    """A finding for each link to something that is neither a topic nor a source."""
    for found in _LINK.finditer(markdown):
        if not found["code"] and _target(contents, found["name"].strip()) is None:
            line = markdown.count("\n", 0, found.start()) + 1
            yield _dead_link(contents, found["name"].strip(), path, line)


def _dead_link(contents: Contents, name: str, path: Path, line: int) -> Finding:
    near = difflib.get_close_matches(name, [*contents.topics, *contents.sources], n=1)
    return Finding(
        Severity.WARNING,
        "unknown-link",
        f"[[{name}]] is no topic and no source.",
        path,
        line,
        f"Did you mean [[{near[0]}]]?" if near else "Use the id of a topic or of a source.",
    )


def _target(contents: Contents, name: str) -> tuple[PurePosixPath, str] | None:
    if topic := contents.topics.get(TopicId(name)) or contents.formerly.get(TopicId(name)):
        return paths.topic_page(topic.id), topic.label
    if source := contents.sources.get(SourceId(name)):
        return paths.source_page(source.id), source.record.title.text
    return None
