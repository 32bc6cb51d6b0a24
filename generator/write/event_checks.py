"""What is wrong with the editors' events beyond their own file: topics and links to what is not
there, and statements that two events quote."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.anchor.find import EVENTS_FILE
from generator.describe.dates import spoken
from generator.model import EditorsEvent, Finding, Severity
from generator.relate.events import claims_of
from generator.write.contents import Contents
from generator.write.wikilinks import dead_links


def event_findings(contents: Contents) -> Iterator[Finding]:
    """Lines are those of the events."""
    path = contents.settings.sources / EVENTS_FILE
    for event in contents.dossier.events:
        yield from _unknown_topics(contents, event, path)
        for dead in dead_links(contents, event.note, path):
            yield replace(dead, line=event.line)
    yield from _claimed_twice(contents, path)


def _unknown_topics(contents: Contents, event: EditorsEvent, path: Path) -> Iterator[Finding]:
    for topic in event.topics:
        if contents.topic_of(topic) is None:
            near = difflib.get_close_matches(topic, list(contents.topics), n=1)
            yield Finding(
                Severity.WARNING,
                "unknown-topic",
                f'The event "{event.id}" is on the topic "{topic}", which there is not.',
                path,
                event.line,
                f'Did you mean "{near[0]}"?' if near else "Use the id of a topic.",
            )


def _claimed_twice(contents: Contents, path: Path) -> Iterator[Finding]:
    for one, events in claims_of(contents.dossier.events, contents.relations.statements).items():
        words = one.span.of(contents.sources[one.source].document(one.layer).text)
        for event in events[1:]:
            yield Finding(
                Severity.WARNING,
                "proof-claimed-twice",
                f'“{words}” ({spoken(one.date)}) in {one.source} is gathered under "{events[0].id}" '
                f'already; "{event.id}" quotes it too.',
                path,
                event.line,
                "Quote words without the date in one of the two, or make the two one event.",
            )
