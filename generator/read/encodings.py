"""Ways to decode bytes, in the order in which they are tried."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from charset_normalizer import from_bytes

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

#: More undecodable places than this share, and the encoding is not the one that was tried.
BROKEN_SHARE: Final = 0.05

#: A broken UTF-8 file must have this many sound characters beyond ASCII for each broken one;
#: text in an old encoding has next to none.
SOUND_PER_BROKEN: Final = 4

#: The bytes of lines beyond ASCII that the guess of an encoding looks at.
SAMPLE_SIZE: Final = 64 * 1024

#: UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Declared names that mean a larger set (https://encoding.spec.whatwg.org/#names-and-labels).
SUPERSETS: Final[dict[str, str]] = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

#: Python has codecs that are no charsets (idna, unicode_escape): a declared one must be here.
CHARSETS: Final = re.compile(
    r"(cp|iso8859|iso2022|koi8|mac|gb|big5|euc|shift|utf-(8|16|32)|ascii|hz|johab|tis|kz1048)",
)

#: Charsets that shift in and out with ASCII bytes: valid UTF-8 by accident.
SEVEN_BIT: Final = ("iso2022", "hz")

#: Guesses whose coherence (0 to 1) is within this of the best one's fit as well as it does.
NEAR_TIE: Final = 0.1

#: What the guess chooses from, the commonest first: where several fit equally well, the first
#: is taken. 41 of 50 short samples in 15 encodings come out right, the other nine are cp1250,
#: cp1254, cp1255, cp1257 and euc_jp. Without such a list, EBCDIC and other rarities win too often.
GUESSES: Final = (
    *("cp1252", "cp1251", "koi8_r", "cp1256", "gb18030", "cp932", "cp949", "big5", "euc_jp"),
    *("cp1250", "cp1253", "cp1254", "cp1255", "cp1257", "cp1258", "cp874", "cp866", "koi8_u"),
    *("iso8859_2", "iso8859_5", "mac_roman", "mac_cyrillic"),
)

_BEYOND_ASCII: Final = re.compile(rb"[\x80-\xff]")


class Attempt(NamedTuple):
    """One way to decode that worked. ``broken`` counts what became U+FFFD."""

    text: str
    encoding: str
    guessed: bool = False
    broken: int = 0


def first_attempt(data: bytes, declared: str) -> Attempt | None:
    """The first way that works, or None. ``declared`` may name a charset, or nothing."""
    charset = _charset(declared)
    found = (attempt(data, charset) for attempt in _ATTEMPTS)
    return next((attempt for attempt in found if attempt is not None), None)


def _marked(data: bytes, charset: str) -> Attempt | None:
    """The encoding that a byte order mark names."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding) or _mended(data[len(mark) :], encoding)
    return None


def _shifting(data: bytes, charset: str) -> Attempt | None:
    """A declared charset that shifts, if the bytes do: they would pass as UTF-8."""
    shifts = charset.startswith(SEVEN_BIT) and (b"\x1b" in data or b"~{" in data)
    return _strict(data, charset) if shifts else None


def _unmarked_utf16(data: bytes, charset: str) -> Attempt | None:
    """UTF-16 without a mark: NULs at every other byte, which strict UTF-8 would let pass."""
    even, odd, half = data[::2].count(0), data[1::2].count(0), len(data) // 2
    if len(data) % 2 or min(even, odd) * 100 > half or max(even, odd) * 3 < half:
        return None
    attempt = _strict(data, "utf-16-be" if even > odd else "utf-16-le")
    return attempt and attempt._replace(guessed=True)


def _utf8(data: bytes, charset: str) -> Attempt | None:
    return _strict(data, "utf-8")


def _declared(data: bytes, charset: str) -> Attempt | None:
    return _strict(data, charset) if charset else None


def _broken_utf8(data: bytes, charset: str) -> Attempt | None:
    """UTF-8 that was cut off or damaged: most of its longer sequences are sound."""
    attempt = _mended(data, "utf-8")
    if attempt is None:
        return None
    sound = len(attempt.text) - len(attempt.text.encode("ascii", "ignore")) - attempt.broken
    return attempt if sound >= SOUND_PER_BROKEN * attempt.broken else None


def _guessed(data: bytes, charset: str) -> Attempt | None:
    """What charset-normalizer thinks of the lines beyond ASCII."""
    lines = b"\n".join(line for line in data.splitlines() if not line.isascii())
    first = _BEYOND_ASCII.search(lines)
    start = max(first.start() - SAMPLE_SIZE // 2, 0) if first else 0
    sample = lines[start : start + SAMPLE_SIZE]
    matches = list(from_bytes(sample, cp_isolation=list(GUESSES)))
    if not matches:
        return None
    best = matches[0]
    close = [
        match
        for match in matches
        if match.chaos == best.chaos and match.coherence >= best.coherence - NEAR_TIE
    ]
    names = {name for match in close for name in match.could_be_from_charset}
    encoding = min(names, key=_commonness)
    attempt = _strict(data, encoding) or _mended(data, encoding)
    return attempt and attempt._replace(guessed=True)


def _commonness(encoding: str) -> tuple[int, str]:
    return (GUESSES.index(encoding) if encoding in GUESSES else len(GUESSES), encoding)


_ATTEMPTS: Final[tuple[Callable[[bytes, str], Attempt | None], ...]] = (
    _marked,
    _shifting,
    _unmarked_utf16,
    _utf8,
    _declared,
    _broken_utf8,
    _guessed,
)


def _strict(data: bytes, encoding: str) -> Attempt | None:
    try:
        return Attempt(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _mended(data: bytes, encoding: str) -> Attempt | None:
    """Undecodable bytes as U+FFFD, as long as they are few; None where they are not."""
    text = data.decode(encoding, errors="replace")
    broken = text.count(REPLACEMENT)
    return Attempt(text, encoding, broken=broken) if broken <= BROKEN_SHARE * len(text) else None


def _charset(declared: str) -> str:
    """Python's name of a declared charset, or an empty string for what is none."""
    try:
        name = codecs.lookup(declared.strip()).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""
    return SUPERSETS.get(name, name) if CHARSETS.match(name) else ""
