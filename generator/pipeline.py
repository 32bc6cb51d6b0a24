"""The map: the way that the data takes, stage by stage.

    read -> clean -> describe -> recognise -> relate -> write

Each stage is a folder. Here is their order and nothing else; one bad source is reported and
left out, and the way goes on with the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
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
from generator.recognise.review import Review, rulings_path
from generator.recognise.review.proposals import open_proposals
from generator.recognise.review.rulings_file import check_rulings, load_rulings
from generator.recognise.topics_file import load_topics
from generator.relate import relate
from generator.settings import Edition, Settings
from generator.write import Contents, Written

#: A record with its id, and its capture where that is at hand.
Match = tuple[SourceId, Record, CaptureFile | None]

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
    review = _review(topics, sources, settings, findings)
    matcher = Matcher(review.topics)
    analyses = {
        (source.id, layer): analysis
        for source in sources
        for layer, analysis in _analyses(source, matcher, settings, review)
    }
    findings += _unclear(sources, analyses)
    findings += open_proposals(analyses.values())
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


def _sources(settings: Settings, findings: list[Finding]) -> tuple[Source, ...]:
    """Every source, by date of issue; undated ones come last."""
    captures = find_captures(settings.captures, settings.sources)
    findings += captures.findings
    records = list(_records(settings, findings))
    matched = list(_matched(records, captures, settings, findings))
    findings += same_captures((record, capture) for _, record, capture in matched)
    sources = [_source(*match, settings, findings) for match in matched]
    for id_, capture in _alone(captures, matched, settings):
        try:
            sources.append(_source_without_record(id_, capture))
        except ReadError as error:
            findings.append(error.finding)
    findings += [f for source in sources if source.reading for f in source.reading.findings]
    return tuple(sorted(_published(sources, settings, findings), key=_by_date))


def _alone(
    captures: CaptureIndex, matched: Sequence[Match], settings: Settings
) -> Iterator[tuple[SourceId, CaptureFile]]:
    """Captures that no record speaks of, in any way: not by bytes, not by name, not by its own.

    The id comes from the file's name, and from its bytes as well where another had it first.
    """
    used = {capture.sha256 for _, _, capture in matched if capture}
    named = {record.capture_file for _, record, _ in matched}
    ids = {path.stem for path in settings.sources.glob("*.md")}
    given: set[str] = set()
    for file in captures.files:
        spoken_of = file.path.name in named or suggested_id(file.path.stem) in ids
        if file.sha256 not in used and not spoken_of:
            used.add(file.sha256)
            id_ = suggested_id(file.path.stem)
            yield SourceId(f"{id_}-{file.sha256[:6]}" if id_ in given else id_), file
            given.add(id_)


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
    records: Iterable[Record],
    captures: CaptureIndex,
    settings: Settings,
    findings: list[Finding],
) -> Iterator[Match]:
    """Each record with its id and its capture; a wrong capture is reported and not used."""
    for record in records:
        try:
            capture = match(record, captures)
            if capture is None and record.capture_file and _may_show(record, settings):
                findings.append(_no_capture(record))
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


def _source_without_record(id_: SourceId, capture: CaptureFile) -> Source:
    """A source that is a capture only: what it is called and when it was issued, it must say."""
    reading = read(capture)
    text, placed = assemble(clean(reading.parts))
    record = completed(record_of_capture(capture, placed), placed, find_dates)
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


def _no_capture(record: Record) -> Finding:
    return Finding(
        Severity.NOTE,
        "no-capture",
        f"The capture “{record.capture_file}” is not at hand: this source has no text here.",
        record.path,
        advice="Put the file into captures/, or name its folder with --captures.",
    )


def _no_record(source: Source) -> Finding:
    return Finding(
        Severity.NOTE,
        "no-record",
        "This capture has no record, so only the full edition shows it.",
        source.record.path,
        advice=f"Write sources/{source.id}.md, or name it in the record that it belongs to, under `capture`.",
    )


def _by_date(source: Source) -> tuple[int, SourceId]:
    issued = source.record.issued
    return (earliest(issued.text).toordinal() if issued else UNDATED, source.id)


def _analyses(
    source: Source, matcher: Matcher, settings: Settings, review: Review
) -> Iterator[tuple[Layer, Analysis]]:
    """What is recognised in each text that this edition shows of a source."""
    language = source.record.language.text or settings.language
    for layer, document in source.layers:
        judge = partial(review.judge, source.id, layer)
        yield layer, recognise(document, source.record.issued.text, matcher, language, judge)


def _unclear(
    sources: Iterable[Source], analyses: Mapping[tuple[SourceId, Layer], Analysis]
) -> Iterator[Finding]:
    """What could not be recognised for sure, with the record of the source that it stands in."""
    for source in sources:
        for layer, _ in source.layers:
            for finding in analyses[source.id, layer].findings:
                yield replace(finding, path=finding.path or source.record.path)


def _introduction(settings: Settings) -> str:
    """The editors' own words for the home page; none is fine."""
    try:
        return settings.introduction.read_text("utf-8")
    except FileNotFoundError:
        return ""
