"""The map: the way that the data takes, stage by stage.

    read -> clean -> describe -> recognise -> relate -> write

Each stage is a folder. Here is their order and nothing else; one bad source is reported and
left out, and the way goes on with the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator import write
from generator.clean import assemble, clean, document_of
from generator.describe.dates import earliest
from generator.describe.extracted import completed, record_of_capture
from generator.describe.record import parse_record
from generator.errors import DossierError, ReadError, RecordError
from generator.model import (
    Analysis,
    CaptureFile,
    Document,
    Dossier,
    Finding,
    Layer,
    Record,
    Rights,
    Severity,
    Source,
    SourceId,
    Topic,
)
from generator.read import read
from generator.read.find import (
    CaptureIndex,
    find_captures,
    find_records,
    match,
    same_captures,
    suggested_id,
)
from generator.read.markdown import parts_of_markdown
from generator.recognise import recognise
from generator.recognise.dates import find_dates
from generator.recognise.matcher import Matcher
from generator.recognise.topics_file import load_topics
from generator.relate import relate
from generator.settings import Edition, Settings
from generator.write import Contents, Written

#: Where undated sources sort: after every date there is.
UNDATED: Final = date.max.toordinal() + 1


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
    sources = _sources(settings, findings)
    matcher = Matcher(topics)
    analyses = {
        (source.id, layer): analysis
        for source in sources
        for layer, analysis in _analyses(source, matcher, settings)
    }
    findings += _unclear(sources, analyses)
    introduction = _introduction(settings)
    dossier = Dossier(sources, topics, analyses, introduction, tuple(findings))
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


def _sources(settings: Settings, findings: list[Finding]) -> tuple[Source, ...]:
    """Every source, by date of issue; undated ones come last."""
    captures = find_captures(settings.captures, settings.sources)
    findings += captures.findings
    matched = list(_matched(_records(settings, findings), captures, findings))
    findings += same_captures((record, capture) for _, record, capture in matched)
    used = {capture.sha256 for _, _, capture in matched if capture}
    alone = [file for file in captures.files if file.sha256 not in used]
    sources = []
    for id_, record, capture in matched:
        sources.append(_source(id_, record, capture, settings, findings))
    for capture in alone:
        try:
            sources.append(_source_without_record(capture))
        except ReadError as error:
            findings.append(error.finding)
    findings += [
        finding for source in sources if source.reading for finding in source.reading.findings
    ]
    return tuple(sorted(_published(sources, settings, findings), key=_by_date))


def _records(settings: Settings, findings: list[Finding]) -> Iterator[Record]:
    """Every record that can be understood; the others are reported."""
    paths, found = find_records(settings.sources)
    findings += found
    for path in paths:
        try:
            record, found = parse_record(path)
        except RecordError as error:
            findings.append(error.finding)
        else:
            findings += found
            yield record


def _matched(
    records: Iterable[Record], captures: CaptureIndex, findings: list[Finding]
) -> Iterator[tuple[SourceId, Record, CaptureFile | None]]:
    """Each record with its id and its capture; a wrong capture is reported and not used."""
    for record in records:
        try:
            capture = match(record, captures)
        except ReadError as error:
            findings.append(error.finding)
            capture = None
        yield SourceId(record.path.stem), record, capture


def _source(
    id_: SourceId,
    record: Record,
    capture: CaptureFile | None,
    settings: Settings,
    findings: list[Finding],
) -> Source:
    """A source from its record, and from its capture where this edition may show it.

    A capture that cannot be read is reported; the record and its digest are there all the same.
    """
    digest = document_of(parts_of_markdown(record.digest, record.line), prefix="d")
    source = Source(id_, record, digest, capture=capture)
    if capture is None or not _may_show(record, settings):
        return source
    try:
        reading = read(capture)
    except ReadError as error:
        findings.append(error.finding)
        return source
    text, placed = assemble(clean(reading.parts))
    record = completed(record, placed, find_dates)
    return replace(source, record=record, text=text, reading=reading, placed=placed)


def _source_without_record(capture: CaptureFile) -> Source:
    """A source that is a capture only: what it is called and when it was issued, it must say."""
    reading = read(capture)
    text, placed = assemble(clean(reading.parts))
    record = completed(record_of_capture(capture, placed), placed, find_dates)
    id_ = SourceId(suggested_id(capture.path.stem))
    return Source(id_, record, Document(""), text, capture, reading, placed)


def _may_show(record: Record, settings: Settings) -> bool:
    """Law 7: the public edition takes no text from a restricted capture."""
    return settings.edition is Edition.FULL or record.rights is Rights.OPEN


def _published(
    sources: Sequence[Source], settings: Settings, findings: list[Finding]
) -> Iterator[Source]:
    """The sources of this edition. A capture without a record is nobody's word that it may be public."""
    for source in sources:
        if source.digest.text or _may_show(source.record, settings):
            yield source
        if source.capture and source.record.path == source.capture.path:
            findings.append(_no_record(source))


def _no_record(source: Source) -> Finding:
    return Finding(
        Severity.NOTE,
        "no-record",
        "This capture has no record, so only the full edition shows it.",
        source.record.path,
        advice=f"Write sources/{source.id}.md that names it under `capture`.",
    )


def _by_date(source: Source) -> tuple[int, SourceId]:
    issued = source.record.issued
    return (earliest(issued.text).toordinal() if issued else UNDATED, source.id)


def _analyses(
    source: Source, matcher: Matcher, settings: Settings
) -> Iterator[tuple[Layer, Analysis]]:
    """What is recognised in each text that this edition shows of a source."""
    language = source.record.language.text or settings.language
    for layer, document in source.layers:
        yield layer, recognise(document, source.record.issued.text, matcher, language)


def _unclear(
    sources: Iterable[Source], analyses: Mapping[tuple[SourceId, Layer], Analysis]
) -> Iterator[Finding]:
    """What could not be recognised for sure, with the record of the source that it stands in."""
    for source in sources:
        for layer, _ in source.layers:
            for finding in analyses[source.id, layer].findings:
                yield replace(finding, path=source.record.path)


def _introduction(settings: Settings) -> str:
    """The editors' own words for the home page; none is fine."""
    try:
        return settings.introduction.read_text("utf-8")
    except FileNotFoundError:
        return ""
