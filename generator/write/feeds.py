"""An Atom feed (RFC 4287) for each topic: the sources that name it, newest first, with the sentences.

A feed needs absolute addresses, so there is one only where the site's address is known. It says
what the pages of this edition say and no more. Nothing in it comes from a clock: an entry is dated
by its source, and a source without any date is left out, because a made-up one would be a lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from generator.model import Source, Topic
from generator.relate import Context
from generator.write import paths
from generator.write.contents import Contents
from generator.write.pages.cards import date_of, origin_of
from generator.write.pages.mentions import has_feed, moment_of, places
from generator.write.render import shorten

_ATOM: Final = "http://www.w3.org/2005/Atom"

#: Entries of a feed, the newest ones, and characters of sentences in each.
ENTRIES: Final = 50
SUMMARY: Final = 1_200

#: The year in tag URIs (RFC 4151). It never changes, for then every reader would see all as new.
_TAGGED: Final = "2024"

#: What XML 1.0 cannot hold, not even as a reference.
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: A source that names a topic: its time, itself, and where it does.
Entry = tuple[str, Source, list[Context]]

ElementTree.register_namespace("", _ATOM)


def feed_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every topic's feed, by its path below the pages folder."""
    for topic in contents.dossier.topics:
        if has_feed(contents, topic.id):
            yield paths.topic_feed(topic.id), _feed(contents, topic)


def _dated(contents: Contents, topic: Topic) -> list[Entry]:
    """The sources that name a topic with their time and sentences, newest first."""
    contexts = contents.relations.contexts[topic.id]
    found = [
        (moment, contents.sources[id_], list(group))
        for id_, group in groupby(contexts, key=lambda context: context.source)
        if (moment := moment_of(contents.sources[id_]))
    ]
    return sorted(found, key=lambda entry: (entry[0], entry[1].id), reverse=True)[:ENTRIES]


def _feed(contents: Contents, topic: Topic) -> bytes:
    entries = _dated(contents, topic)
    page, feed = paths.topic_page(topic.id).with_suffix(".html"), paths.topic_feed(topic.id)
    root = Element(
        _name("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": contents.settings.language}
    )
    _child(root, "id", _tag(contents, f"topics/{topic.id}"))
    _child(root, "title", f"{topic.label} – {contents.settings.title}")
    if topic.scope:
        _child(root, "subtitle", topic.scope)
    _child(root, "updated", entries[0][0])
    _child(SubElement(root, _name("author")), "name", contents.settings.title)
    _link(root, "self", _address(contents, feed), "application/atom+xml")
    _link(root, "alternate", _address(contents, page), "text/html")
    links = places(contents, topic.id, PurePosixPath("feed"))
    for entry in entries:
        _entry(root, contents, topic, entry, links[entry[1].id])
    ElementTree.indent(root, " ")
    text: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(root: Element, contents: Contents, topic: Topic, entry: Entry, link: str) -> None:
    moment, source, contexts = entry
    element = SubElement(root, _name("entry"))
    _child(element, "id", _tag(contents, f"topics/{topic.id}/{source.id}"))
    _child(element, "title", source.record.title.text)
    _child(element, "updated", moment)
    _link(element, "alternate", _address(contents, PurePosixPath(link)), "text/html")
    _child(element, "summary", _summary(source, contexts))


def _summary(source: Source, contexts: Sequence[Context]) -> str:
    """Where and when, then the sentences that name the topic."""
    text = source.document(contexts[0].layer).text
    sentences = dict.fromkeys(context.sentence for context in contexts)
    said = " … ".join(" ".join(sentence.of(text).split()) for sentence in sentences)
    return f"{origin_of(source)}, {date_of(source)}: {shorten(said, SUMMARY)}"


def _name(tag: str) -> str:
    return f"{{{_ATOM}}}{tag}"


def _child(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, _name(tag)).text = _NO_XML.sub("\ufffd", text)


def _link(parent: Element, rel: str, href: str, media_type: str) -> None:
    SubElement(parent, _name("link"), {"rel": rel, "type": media_type, "href": href})


def _address(contents: Contents, path: PurePosixPath) -> str:
    return urljoin(_home(contents), str(path))


def _home(contents: Contents) -> str:
    return contents.settings.site_url.rstrip("/") + "/"


def _tag(contents: Contents, what: str) -> str:
    """A tag URI: stays the same when pages move, differs from every other site's."""
    address = urlsplit(_home(contents))
    return (
        f"tag:{address.hostname or 'localhost'},{_TAGGED}:{quote(address.path, safe='/%~')}{what}"
    )
