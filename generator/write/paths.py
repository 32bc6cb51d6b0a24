"""Where things go: the one place that knows pages' names and how one page points to another.

Paths are POSIX paths relative to the pages folder. Pages keep their names in the site
(``sources/a.md`` becomes ``sources/a.html``), so that a link is right from a server, from a
disk, and inside an SVG or a JSON file alike. Ids are made of letters, digits, dots and hyphens
only, so that a link needs no escaping.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from generator.model import ClaimId, EventId, Layer, NoteId, SourceId, TopicId
from generator.write.escape import Markdown

HOME: Final = PurePosixPath("index.md")
SOURCES: Final = PurePosixPath("sources/index.md")
TOPICS: Final = PurePosixPath("topics/index.md")
TIMELINE: Final = PurePosixPath("timeline.md")
BIBLIOGRAPHY: Final = PurePosixPath("bibliography.md")
NOTES: Final = PurePosixPath("notes/index.md")
CLAIMS: Final = PurePosixPath("claims/index.md")
SEARCH: Final = PurePosixPath("search.md")
#: The scripts of the search's index, below the site's folder; no page that is written.
INDEX: Final = PurePosixPath("assets/search")
DATA: Final = PurePosixPath("data")
#: The notes on topics and dates; those on a source called "dossier" stand in it too.
DOSSIER_ANNOTATIONS: Final = DATA / "annotations" / "dossier.json"


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


def notes_part(number: int) -> PurePosixPath:
    """A page that goes on with all notes, from 2. No tag's page is called this."""
    return PurePosixPath("notes") / f"part.{number}.md"


def timeline_part(name: str) -> PurePosixPath:
    """A page of a timeline that is too long for one; ``name`` is a year or a stretch of years."""
    return PurePosixPath("timeline") / f"{name}.md"


def tag_page(slug: str, part: int = 1) -> PurePosixPath:
    """The notes with a tag, by the tag's slug; they go on at ``tag.<slug>.2.md``."""
    name = f"tag.{slug}" if part == 1 else f"tag.{slug}.{part}"
    return PurePosixPath("notes") / f"{name}.md"


def claim_page(claim: ClaimId) -> PurePosixPath:
    return PurePosixPath("claims") / f"{claim}.md"


def note_anchor(note: NoteId) -> str:
    """The id of a note on the page where it lives."""
    return f"note-{note}"


def passage_anchor(note: NoteId) -> str:
    """The id of the number that stands at the end of a note's passage."""
    return f"ref-{note}"


def event_anchor(event: EventId) -> str:
    """The id of an event on its page of the timeline."""
    return f"event-{event}"


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


def citation_file(source: SourceId, suffix: str) -> PurePosixPath:
    """A source for reference managers, in the format of that suffix."""
    return DATA / "citations" / f"{source}{suffix}"


def markdown_link(page: PurePosixPath, target: PurePosixPath, anchor: str = "") -> Markdown:
    """A link as Markdown wants it: from file to file, so that the builder checks it."""
    return Markdown(_relative(page, target) + _fragment(anchor))


def html_link(page: PurePosixPath, target: PurePosixPath, anchor: str = "") -> Markdown:
    """A link for raw HTML, which no builder rewrites: to the built page."""
    built = target.with_suffix(".html") if target.suffix == ".md" else target
    return Markdown(_relative(page, built) + _fragment(anchor))


def _relative(page: PurePosixPath, target: PurePosixPath) -> str:
    return _between(str(page.parent), str(target))


@lru_cache(maxsize=1 << 16)
def _between(folder: str, target: str) -> str:
    """The same links stand on many pages, and relpath asks the system where it is each time."""
    return posixpath.relpath(target, start=folder)


def _fragment(anchor: str) -> str:
    return f"#{anchor}" if anchor else ""
