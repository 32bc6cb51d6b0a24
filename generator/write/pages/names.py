"""The names of a topic: those that sources really use, how often and who, and those that none does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from generator.describe.dates import spoken
from generator.model import Alias, Layer, SourceId, Topic
from generator.relate import Context
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.cards import foreign, origin_of
from generator.write.pages.mentions import count, places, year_name
from generator.write.render import shorten

#: Names shown at once, and folded below; sources named for each. What goes beyond is counted.
OPEN: Final = 6
FOLDED: Final = 40
SOURCES: Final = 3

_ORIGIN: Final = 28


@dataclass(frozen=True, slots=True)
class User:
    """A source that uses a name, and a link to where it does."""

    label: str
    title: str
    href: Markdown


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the sources; ``language`` where it is not the site's."""

    text: str
    language: str
    count: str
    users: Sequence[User]
    more: str


@dataclass(frozen=True, slots=True)
class NotFound:
    """Names that nobody uses, and under which condition they would have counted."""

    texts: Sequence[str]
    when: str


@dataclass(slots=True)
class _Found:
    """What is gathered about a name: its spellings, and the sources that use it."""

    spellings: Counter[str] = field(default_factory=Counter)
    sources: Counter[SourceId] = field(default_factory=Counter)
    layers: set[Layer] = field(default_factory=set)


def names_found(contents: Contents, topic: Topic, page: PurePosixPath) -> list[Name]:
    """The names that sources use for a topic, most frequent first; capitals make no other name."""
    found: dict[str, _Found] = {}
    for context in contents.relations.contexts[topic.id]:
        for words in _words(contents, context):
            name = found.setdefault(words.casefold(), _Found())
            name.spellings[words] += 1
            name.sources[context.source] += 1
            name.layers.add(context.layer)
    order = sorted(found, key=lambda key: (-found[key].spellings.total(), key))
    links = places(contents, topic.id, page)
    return [_name(contents, found[key], links) for key in order]


def whose(contents: Contents, topic: Topic) -> str:
    """Whose words the names are: a digest's are the editors', a text's the source's own."""
    layers = {context.layer for context in contents.relations.contexts[topic.id]}
    if len(layers) == 1:
        return "In the digests" if Layer.DIGEST in layers else "In the sources’ own words"
    return "In texts and digests"


def _words(contents: Contents, context: Context) -> Iterator[str]:
    text = contents.sources[context.source].document(context.layer).text
    for span in context.mentions:
        yield " ".join(span.of(text).split())


def _name(contents: Contents, found: _Found, links: Mapping[SourceId, Markdown]) -> Name:
    users = [_user(contents, source, links) for source, _ in found.sources.most_common(SOURCES)]
    rest = len(found.sources) - len(users)
    languages = {foreign(contents, contents.sources[source]) for source in found.sources}
    foreign_words = len(languages) == 1 and found.layers == {Layer.TEXT}
    return Name(
        text=found.spellings.most_common(1)[0][0],
        language=languages.pop() if foreign_words else "",
        count=f"{found.spellings.total():,}",
        users=users,
        more=f"and {count(rest, 'other source', 'other sources')}" if rest else "",
    )


def _user(contents: Contents, id_: SourceId, links: Mapping[SourceId, Markdown]) -> User:
    source = contents.sources[id_]
    title = source.record.title.text
    known = source.record.publication or source.record.authors
    label = shorten(origin_of(source) if known else title, _ORIGIN)
    return User(f"{label}, {year_name(source).lower()}", title, links[id_])


def names_not_found(contents: Contents, topic: Topic) -> list[NotFound]:
    """The names that were looked for, and that no source of this edition uses, by their conditions."""
    contexts = contents.relations.contexts[topic.id]
    used = {alias for context in contexts for alias in context.aliases}
    asked = [Alias(topic.label), *(alias for alias in topic.aliases if not alias.review)]
    conditions: dict[str, dict[str, None]] = {}
    for alias in asked:
        if alias.text not in used:
            conditions.setdefault(_condition(alias), {})[alias.text] = None
    return [NotFound(tuple(texts), when) for when, texts in sorted(conditions.items())]


def _condition(alias: Alias) -> str:
    """When an alias counts, in a few words; empty where it always does."""
    when = []
    if alias.since or alias.until:
        when.append(_period(alias))
    if alias.near:
        when.append(f"near {', '.join(alias.near)}")
    if alias.after_name:
        when.append("after the full name")
    return "; ".join(when)


def _period(alias: Alias) -> str:
    since, until = (spoken(edtf) if edtf else "" for edtf in (alias.since, alias.until))
    if since and until:
        return f"in sources from {since} to {until}"
    return f"in sources from {since} on" if since else f"in sources until {until}"
