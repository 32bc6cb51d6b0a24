"""Where the mentions of a topic stand: by year and source, on its page or, where they are many, on
pages of their own.

A topic's page stays a page: what is too much for it goes on at ``topics/<id>/<year>``, and what
is too much for that at ``topics/<id>/<year>-2``. Who links to a source's passages asks ``places``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import filed, year_of
from generator.model import Source, SourceId, TopicId
from generator.relate import Context
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.cards import date_of, foreign, origin_of
from generator.write.pages.passages import WINDOW, Passage, passage

#: Mentions, and bytes of HTML, up to which all passages stand on the topic's own page.
MANY: Final = 200
ROOM: Final = 72_000

#: Bytes of HTML up to which passages stand on one page of a year.
PART_ROOM: Final = 96_000

#: Passages shown open for each source; further ones are folded.
OPEN: Final = 8

UNDATED: Final = "Undated"

#: What the markup of a passage and of a source's head takes, and what escapes add to the words.
_MARKUP: Final = 280
_HEAD: Final = 520
_ESCAPES: Final = 1.15


@dataclass(frozen=True, slots=True)
class Part:
    """Passages of one year that stand on one page; ``number`` counts the parts of the year."""

    topic: TopicId
    year: str
    number: int
    path: PurePosixPath
    contexts: tuple[Context, ...]

    @property
    def anchor(self) -> str:
        return f"year-{self.year.lower()}"


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one source, in the order of its text."""

    title: str
    link: str
    language: str
    anchor: str
    date: str
    origin: str
    count: str
    passages: Sequence[Passage]
    rest: Sequence[Passage]
    rest_summary: str


def count(number: int, one: str, many: str) -> str:
    """``1 source``, ``5 sources``."""
    return f"{number:,} {one if number == 1 else many}"


def anchor_of(source: SourceId) -> str:
    """The id of a source's group on a topic's page."""
    return f"in-{source}".replace("_", "__").replace(".", "_-")


def year_name(source: Source) -> str:
    """The year that a source is filed under."""
    issued = source.record.issued
    return str(year_of(issued.text)) if issued else UNDATED


def mentions_in(contexts: Sequence[Context]) -> int:
    return sum(len(context.mentions) for context in contexts)


def moment_of(source: Source) -> str:
    """The first moment that a source is filed under, as RFC 3339 has it; empty where no date is known."""
    date = source.record.issued or source.record.accessed
    return f"{filed(date.text).isoformat()}T00:00:00Z" if date else ""


def has_feed(contents: Contents, topic: TopicId) -> bool:
    """Whether a topic has a feed: its addresses are absolute, and its entries dated."""
    naming = (contents.sources[context.source] for context in contents.relations.contexts[topic])
    return bool(contents.settings.site_url) and any(moment_of(source) for source in naming)


# --- where -------------------------------------------------------------------------------------


def places(contents: Contents, topic: TopicId, page: PurePosixPath) -> Mapping[SourceId, Markdown]:
    """For each source that names a topic a link, for raw HTML on ``page``, to its passages."""
    found: dict[SourceId, Markdown] = {}
    for part in parts_of(contents, topic):
        for context in part.contexts:
            if context.source not in found:
                anchor = anchor_of(context.source)
                found[context.source] = paths.html_link(page, part.path, anchor)
    return found


def is_split(contents: Contents, topic: TopicId) -> bool:
    """Whether a topic's passages stand on pages of their own."""
    contexts = contents.relations.contexts[topic]
    return mentions_in(contexts) > MANY or sum(_sizes(contents, contexts)) > ROOM


def parts_of(contents: Contents, topic: TopicId) -> Sequence[Part]:
    """All passages of a topic by year, the undated ones last, on the pages that they stand on."""
    years = _by_year(contents, topic)
    if not is_split(contents, topic):
        page = paths.topic_page(topic)
        return [Part(topic, year, 1, page, tuple(contexts)) for year, contexts in years.items()]
    return [
        Part(topic, year, number, _path(topic, year, number), tuple(chunk))
        for year, contexts in years.items()
        for number, chunk in enumerate(_chunks(contents, contexts), 1)
    ]


def _by_year(contents: Contents, topic: TopicId) -> dict[str, list[Context]]:
    years: dict[str, list[Context]] = {}
    for context in contents.relations.contexts[topic]:
        years.setdefault(year_name(contents.sources[context.source]), []).append(context)
    return {year: years[year] for year in sorted(years, key=_order)}


def _order(year: str) -> tuple[bool, int]:
    return (True, 0) if year == UNDATED else (False, int(year))


def _path(topic: TopicId, year: str, number: int) -> PurePosixPath:
    name = year.lower() if number == 1 else f"{year.lower()}-{number}"
    return paths.topic_part(topic, name)


def _chunks(contents: Contents, contexts: Sequence[Context]) -> Iterator[list[Context]]:
    """Passages in as many pages as they need."""
    chunk: list[Context] = []
    room = PART_ROOM
    for context, size in zip(contexts, _sizes(contents, contexts), strict=True):
        if chunk and size > room:
            yield chunk
            chunk, room = [], PART_ROOM
        chunk.append(context)
        room -= size
    yield chunk


def _sizes(contents: Contents, contexts: Sequence[Context]) -> Iterator[int]:
    """About how many bytes of HTML each passage takes, its source's head among the first's."""
    before = None
    for context in contexts:
        text = contents.sources[context.source].document(context.layer).text
        start = context.sentence.start
        words = text[start : min(context.sentence.end, start + WINDOW)].encode()
        marks = 13 * len(context.mentions)
        head = 0 if context.source == before else _HEAD
        yield int(len(words) * _ESCAPES) + marks + _MARKUP + head
        before = context.source


# --- what --------------------------------------------------------------------------------------


def groups_of(contents: Contents, part: Part) -> Iterator[Group]:
    """The passages of a part, source by source."""
    for source, group in groupby(part.contexts, key=lambda context: context.source):
        yield _group(contents, contents.sources[source], list(group), part)


def _group(contents: Contents, source: Source, contexts: Sequence[Context], part: Part) -> Group:
    page = part.path
    here, all_of_it = mentions_in(contexts), contents.relations.counts[source.id][part.topic]
    passages = [passage_of(contents, context, page) for context in contexts]
    rest = len(passages) - OPEN
    return Group(
        title=source.record.title.text,
        link=paths.markdown_link(page, paths.source_page(source.id)),
        language=foreign(contents, source),
        anchor=anchor_of(source.id),
        date=date_of(source),
        origin=origin_of(source),
        count=f"{here:,} of {all_of_it:,} mentions" if here < all_of_it else _mentions(here),
        passages=passages[:OPEN],
        rest=passages[OPEN:],
        rest_summary=count(rest, "more passage", "more passages"),
    )


def _mentions(number: int) -> str:
    return count(number, "mention", "mentions")


def passage_of(contents: Contents, context: Context, page: PurePosixPath) -> Passage:
    """A sentence that names the topic, for a page."""
    return passage(
        contents,
        page,
        source=context.source,
        layer=context.layer,
        block=context.block,
        sentence=context.sentence,
        meant=context.mentions,
    )
