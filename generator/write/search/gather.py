"""What can be found, out of a dossier: its sources, topics, notes and claims, and the editors' pages.

Only what this edition's pages show is found (law 7): a source gives the texts that the edition
carries, a topic and a claim the editors' words, a note its body and not the words that it quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import year_of
from generator.model import (
    Anchored,
    BlockKind,
    Claim,
    Document,
    Layer,
    Mention,
    Source,
    Topic,
    TopicId,
)
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.cards import date_of, foreign, origin_of
from generator.write.pages.note import NoteView, note_view
from generator.write.prose import prose
from generator.write.search.entries import Entry, Kind, Unit, Voice, Weight
from generator.write.search.sections import Section, sections_of

#: Where links begin: the search's own page, which lies at the top.
_HERE: Final = paths.SEARCH

_VOICES: Final = {Layer.DIGEST: Voice.DIGEST, Layer.TEXT: Voice.TEXT}
_WEIGHTS: Final = {
    BlockKind.HEADING: Weight.HEADING,
    BlockKind.SUBTITLE: Weight.HEADING,
    BlockKind.CAPTION: Weight.ASIDE,
    BlockKind.CREDIT: Weight.ASIDE,
}


def entries_of(contents: Contents) -> Iterator[Entry]:
    """Everything that the dossier itself has to be found; sources first."""
    yield from (_source(contents, source) for source in contents.dossier.sources)
    yield from (_topic(topic) for topic in contents.dossier.topics)
    yield from (_claim(contents, claim) for claim in contents.dossier.claims)
    yield from (_note(contents, one) for one in contents.dossier.notes if one.note.body)
    if contents.dossier.introduction:
        yield _introduction(contents)


def page_entry(title: str, href: str, html: str) -> Entry:
    """A page that the editors wrote, from the HTML of its content."""
    units = (_part(section) for section in sections_of(html) if section.level != 1)
    return Entry(Kind.PAGE, title, href, (Unit(title, Voice.NAME, weight=Weight.NAME), *units))


# --- sources -----------------------------------------------------------------------------------


def _source(contents: Contents, source: Source) -> Entry:
    record = source.record
    issued = record.issued.text
    return Entry(
        kind=Kind.SOURCE,
        title=record.title.text,
        href=_href(paths.source_page(source.id)),
        units=(_name_of_source(source), *_texts(contents, source)),
        origin=origin_of(source),
        date=date_of(source),
        year=year_of(issued) if issued else None,
        language=foreign(contents, source),
    )


def _name_of_source(source: Source) -> Unit:
    """It names no topic: a filter by topic is about passages."""
    record = source.record
    authors = (author.text for author in record.authors)
    said = (record.subtitle.text, *authors, record.publication.text, record.publisher.text)
    also = tuple(filter(None, (*said, *record.keywords)))
    return Unit(record.title.text, Voice.NAME, weight=Weight.NAME, also=also)


def _texts(contents: Contents, source: Source) -> Iterator[Unit]:
    for layer, document in source.layers:
        mentions = contents.dossier.analyses[source.id, layer].mentions
        language = foreign(contents, source) if layer is Layer.TEXT else ""
        for block, topics in zip(document.blocks, _named(document, mentions), strict=True):
            yield Unit(
                text=document.text_of(block),
                voice=_VOICES[layer],
                anchor=block.id,
                weight=_WEIGHTS.get(block.kind, Weight.TEXT),
                topics=topics,
                language=block.language or language,
            )


def _named(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[TopicId, ...]]:
    """The topics that each block names; both are in order, so that one walk is enough."""
    rest = iter(sorted(mentions))
    mention = next(rest, None)
    for block in document.blocks:
        found = set()
        while mention is not None and mention.span.start < block.span.end:
            found.add(mention.topic)
            mention = next(rest, None)
        yield tuple(sorted(found))


# --- what the editors say ----------------------------------------------------------------------


def _topic(topic: Topic) -> Entry:
    names = tuple(alias.text for alias in topic.aliases)
    name = Unit(topic.label, Voice.NAME, "", Weight.NAME, names, (topic.id,))
    scope = Unit(topic.scope, Voice.EDITORS, topics=(topic.id,))
    units = (name, scope) if topic.scope else (name,)
    return Entry(Kind.TOPIC, topic.label, _href(paths.topic_page(topic.id)), units, topic.kind)


def _claim(contents: Contents, claim: Claim) -> Entry:
    page = paths.claim_page(claim.id)
    statement = Unit(claim.statement, Voice.NAME, weight=Weight.HEADING, topics=claim.topics)
    comment = _editors(prose(contents, claim.comment, page), "", claim.topics)
    status = claim.status.value
    return Entry(Kind.CLAIM, claim.statement, _href(page), (statement, *comment), status)


def _note(contents: Contents, one: Anchored) -> Entry:
    view = note_view(contents, one, _HERE)
    page, _, anchor = view.href.partition("#")
    created = one.note.created
    return Entry(
        kind=Kind.NOTE,
        title=f"Note {view.number or ''} on {view.of.label}".replace("  ", " "),
        href=page,
        units=tuple(_note_units(view, anchor, one.note.tags)),
        origin=f"{view.by} ({view.status})" if view.status else view.by,
        date=view.on.spoken if created else "",
        year=year_of(created) if created else None,
    )


def _note_units(view: NoteView, anchor: str, tags: Iterable[str]) -> Iterator[Unit]:
    also = tuple(filter(None, (view.by, *tags)))
    for unit in _editors(view.body, anchor, tuple(view.topics)):
        yield replace(unit, also=also)
        also = ()


def _introduction(contents: Contents) -> Entry:
    title = contents.settings.title
    name = Unit(title, Voice.NAME, weight=Weight.NAME, also=(contents.settings.description,))
    text = _editors(prose(contents, contents.dossier.introduction, paths.HOME), "", ())
    return Entry(Kind.PAGE, title, _href(paths.HOME), (name, *text))


def _editors(html: str, anchor: str, topics: tuple[TopicId, ...]) -> Iterator[Unit]:
    """What editors wrote as Markdown, paragraph by paragraph."""
    for section in sections_of(html):
        yield Unit(section.text, Voice.EDITORS, anchor, topics=topics)


def _part(section: Section) -> Unit:
    weight = Weight.HEADING if section.level else Weight.TEXT
    return Unit(section.text, Voice.EDITORS, section.anchor, weight)


def _href(page: PurePosixPath) -> str:
    return paths.html_link(_HERE, page)
