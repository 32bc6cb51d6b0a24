"""Links of editors made into links of pages; one that leads nowhere is reported."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.filing.wikilinks import WikiLink, links_in, rewritten
from generator.model import Finding, Severity, SourceId, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import escape_value


def resolve(contents: Contents, markdown: str, page: PurePosixPath) -> str:
    """Markdown with its wiki links made into ordinary ones; unknown ones keep their words only."""

    def link(found: WikiLink) -> str:
        target = target_of(contents, found.name)
        if target is None:
            return escape_value(found.words or found.name)
        path, label = target
        return f"[{escape_value(found.words or label)}]({paths.markdown_link(page, path)})"

    return rewritten(markdown, link)


def dead_links(
    contents: Contents, markdown: str, path: Path, first_line: int = 1
) -> Iterator[Finding]:
    """A finding for each link to something that is neither a topic nor a source."""
    for link in links_in(markdown):
        if target_of(contents, link.name) is None:
            line = first_line + markdown.count("\n", 0, link.span.start)
            yield _dead_link(contents, link.name, path, line)


def target_of(contents: Contents, name: str) -> tuple[PurePosixPath, str] | None:
    """The page that an id leads to, and what it is called; None for an id of nothing."""
    if topic := contents.topics.get(TopicId(name)) or contents.formerly.get(TopicId(name)):
        return paths.topic_page(topic.id), topic.label
    if source := contents.sources.get(SourceId(name)):
        return paths.source_page(source.id), source.record.title.text
    return None


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
