"""A note as pages show it: beside its passage, in lists, on the pages of topics and claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.model import (
    Anchored,
    Layer,
    Motivation,
    NoteStatus,
    SourceId,
    Standing,
    TopicId,
)
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.cards import When, date_of, foreign, origin_of, when
from generator.write.periods import Kind
from generator.write.prose import prose
from generator.write.quotable import first_words, is_closed
from generator.write.render import fill
from generator.write.tags import tag_slug

#: Motivations as a reader is told them; a comment needs no word.
_KINDS: Final = {
    Motivation.COMMENTING: "",
    Motivation.QUESTIONING: "question",
    Motivation.ASSESSING: "assessment",
    Motivation.DESCRIBING: "description",
    Motivation.LINKING: "cross-reference",
    Motivation.HIGHLIGHTING: "highlight",
}

#: What a reader is told of a note whose passage is not marked.
_STANDINGS: Final = {
    Standing.WITHHELD: "Its passage is in the text, which this edition does not carry.",
    Standing.LOST: "Its passage was not found: the text may have changed.",
    Standing.AMBIGUOUS: "Its words stand in more than one place.",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link in words, for raw HTML."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Stand:
    """What a note does to a claim: a stance, the claim's statement, and its page."""

    stance: str
    statement: str
    href: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note for templates. Links are for raw HTML, as seen from the page that shows it.

    ``id`` is the HTML id it has where it lives, ``href`` leads there, ``passage`` to the end of its
    passage ("" where none is marked). ``number`` counts the notes of a source's page (0: not on
    one). ``quote`` are the words it is about, within the quotation limit where the text is not
    public. ``where`` says why no passage is marked. ``of`` is the source, topic or date.
    """

    id: str
    number: int
    name: str
    href: str
    passage: str
    quote: str
    language: str
    body: Markdown
    by: str
    on: When
    changed: When | None
    status: str
    kind: str
    where: str
    tags: Sequence[Link]
    stands: Sequence[Stand]
    of: Link
    origin: str
    dated: str
    topics: Sequence[TopicId]
    source: SourceId | None


def note_view(contents: Contents, one: Anchored, page: PurePosixPath) -> NoteView:
    """The note as ``page`` shows it."""
    note = one.note
    number = contents.relations.annotations.numbers.get(note.id, 0)
    status = note.status.value if note.status else ""
    home, anchor = home_of(contents, one), paths.note_anchor(note.id)
    source = contents.sources.get(note.target.source) if note.target.source else None
    return NoteView(
        id=anchor,
        number=number,
        name=", ".join(filter(None, (f"Note {number}" if number else "Note", _doubt(note.status)))),
        href=_on(page, home, anchor),
        passage=_on(page, home, paths.passage_anchor(note.id)) if is_marked(one) else "",
        quote=quoted(contents, one),
        language=foreign(contents, source) if source and one.layer is Layer.TEXT else "",
        body=prose(contents, note.body, page),
        by=note.creator,
        on=when(note.created),
        changed=when(note.modified) if note.modified else None,
        status=status,
        kind=_KINDS[note.motivation],
        where=_where(one),
        tags=[Link(tag, paths.html_link(page, paths.tag_page(tag_slug(tag)))) for tag in note.tags],
        stands=_stands(contents, one, page),
        of=_subject(contents, one, page),
        origin=origin_of(source) if source else "",
        dated=date_of(source) if source else "",
        topics=contents.relations.annotations.topics.get(note.id, ()),
        source=note.target.source,
    )


def note_aside(view: NoteView) -> Markdown:
    """The note itself, for the page where it lives: raw HTML without a blank line."""
    return Markdown(fill("note", note=view).strip())


def is_marked(one: Anchored) -> bool:
    """Whether a passage of a page is marked for this note."""
    return one.standing is Standing.ANCHORED and one.span is not None


def home_of(contents: Contents, one: Anchored) -> PurePosixPath:
    """The page where a note lives."""
    target = one.note.target
    if target.source and target.source in contents.sources:
        return paths.source_page(target.source)
    topic = contents.topic_of(target.topic) if target.topic else None
    if topic is not None:
        return paths.topic_page(topic.id)
    if target.event and one.standing is Standing.WHOLE:
        return contents.timeline.page_of(Kind.NOTE, one.note.id)
    return paths.NOTES


def quoted(contents: Contents, one: Anchored) -> str:
    """The words that a note is about, as the text has them; none for a note on a whole."""
    target = one.note.target
    source = contents.sources.get(target.source) if target.source else None
    if source and one.layer and one.span:
        return one.span.of(source.document(one.layer).text)
    exact = target.quote.exact if target.quote else ""
    return first_words(exact) if is_closed(contents, one) else exact


def _where(one: Anchored) -> str:
    """Why no passage is marked, or why a topic or a date has no page that shows the note."""
    if one.standing is Standing.LOST and one.note.target.source is None:
        return "What it is on is not there."
    return _STANDINGS.get(one.standing, "")


def _doubt(status: NoteStatus | None) -> str:
    return "" if status in (None, NoteStatus.VERIFIED) else str(status.value)


def _on(page: PurePosixPath, home: PurePosixPath, anchor: str) -> Markdown:
    return Markdown(f"#{anchor}") if page == home else paths.html_link(page, home, anchor)


def _stands(contents: Contents, one: Anchored, page: PurePosixPath) -> list[Stand]:
    return [
        Stand(stance.value, claim.statement, paths.html_link(page, paths.claim_page(claim.id)))
        for claim, stance in (
            (contents.claims.get(a.claim), a.stance) for a in one.note.assessments
        )
        if claim is not None
    ]


def _subject(contents: Contents, one: Anchored, page: PurePosixPath) -> Link:
    """The source, topic or date that a note is about."""
    target = one.note.target
    if target.source and (source := contents.sources.get(target.source)):
        return Link(source.record.title.text, paths.html_link(page, paths.source_page(source.id)))
    if target.topic and (topic := contents.topic_of(target.topic)):
        return Link(topic.label, paths.html_link(page, paths.topic_page(topic.id)))
    if target.event and one.standing is Standing.WHOLE:
        return Link(when(target.event).spoken, paths.html_link(page, home_of(contents, one)))
    return Link(str(target.source or target.topic or target.event), "")
