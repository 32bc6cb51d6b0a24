"""Numbers as text, short and quick to read in a browser: base 64, least digits first.

The digits and the continuation bit are those of source maps (ECMA-426, base64 VLQ), without the
sign. A number below 32 is one character, so a list of small numbers packs well.
"""

from __future__ import annotations

from typing import Final

DIGITS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

_BITS: Final = 5
_MORE: Final = 1 << _BITS


class _Numbers(dict[int, bytes]):
    """Small numbers are kept: a look-up is four times as fast."""

    def __missing__(self, value: int) -> bytes:
        written = _written(value)
        if value < _MORE * _MORE:
            self[value] = written
        return written


def _written(value: int) -> bytes:
    digits = bytearray()
    while value >= _MORE:
        digits.append(DIGITS[_MORE | (value & (_MORE - 1))])
        value >>= _BITS
    digits.append(DIGITS[value])
    return bytes(digits)


#: Each number from 0 upward, written down.
NUMBERS: Final = _Numbers()
