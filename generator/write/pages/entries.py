"""A note in a list: what it is about, in whose words, and what a reader can find it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.model import Anchored, Layer, SourceId, Standing, TopicId
from generator.write.contents import Contents
from generator.write.pages.cards import foreign
from generator.write.pages.note import NoteView, note_view
from generator.write.render import shorten
from generator.write.tags import tag_slug

#: Longest quotation in a list, in characters: a note may stand on a whole paragraph.
QUOTE: Final = 160


@dataclass(frozen=True, slots=True)
class Entry:
    """A note in a list.

    ``about`` are the words that it quotes, and ``hand`` ("text" or "digest") says whose they are;
    of a note on a whole, ``about`` says on which, and ``hand`` is empty. ``source`` is an id or
    empty, ``language`` that of its title, where it is not the site's. ``tags`` are slugs and
    ``topics`` ids, parted by spaces.
    """

    note: NoteView
    about: str
    hand: str
    source: str
    language: str
    tags: str
    topics: str


def entry(contents: Contents, one: Anchored, page: PurePosixPath) -> Entry:
    """The note as a list on ``page`` shows it."""
    view = note_view(contents, one, page)
    target = one.note.target
    quote = shorten(view.quote, QUOTE)
    return Entry(
        note=view,
        about=quote or _whole(one, view),
        hand=_hand(one) if quote else "",
        source=target.source or "",
        language=_language(contents, target.source),
        tags=" ".join(tag_slug(tag) for tag in one.note.tags),
        topics=" ".join(view.topics),
    )


def touching(contents: Contents, topic: TopicId) -> Sequence[Anchored]:
    """The notes that stand at a mention of a topic or link to it, not those on the topic itself."""
    notes = contents.relations.annotations.by_topic.get(topic, ())
    return [one for one in notes if not is_on(contents, one, topic)]


def notes_on(contents: Contents, topic: TopicId) -> Sequence[Anchored]:
    """The notes on a topic itself: its page is where they live."""
    notes = contents.relations.annotations.by_topic.get(topic, ())
    return [one for one in notes if is_on(contents, one, topic)]


def is_on(contents: Contents, one: Anchored, topic: TopicId) -> bool:
    """Whether a note is on a topic, by the id that it has or one that it had."""
    named = one.note.target.topic
    meant = contents.topic_of(named) if named else None
    return meant is not None and meant.id == topic


def _language(contents: Contents, id_: SourceId | None) -> str:
    source = contents.sources.get(id_) if id_ else None
    return foreign(contents, source) if source else ""


def _hand(one: Anchored) -> str:
    """Whose words a note quotes. What was not found is taken for the source's: it is quoted less."""
    return one.layer or one.note.target.layer or Layer.TEXT


def _whole(one: Anchored, view: NoteView) -> str:
    if not one.note.target.source:
        return view.of.label
    return "The source as a whole" if one.standing is Standing.WHOLE else "A passage of the text"
