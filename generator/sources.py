"""Sources: records and captures found, brought together, read, cleaned and described.

One bad record or capture is reported in ``findings`` and costs no more than itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from generator.clean import assemble, clean, document_of
from generator.describe.dates import filed
from generator.describe.extracted import completed, record_of_capture
from generator.describe.record import parse_record
from generator.errors import ReadError, RecordError
from generator.model import (
    CaptureFile,
    Document,
    Finding,
    Record,
    Rights,
    Severity,
    Source,
    SourceId,
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
from generator.recognise.dates import find_dates
from generator.settings import Edition, Settings

#: A record with its id, and its capture where that is at hand.
Match = tuple[SourceId, Record, CaptureFile | None]

#: Where undated sources sort: after every date there is.
UNDATED: Final = date.max.toordinal() + 1


def sources_of(settings: Settings, findings: list[Finding]) -> tuple[Source, ...]:
    """Every source, by date of issue; undated ones come last."""
    captures = find_captures(settings.captures, settings.sources)
    findings += captures.findings
    records = list(_records(settings, findings))
    matched = list(_matched(records, captures, settings, findings))
    findings += same_captures((record, capture) for _, record, capture in matched)
    matched = _closed(matched)
    sources = [_source(*match, settings, findings) for match in matched]
    for id_, capture in _alone(captures, matched, settings):
        try:
            sources.append(_source_without_record(id_, capture))
        except ReadError as error:
            findings.append(error.finding)
    findings += [f for source in sources if source.reading for f in source.reading.findings]
    return tuple(sorted(_published(sources, settings, findings), key=_by_date))


def _closed(matched: Sequence[Match]) -> list[Match]:
    """Rights belong to the bytes: what one record restricts, no other record opens."""
    closed = {c.sha256 for _, record, c in matched if c and record.rights is not Rights.OPEN}
    return [
        (id_, replace(r, rights=Rights.RESTRICTED) if c and c.sha256 in closed else r, c)
        for id_, r, c in matched
    ]


def _alone(
    captures: CaptureIndex, matched: Sequence[Match], settings: Settings
) -> Iterator[tuple[SourceId, CaptureFile]]:
    """Captures that no record speaks of, in any way: not by bytes, not by name, not by its own.

    The id comes from the file's name, and from its bytes as well where another had it first.
    """
    used = {capture.sha256 for _, _, capture in matched if capture}
    named = {record.capture_file for _, record, _ in matched}
    ids = {p.stem for p in settings.sources.glob("*.md") if p != settings.introduction}
    given = {"index", "404", ""}
    for file in captures.files:
        spoken_of = file.path.name in named or suggested_id(file.path.stem) in ids
        if file.sha256 not in used and not spoken_of:
            used.add(file.sha256)
            id_ = suggested_id(file.path.stem)
            short = f"{id_ or 'capture'}-{file.sha256[:6]}"
            yield SourceId(short if id_ in given else id_), file
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
    return (filed(issued.text).toordinal() if issued else UNDATED, source.id)
