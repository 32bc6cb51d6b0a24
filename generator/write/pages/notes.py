"""All notes, by what they are about, to be filtered; and a page for each tag.

Notes on sources stand in the order of the sources and of their pages, then those on topics, then
those on dates. A thousand are a page; more go on at pages of five hundred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import filed
from generator.model import Anchored, SourceId, Standing
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.cards import Chip, date_of, foreign, origin_of
from generator.write.pages.entries import Entry, entry, notes_on
from generator.write.pages.facets import facets_of
from generator.write.pages.mentions import anchor_of, count
from generator.write.render import NOT_SEARCHED, Page, fill
from generator.write.tags import tag_slug

#: Notes up to which all stand on one page, and how many stand on each where there are more.
WHOLE: Final = 500
PART: Final = 250

#: Tags shown open; further ones are folded.
TAGS: Final = 40

#: Groups up to which a page has a table of contents beside it.
CONTENTS: Final = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """What a group of notes is about. ``href`` is for Markdown; ``origin`` is a line about it."""

    name: str
    anchor: str
    href: str = ""
    language: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Notes on one source, on topics, or on dates."""

    heading: Heading
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Step:
    """One of the pages that a long list stands on; ``href`` is for raw HTML, empty for this one."""

    label: str
    says: str
    href: str


#: A note under the heading that it is listed under.
_Row = tuple[Heading, Anchored]


def notes_pages(contents: Contents) -> Iterator[Page]:
    """The page of all notes, those that it goes on at, and one for each tag."""
    parts = _parts(contents)
    for number in range(1, len(parts) + 1):
        yield _part_page(contents, parts, number)
    for tag in contents.relations.annotations.by_tag:
        yield from _tag_pages(contents, tag)


# --- all notes ---------------------------------------------------------------------------------


def _part_page(contents: Contents, parts: Sequence[Sequence[_Row]], number: int) -> Page:
    page = _part_path(number)
    groups = list(_groups(contents, parts[number - 1], page))
    entries = [entry for group in groups for entry in group.entries]
    by_tag = contents.relations.annotations.by_tag
    tags = _tags({tag: len(notes) for tag, notes in by_tag.items()}, page)
    title = "Notes" if number == 1 else f"Notes, part {number}"
    lede = _lede(contents)
    body = fill(
        "notes_page",
        title=title,
        lede=lede,
        tags=tags[:TAGS],
        more_tags=tags[TAGS:],
        steps=_steps(parts, page),
        part=f"part {number} of {len(parts)}" if len(parts) > 1 else "",
        facets=facets_of(contents, entries),
        total=len(entries),
        groups=groups,
        csv=paths.html_link(page, paths.DATA / "notes.csv"),
    )
    meta = {"hide": ["toc"]} if len(groups) > CONTENTS else {}
    return Page(page, title, f"{contents.settings.title}: {lede}", body, meta)


def _part_path(number: int) -> PurePosixPath:
    return paths.NOTES if number == 1 else paths.notes_part(number)


def _lede(contents: Contents) -> str:
    """How many notes there are, and on how many of what."""
    subjects = [
        count(len(found), one, many)
        for found, one, many in (
            (contents.relations.annotations.by_source, "source", "sources"),
            ({one.note.target.topic for one in _by_topic(contents)}, "topic", "topics"),
            ({one.note.target.event for one in _by_date(contents)}, "date", "dates"),
        )
        if found
    ]
    on = " and ".join(filter(None, (", ".join(subjects[:-1]), *subjects[-1:])))
    notes = count(len(contents.dossier.notes), "note", "notes")
    return f"{notes} of the editors, on {on}." if on else "What the editors have to say."


def _parts(contents: Contents) -> Sequence[Sequence[_Row]]:
    """The notes on as many pages as they need; those whose subject is not there live on the first."""
    rows = [(heading, one) for heading, notes in _sorted(contents) for one in notes]
    size = PART if len(rows) > WHOLE else WHOLE
    parts = [rows[start : start + size] for start in range(0, len(rows), size)] or [[]]
    nowhere = Heading("On what is not there", "nowhere")
    parts[0] += [(nowhere, one) for one in _lost(contents)]
    return parts


def _sorted(contents: Contents) -> Iterator[tuple[Heading, Sequence[Anchored]]]:
    """The notes under what they are about: each source, the topics, the dates."""
    for source, notes in contents.relations.annotations.by_source.items():
        if source in contents.sources:
            yield _source_heading(contents, source), notes
    yield Heading("On topics", "on-topics"), _by_topic(contents)
    yield Heading("On dates", "on-dates"), _by_date(contents)


def _source_heading(contents: Contents, id_: SourceId) -> Heading:
    source = contents.sources[id_]
    return Heading(
        name=source.record.title.text,
        anchor=anchor_of(id_),
        href=paths.markdown_link(paths.NOTES, paths.source_page(id_)),
        language=foreign(contents, source),
        origin=f"{date_of(source)} · {origin_of(source)}",
    )


def _by_topic(contents: Contents) -> list[Anchored]:
    """The notes on topics themselves, in the order of the topics' names."""
    annotations = contents.relations.annotations
    topics = sorted(annotations.by_topic, key=lambda topic: contents.topics[topic].label)
    return [one for topic in topics for one in notes_on(contents, topic)]


def _by_date(contents: Contents) -> list[Anchored]:
    found = [one for notes in contents.relations.annotations.by_event.values() for one in notes]
    placed = [one for one in found if one.standing is Standing.WHOLE]
    return sorted(placed, key=lambda one: filed(one.note.target.event))


def _lost(contents: Contents) -> Iterator[Anchored]:
    """Notes on topics and dates that are not there: nowhere else would they be seen."""
    for one in contents.dossier.notes:
        if one.note.target.source is None and one.standing is Standing.LOST:
            yield one


def _groups(contents: Contents, rows: Iterable[_Row], page: PurePosixPath) -> Iterator[Group]:
    for heading, group in groupby(rows, key=lambda row: row[0]):
        entries = [entry(contents, one, page) for _, one in group]
        yield Group(heading, entries)


def _steps(parts: Sequence[Sequence[_Row]], page: PurePosixPath) -> list[Step]:
    """The pages that all notes stand on, where they are several."""
    if len(parts) == 1:
        return []
    return [
        Step(f"Part {number}", _extent(rows), _href(page, _part_path(number)))
        for number, rows in enumerate(parts, 1)
    ]


def _extent(rows: Sequence[_Row]) -> str:
    """What a part begins and ends with."""
    first, last = rows[0][0].name, rows[-1][0].name
    notes = count(len(rows), "note", "notes")
    return f"{notes}: {first}" if first == last else f"{notes}: {first} – {last}"


def _href(page: PurePosixPath, target: PurePosixPath) -> str:
    return "" if page == target else paths.html_link(page, target)


# --- tags --------------------------------------------------------------------------------------


def _tags(tags: Mapping[str, int], page: PurePosixPath) -> list[Chip]:
    """Tags with how many notes have them, those first that most do."""
    order = sorted(tags, key=lambda tag: (-tags[tag], tag.casefold(), tag))
    return [
        Chip(tag, paths.html_link(page, paths.tag_page(tag_slug(tag))), tags[tag]) for tag in order
    ]


def _tag_pages(contents: Contents, tag: str) -> Iterator[Page]:
    """The notes with a tag, on as many pages as they need."""
    notes = contents.relations.annotations.by_tag[tag]
    parts = [notes[start : start + PART] for start in range(0, len(notes), PART)]
    pages = [paths.tag_page(tag_slug(tag), number) for number in range(1, len(parts) + 1)]
    for part, page in zip(parts, pages, strict=True):
        yield _tag_page(contents, tag, part, page, pages)


def _tag_page(
    contents: Contents,
    tag: str,
    notes: Sequence[Anchored],
    page: PurePosixPath,
    pages: Sequence[PurePosixPath],
) -> Page:
    everywhere = contents.relations.annotations.by_tag[tag]
    title = f"Notes tagged “{tag}”"
    lede = f"{count(len(everywhere), 'note', 'notes')} {_on_sources(everywhere)}."
    body = fill(
        "notes_tag",
        title=title,
        lede=lede,
        index=paths.html_link(page, paths.NOTES),
        related=_tags(_related(everywhere, tag), page),
        steps=[
            Step(f"Part {number}", "", _href(page, other))
            for number, other in enumerate(pages, 1)
            if len(pages) > 1
        ],
        entries=[entry(contents, one, page) for one in notes],
    )
    return Page(page, title, f"{contents.settings.title}: {title}, {lede}", body, NOT_SEARCHED)


def _related(notes: Iterable[Anchored], tag: str) -> Counter[str]:
    """The tags that stand beside one, with how often they do."""
    return Counter(other for one in notes for other in one.note.tags if other != tag)


def _on_sources(notes: Iterable[Anchored]) -> str:
    sources = {one.note.target.source for one in notes} - {None}
    return f"on {count(len(sources), 'source', 'sources')}" if sources else "on topics or dates"
