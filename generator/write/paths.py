"""Where things go: the one place that knows pages' names and how one page points to another.

Paths are POSIX paths relative to the pages folder. Pages keep their names in the site
(``sources/a.md`` becomes ``sources/a.html``), so that a link is right from a server, from a
disk, and inside an SVG or a JSON file alike. Ids are made of letters, digits, dots and hyphens
only, so that a link needs no escaping.
"""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import Final

from generator.model import Layer, SourceId, TopicId
from generator.write.escape import Markdown

HOME: Final = PurePosixPath("index.md")
SOURCES: Final = PurePosixPath("sources/index.md")
TOPICS: Final = PurePosixPath("topics/index.md")
TIMELINE: Final = PurePosixPath("timeline.md")
BIBLIOGRAPHY: Final = PurePosixPath("bibliography.md")
DATA: Final = PurePosixPath("data")


def source_page(source: SourceId) -> PurePosixPath:
    return PurePosixPath("sources") / f"{source}.md"


def topic_page(topic: TopicId) -> PurePosixPath:
    return PurePosixPath("topics") / f"{topic}.md"


def topic_part(topic: TopicId, name: str) -> PurePosixPath:
    """A page that goes on with a topic's mentions; ``name`` is a year, or a year and a number."""
    return PurePosixPath("topics") / topic / f"{name}.md"


def topic_feed(topic: TopicId) -> PurePosixPath:
    return PurePosixPath("topics") / f"{topic}.xml"


def kind_page(kind: str) -> PurePosixPath:
    """All topics of a kind. No topic's id has a dot, so that no topic's page is called this."""
    return PurePosixPath("topics") / f"kind.{kind}.md"


def text_file(source: SourceId, layer: Layer) -> PurePosixPath:
    """The plain text that spans of a layer count in."""
    suffix = ".txt" if layer is Layer.TEXT else ".digest.txt"
    return DATA / "texts" / f"{source}{suffix}"


def annotations_file(source: SourceId, layer: Layer, main: Layer) -> PurePosixPath:
    """The annotations of a layer; the source's main text has the plain name."""
    suffix = ".json" if layer is main else f".{layer}.json"
    return DATA / "annotations" / f"{source}{suffix}"


def provenance_file(source: SourceId) -> PurePosixPath:
    return DATA / "provenance" / f"{source}.json"


def markdown_link(page: PurePosixPath, target: PurePosixPath, anchor: str = "") -> Markdown:
    """A link as Markdown wants it: from file to file, so that the builder checks it."""
    return Markdown(_relative(page, target) + _fragment(anchor))


def html_link(page: PurePosixPath, target: PurePosixPath, anchor: str = "") -> Markdown:
    """A link for raw HTML, which no builder rewrites: to the built page."""
    built = target.with_suffix(".html") if target.suffix == ".md" else target
    return Markdown(_relative(page, built) + _fragment(anchor))


def _relative(page: PurePosixPath, target: PurePosixPath) -> str:
    return posixpath.relpath(str(target), start=str(page.parent))


def _fragment(anchor: str) -> str:
    return f"#{anchor}" if anchor else ""
