"""The map: the way that the data takes, stage by stage.

    read -> clean -> describe -> recognise -> anchor -> relate -> write

Each stage is a folder; ``sources`` takes records and captures through the first three. Here is
their order and nothing else; one bad file is reported, and the way goes on with the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator import write
from generator.anchor.events_file import EventEntry
from generator.anchor.gather import Subjects, annotate, claims_of
from generator.anchor.proofs import anchor_events, read_events
from generator.errors import DossierError
from generator.model import (
    Analysis,
    Dossier,
    Finding,
    Layer,
    Severity,
    Source,
    SourceId,
    Topic,
)
from generator.recognise import recognise
from generator.recognise.matcher import Matcher
from generator.recognise.review import Review, rulings_path
from generator.recognise.review.proposals import open_proposals
from generator.recognise.review.rulings_file import check_rulings, load_rulings
from generator.recognise.topics_file import load_topics
from generator.relate import relate
from generator.settings import Edition, Settings
from generator.sources import sources_of
from generator.write import Contents, Written


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: all that was found out, and what was written."""

    contents: Contents
    written: Written
    findings: tuple[Finding, ...]

    @property
    def problems(self) -> tuple[Finding, ...]:
        """The findings that fail a strict build."""
        return tuple(f for f in self.findings if f.severity is not Severity.NOTE)


def run(settings: Settings) -> Outcome:
    """Build the dossier and write its pages. Raises DossierError where nothing can be made."""
    contents = build(settings)
    written = write.write(contents)
    return Outcome(contents, written, inspect(contents) + written.findings)


def inspect(contents: Contents) -> tuple[Finding, ...]:
    """What a person should look at, without anything being written."""
    return contents.dossier.findings + write.findings(contents)


def build(settings: Settings) -> Contents:
    """The dossier and what follows from it: every stage but the writing."""
    findings: list[Finding] = []
    topics = _topics(settings, findings)
    sources = sources_of(settings, findings)
    review = _review(topics, sources, settings, findings)
    matcher = Matcher(review.topics)
    analyses = {
        (source.id, layer): analysis
        for source in sources
        for layer, analysis in _analyses(source, matcher, settings, review)
    }
    findings += _unclear(sources, analyses)
    findings += open_proposals(analyses.values())
    entries = read_events(settings, findings)
    subjects = Subjects.of(sources, topics, _dates(sources, analyses, entries))
    notes = annotate(settings, subjects, findings)
    claims = claims_of(settings, findings)
    events = anchor_events(entries, subjects.sources, settings, findings)
    introduction = _introduction(settings, findings)
    dossier = Dossier(
        sources, topics, analyses, introduction, tuple(findings), notes, claims, events
    )
    return Contents(dossier, relate(dossier), settings)


def _topics(settings: Settings, findings: list[Finding]) -> tuple[Topic, ...]:
    """The topics; a topics file that cannot be understood is reported, and the rest is built."""
    if not settings.topics.exists():
        return ()
    try:
        topics, found = load_topics(settings.topics)
    except DossierError as error:
        findings.append(error.finding)
        return ()
    findings += found
    return topics


def _review(
    topics: tuple[Topic, ...],
    sources: Sequence[Source],
    settings: Settings,
    findings: list[Finding],
) -> Review:
    """What people decided about mentions; a file that cannot be understood is reported."""
    try:
        rulings, found = load_rulings(rulings_path(settings.sources))
    except DossierError as error:
        findings.append(error.finding)
        return Review.of(topics)
    records = settings.sources.glob("*.md")
    known = {source.id for source in sources} | {SourceId(path.stem) for path in records}
    is_full = settings.edition is Edition.FULL
    findings += (*found, *check_rulings(rulings, topics, known, all_known=is_full))
    return Review.of(topics, rulings)


def _analyses(
    source: Source, matcher: Matcher, settings: Settings, review: Review
) -> Iterator[tuple[Layer, Analysis]]:
    """What is recognised in each text that this edition shows of a source."""
    language = source.record.language.text or settings.language
    for layer, document in source.layers:
        judge = partial(review.judge, source.id, layer)
        yield layer, recognise(document, source.record.issued.text, matcher, language, judge)


def _dates(
    sources: Iterable[Source],
    analyses: Mapping[tuple[SourceId, Layer], Analysis],
    events: Iterable[EventEntry],
) -> Iterator[str]:
    """The dates that a note may be on: of the sources' texts, of their issue, of events."""
    yield from (event.date for event in events)
    for source in sources:
        yield source.record.issued.text
        for layer, _ in source.layers:
            yield from (found.date for found in analyses[source.id, layer].dates)


def _unclear(
    sources: Iterable[Source], analyses: Mapping[tuple[SourceId, Layer], Analysis]
) -> Iterator[Finding]:
    """What could not be recognised for sure, with the record of the source that it stands in."""
    for source in sources:
        for layer, _ in source.layers:
            for finding in analyses[source.id, layer].findings:
                yield replace(finding, path=finding.path or source.record.path)


def _introduction(settings: Settings, findings: list[Finding]) -> str:
    """The editors' own words for the home page; none is fine."""
    try:
        return settings.introduction.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        findings.append(_unreadable_introduction(settings, error))
        return ""


def _unreadable_introduction(settings: Settings, error: Exception) -> Finding:
    return Finding(
        Severity.ERROR,
        "introduction-unreadable",
        f"The introduction cannot be read: {error}.",
        settings.introduction,
        advice="Save it as a text file in UTF-8.",
    )
