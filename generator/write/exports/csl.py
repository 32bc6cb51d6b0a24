"""``sources.json``: the sources as CSL-JSON, one item each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.describe.dates import Moment, Precision, parse
from generator.describe.people import csl_name
from generator.model import Source, Value
from generator.write import paths
from generator.write.citing.origins import full_title, remarks
from generator.write.contents import Contents
from generator.write.exports.as_json import as_json


def csl_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    items = [csl_item(source) for source in contents.dossier.sources]
    yield paths.DATA / "sources.json", as_json(sorted(items, key=lambda item: str(item["id"])))


def csl_item(source: Source) -> dict[str, Any]:
    """A CSL-JSON item (schema 1.0.2). What is not stated is left out; ``note`` says what of the
    rest the editors inferred or supplied."""
    record = source.record
    item: dict[str, Any] = {
        "id": source.id,
        "type": record.type.text or "document",
        "title": full_title(record),
    }
    if record.authors:
        item["author"] = [csl_name(author) for author in record.authors]
    for variable, value in (
        ("container-title", record.publication),
        ("publisher", record.publisher),
        ("publisher-place", record.place),
        ("URL", record.url),
        ("archive_location", record.archived),
        ("language", record.language),
        ("keyword", Value(", ".join(record.keywords))),
        ("note", Value(remarks(record))),
    ):
        if value:
            item[variable] = value.text
    for variable, value in (("issued", record.issued), ("accessed", record.accessed)):
        if value:
            item[variable] = csl_date(value.text)
    return item


def csl_date(edtf: str) -> dict[str, Any]:
    """A CSL date variable with date-parts; ``circa`` where EDTF says approximate or uncertain."""
    period = parse(edtf)
    ends = [moment for moment in dict.fromkeys((period.start, period.end)) if moment]
    date: dict[str, Any] = {"literal": edtf}
    # CSL has no words for an open end or for digits that are not known: better none than wrong ones.
    if period.start and period.end and all(m.precision is not Precision.YEARS for m in ends):
        date["date-parts"] = [_parts(moment) for moment in ends]
    if any(moment.qualifier for moment in ends):
        date["circa"] = True
    return date


def _parts(moment: Moment) -> list[int]:
    """Year, month and day as far as they are known."""
    known = {Precision.DAY: 3, Precision.MONTH: 2}.get(moment.precision, 1)
    return [moment.first.year, moment.first.month, moment.first.day][:known]
