"""A record: YAML front matter between ``---`` lines, then the digest in Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from generator.describe.checks import (
    Check,
    edtf,
    file_name,
    item_type,
    language_tag,
    one_line,
    sha256,
    web_address,
)
from generator.describe.sheet import Sheet
from generator.errors import RecordError
from generator.filing.yaml_file import Mapping, Node, kind_of, load, unknown_keys
from generator.model import Basis, Finding, Record, Rights, Severity, Value
from generator.read.decode import control_findings, normalise
from generator.read.files import regular_bytes

#: The largest record, in bytes. A digest of 600 words has some 4,000.
SIZE_LIMIT: Final = 1_000_000

#: Fields with one value and a basis, named as in CSL but for underscores, and what they must be.
VALUES: Final[dict[str, Check]] = {
    "title": one_line,
    "type": item_type,
    "subtitle": one_line,
    "publication": one_line,
    "publisher": one_line,
    "place": one_line,
    "issued": edtf,
    "accessed": edtf,
    "url": web_address,
    "archived": web_address,
    "language": language_tag,
}

CAPTURE_KEYS: Final = frozenset({"file", "sha256"})

KEYS: Final = frozenset(
    {*VALUES, *(f"{key}_basis" for key in VALUES)}
    | {"authors", "authors_basis", "keywords", "capture", "rights", "rights_note"}
)

#: What a document is that the record does not say the type of.
DEFAULT_TYPE: Final = Value("document", Basis.INFERRED, "the record names no type")


def parse_record(path: Path) -> tuple[Record, tuple[Finding, ...]]:
    """A record, and what is wrong with it that does not keep it from being used.

    Raises RecordError for a file that cannot be read, is not UTF-8, has no front matter, YAML
    that cannot be understood, or no title.
    """
    text, findings = _text(path)
    pieces = _split(text, path)
    fields = _fields(load(pieces.front_matter, path, first_line=2), path)
    sheet = Sheet(fields, path, [*findings, *unknown_keys(fields, KEYS, path)])
    record = _record(sheet, pieces)
    if not record.digest:
        sheet.findings.append(_no_digest(record))
    return record, tuple(sorted(sheet.findings, key=lambda finding: finding.line))


def _record(sheet: Sheet, pieces: _Pieces) -> Record:
    values = {key: sheet.value(key, check) for key, check in VALUES.items()}
    if not values["title"]:
        raise _no_title(sheet)
    authors, authors_basis = sheet.names("authors")
    capture = sheet.sheet("capture", CAPTURE_KEYS)
    return Record(
        sheet.path,
        **(values | {"type": values["type"] or DEFAULT_TYPE}),
        authors=authors,
        authors_basis=authors_basis,
        keywords=sheet.strings("keywords"),
        rights=Rights(sheet.text("rights", _rights) or Rights.RESTRICTED),
        rights_note=sheet.text("rights_note"),
        capture_file=capture.text("file", file_name),
        capture_sha256=capture.text("sha256", sha256),
        digest=pieces.digest,
        line=pieces.line,
    )


def _rights(text: str) -> str:
    if text not in list(Rights):
        raise ValueError(
            f'"{text}" is neither "open" nor "restricted". Until it says "open", the text is not published.'
        )
    return text


# --- from bytes to pieces ----------------------------------------------------------------------


class _Pieces(NamedTuple):
    """Front matter (from line 2 of the file), the digest, and the line that it begins in."""

    front_matter: str
    digest: str
    line: int


def _text(path: Path) -> tuple[str, tuple[Finding, ...]]:
    data = regular_bytes(path, limit=SIZE_LIMIT, error=RecordError)
    try:
        raw = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise RecordError(
            "The record is not UTF-8.",
            code="not-utf8",
            path=path,
            line=data.count(b"\n", 0, cause.start) + 1,
            advice="Save it in your editor with the encoding UTF-8.",
        ) from cause
    return normalise(raw)[0], control_findings(raw, path)


def _split(text: str, path: Path) -> _Pieces:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise _no_front_matter(path, 1, "The record does not begin with front matter.")
    end = next((i for i, line in enumerate(lines) if i and line.rstrip() in ("---", "...")), 0)
    if not end:
        raise _no_front_matter(path, len(lines), "The front matter does not end.")
    start = next((i for i in range(end + 1, len(lines)) if lines[i].strip()), end + 1)
    return _Pieces("\n".join(lines[1:end]), "\n".join(lines[start:]).rstrip(), start + 1)


def _fields(node: Node, path: Path) -> Mapping:
    if isinstance(node, Mapping):
        return node
    if not node:
        return Mapping({}, {}, node.line)
    raise RecordError(
        f"The front matter is {kind_of(node)}.",
        code="no-front-matter",
        path=path,
        line=node.line,
        advice='Write one "key: value" a line, such as "title: A day at the harbour".',
    )


# --- what can be wrong with the whole ----------------------------------------------------------


def _no_front_matter(path: Path, line: int, reason: str) -> RecordError:
    return RecordError(
        reason,
        code="no-front-matter",
        path=path,
        line=line,
        advice='Put the metadata between two lines that are "---", the first at the very top.',
    )


def _no_title(sheet: Sheet) -> RecordError:
    return RecordError(
        "The record has no title.",
        code="no-title",
        path=sheet.path,
        line=sheet.fields.line_of("title"),
        advice='Add "title:" with the title of the original, or what describes it in brackets.',
    )


def _no_digest(record: Record) -> Finding:
    return Finding(
        Severity.WARNING,
        "no-digest",
        "The record has no digest.",
        record.path,
        record.line,
        "Below the front matter, write what the source says, in your own words.",
    )
