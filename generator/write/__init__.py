"""Write: pages as Markdown and data beside them, onto the disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator.model import Finding, Severity
from generator.write.contents import Contents
from generator.write.disk import Written, foreign, hand_written, sync
from generator.write.event_checks import event_findings
from generator.write.exports import data_files
from generator.write.feeds import feed_files
from generator.write.note_checks import claim_findings
from generator.write.pages import pages
from generator.write.wikilinks import dead_links

__all__ = ["Contents", "Written", "findings", "render", "write"]


def render(contents: Contents) -> dict[PurePosixPath, bytes]:
    """Every file that the dossier consists of, by its path below the pages folder."""
    made = {page.path: page.content for page in pages(contents)}
    return made | dict(feed_files(contents)) | data_files(contents)


def write(contents: Contents) -> Written:
    """Render and write. Raises WriteError where the folder cannot be written at all.

    An edition that has a pages folder of its own gets copies of the hand-written pages too.
    """
    settings = contents.settings
    files = render(contents)
    if settings.pages == settings.docs:
        return sync(files, settings.pages)
    by_hand = hand_written(settings.docs)
    written = sync(by_hand | files, settings.pages)
    in_the_way = [foreign(settings.docs / path) for path in sorted(by_hand.keys() & files.keys())]
    return replace(written, findings=(*written.findings, *in_the_way))


def findings(contents: Contents) -> tuple[Finding, ...]:
    """What only shows once all is known: links of editors that lead nowhere, topics never named,
    notes on what there is not, claims without evidence."""
    return (
        *_dead_links(contents),
        *_unnamed_topics(contents),
        *claim_findings(contents),
        *event_findings(contents),
    )


def _dead_links(contents: Contents) -> Iterator[Finding]:
    settings = contents.settings
    yield from dead_links(contents, contents.dossier.introduction, settings.introduction)
    for path, data in hand_written(settings.docs).items():
        if path.suffix == ".md":
            markdown = data.decode("utf-8", errors="replace")
            yield from dead_links(contents, markdown, settings.docs / path)


def _unnamed_topics(contents: Contents) -> Iterator[Finding]:
    for topic in contents.dossier.topics:
        if not contents.relations.reach(topic.id):
            yield Finding(
                Severity.NOTE,
                "topic-not-named",
                f"No source of this edition names “{topic.label}” ({topic.id}).",
                contents.settings.topics,
                topic.line,
                "Check the spelling of its label and aliases, or leave it for later.",
            )
