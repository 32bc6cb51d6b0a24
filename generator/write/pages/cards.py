"""A source in a list: what home, the index of sources and the timeline show of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import spoken
from generator.model import Basis, BlockKind, Layer, Source, SourceId, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.render import shorten

#: Length of the lead shown on a card, in characters, and how many topics stand below it.
LEAD: Final = 260
CHIPS: Final = 6

_HTML_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Chip:
    """A topic with a count, as a link."""

    label: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class When:
    """A date for people, and for machines where HTML can say it (a day, a month or a year)."""

    spoken: str
    machine: str


@dataclass(frozen=True, slots=True)
class Card:
    """A source with its date, its origin in a line, the digest's first words, its topics and how
    many notes there are on it, with a link to the first.

    ``language`` is the title's, where it is not the site's.
    """

    title: str
    href: str
    language: str
    date: When
    inferred: bool
    origin: str
    lead: str
    topics: Sequence[Chip]
    notes: Chip | None


def source_card(contents: Contents, source: Source, page: PurePosixPath) -> Card:
    return Card(
        title=source.record.title.text,
        href=paths.html_link(page, paths.source_page(source.id)),
        language=foreign(contents, source),
        date=when(source.record.issued.text),
        inferred=source.record.issued.basis is Basis.INFERRED,
        origin=origin_of(source),
        lead=lead_of(contents, source),
        topics=topic_chips(contents, source.id, page)[:CHIPS],
        notes=_notes(contents, source.id, page),
    )


def _notes(contents: Contents, source: SourceId, page: PurePosixPath) -> Chip | None:
    notes = contents.relations.annotations.by_source.get(source, ())
    if not notes:
        return None
    first = paths.html_link(page, paths.source_page(source), paths.note_anchor(notes[0].note.id))
    return Chip("note" if len(notes) == 1 else "notes", first, len(notes))


def lead_of(contents: Contents, source: Source) -> str:
    """The digest's first sentences, as many as fit; of a first one that is too long, its beginning."""
    paragraph = first_paragraph(source)
    sentences = contents.dossier.analyses[source.id, Layer.DIGEST].sentences
    ends = [span.end for span in sentences if span.end <= min(LEAD, len(paragraph))]
    whole = source.digest.text.startswith(paragraph) and ends
    return shorten(paragraph[: ends[-1]] if whole else paragraph, LEAD)


def topic_chips(contents: Contents, source: SourceId, page: PurePosixPath) -> list[Chip]:
    """The topics that a source names, most often first."""
    counts = contents.relations.counts[source]
    order = sorted(counts, key=lambda topic: (-counts[topic], contents.topics[topic].label))
    return [topic_chip(contents, topic, page, counts[topic]) for topic in order]


def topic_chip(contents: Contents, topic: TopicId, page: PurePosixPath, count: int) -> Chip:
    return Chip(contents.topics[topic].label, paths.html_link(page, paths.topic_page(topic)), count)


def when(edtf: str) -> When:
    """A date of issue or of an event, which may be empty."""
    if not edtf:
        return When("undated", "")
    return When(spoken(edtf), edtf if _HTML_DATE.fullmatch(edtf) else "")


def foreign(contents: Contents, source: Source) -> str:
    """A source's language where it is not the site's, else nothing."""
    language = source.record.language.text
    return "" if language.split("-")[0] == contents.settings.language.split("-")[0] else language


def date_of(source: Source) -> str:
    """The date of issue for people, at its true precision."""
    issued = source.record.issued
    return spoken(issued.text) if issued else "undated"


def origin_of(source: Source) -> str:
    """Who published it, or who wrote it, or that neither is stated."""
    record = source.record
    if record.publication:
        return record.publication.text
    if record.authors:
        return ", ".join(author.text for author in record.authors)
    return "publication not stated"


def first_paragraph(source: Source) -> str:
    """The first paragraph of the digest; the title where there is none."""
    blocks = [b for b in source.digest.blocks if b.kind is BlockKind.PARAGRAPH]
    return source.digest.text_of(blocks[0]) if blocks else source.record.title.text
