"""Bytes to text: a byte order mark, strict UTF-8, the declared charset, then a guess.

Text has lines that end in ``\\n`` and no control characters but tab and newline. Form feed,
vertical tab and NEL become a space, every other control character U+FFFD, with a finding.
Lines are split at ``\\n`` only: U+2028 and its like stay inside a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.errors import ReadError
from generator.model import Finding, Severity
from generator.read.encodings import REPLACEMENT, Attempt, first_attempt

#: The largest capture that is read, in bytes (64 MiB): some 10,000,000 words.
SIZE_LIMIT: Final = 64 * 1024 * 1024

#: The longest line that is read, in characters. A longer one is no prose but a data dump, and
#: rules that look at a whole line would take their time over it: it is refused, never cut.
LINE_LIMIT: Final = 1_000_000

#: More control characters than this share, and the bytes are no text. Random bytes have 10 %.
CONTROL_SHARE: Final = 0.05

#: What other formats begin with, what they are, and the suffix that they should have.
SIGNATURES: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"%PDF-", "a PDF document", ".pdf"),
    (b"PK\x03\x04", "a ZIP archive or an Office document", ".zip, .docx, .odt or .epub"),
    (b"PK\x05\x06", "an empty ZIP archive", ".zip"),
    (b"\x89PNG\r\n", "a PNG image", ".png"),
    (b"\xff\xd8\xff", "a JPEG image", ".jpg"),
    (b"GIF87a", "a GIF image", ".gif"),
    (b"GIF89a", "a GIF image", ".gif"),
    (b"\x1f\x8b", "a GZIP archive", ".gz"),
    (b"BZh91AY&SY", "a BZIP2 archive", ".bz2"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", ".7z"),
    (b"\xfd7zXZ\x00", "an XZ archive", ".xz"),
    (b"Rar!\x1a\x07", "a RAR archive", ".rar"),
    (b"{\\rtf", "an RTF document", ".rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", ".doc"),
    (b"\x7fELF", "a program", "its own"),
    (b"SQLite format 3\x00", "an SQLite database", ".sqlite"),
)

_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SPACES: Final = str.maketrans(dict.fromkeys("\v\f\x85", " "))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text that keeps what this module promises, the encoding it was in, and what was odd."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, path: Path, declared: str = "") -> Decoded:
    """The text of a capture. ``declared`` is the charset that the format itself names, if any.

    Raises ReadError for an empty file, one that is too large, bytes that are no text, and a
    line of more than LINE_LIMIT characters. ``path`` is only named in findings, not opened.
    """
    _refuse_size(data, path)
    _refuse_signature(data, path)
    attempt = first_attempt(data, declared)
    if attempt is None:
        raise _no_text(path, "its bytes fit no known encoding")
    text, controls = normalise(attempt.text)
    if controls > CONTROL_SHARE * len(text):
        raise _no_text(path, f"{controls:,} of {len(text):,} characters are control characters")
    _refuse_blank(text, path)
    _refuse_long_lines(text, path)
    return Decoded(
        text,
        attempt.encoding,
        (*_encoding_findings(attempt, path), *control_findings(attempt.text, path)),
    )


def normalise(text: str) -> tuple[str, int]:
    """Text with ``\\n`` as its only line end, no controls, and how many became U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_SPACES)
    return _CONTROLS.subn(REPLACEMENT, text)


def control_findings(text: str, path: Path) -> tuple[Finding, ...]:
    """The finding that counts the control characters of a raw text, at the line of the first."""
    controls = _CONTROLS.findall(text)
    if not controls:
        return ()
    before = text[: text.index(controls[0])].replace("\r\n", "\n").replace("\r", "\n")
    names = ", ".join(f"U+{ord(control):04X}" for control in sorted(set(controls))[:5])
    return (
        Finding(
            Severity.WARNING,
            "control-characters",
            f"{len(controls)} control characters ({names}) are shown as {REPLACEMENT}.",
            path,
            before.count("\n") + 1,
            "Capture the text again if they stand for something that should be read.",
        ),
    )


# --- what is refused, and what is said ---------------------------------------------------------


def _refuse_size(data: bytes, path: Path) -> None:
    if len(data) > SIZE_LIMIT:
        raise ReadError(
            f"The capture has {len(data):,} bytes; at most {SIZE_LIMIT:,} are read.",
            code="too-large",
            path=path,
            advice="Split it into one file for each document that it holds.",
        )


def _refuse_signature(data: bytes, path: Path) -> None:
    for signature, what, suffix in SIGNATURES:
        if data.startswith(signature):
            raise ReadError(
                f"The capture is {what}, not text.",
                code="not-text",
                path=path,
                advice=f"Give the file its own suffix ({suffix}), or save its text as .txt.",
            )


def _refuse_blank(text: str, path: Path) -> None:
    if not text or text.isspace():
        raise ReadError(
            "The capture is empty.",
            code="empty-capture",
            path=path,
            advice="Capture the document again, or remove the file.",
        )


def _refuse_long_lines(text: str, path: Path) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LINE_LIMIT:
            raise ReadError(
                f"Line {number} has {len(line):,} characters; at most {LINE_LIMIT:,} are read.",
                code="line-too-long",
                path=path,
                line=number,
                advice="Break the text into lines, one for each paragraph.",
            )


def _no_text(path: Path, why: str) -> ReadError:
    return ReadError(
        f"The capture is no text: {why}.",
        code="not-text",
        path=path,
        advice="Give the file the suffix of its format, or save its text as a UTF-8 .txt file.",
    )


def _encoding_findings(attempt: Attempt, path: Path) -> list[Finding]:
    findings = []
    if attempt.guessed:
        findings.append(
            Finding(
                Severity.NOTE,
                "guessed-encoding",
                f"The encoding is not declared; the capture was read as {attempt.encoding}.",
                path,
                advice="Look at its accents and quotes; if they are wrong, save it as UTF-8.",
            )
        )
    if attempt.broken:
        findings.append(
            Finding(
                Severity.WARNING,
                "damaged-encoding",
                f"{attempt.broken} places are no valid {attempt.encoding} and are shown as "
                f"{REPLACEMENT}.",
                path,
                advice="The file was cut off or damaged: capture the document again if you can.",
            )
        )
    return findings
