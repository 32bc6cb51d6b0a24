"""What the head of an e-mail states: who sent it, and when."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate
from typing import Final

#: An address, however a mail program shows it.
_ADDRESS: Final = re.compile(
    r"<[^<>]{0,320}>|\[mailto:[^\[\]]{0,320}\]|[\w.+%-]{1,64}@[\w.-]{1,255}", re.IGNORECASE
)
#: What stands around a name: quotation marks, separators, the brackets of a comment.
_AROUND: Final = " \t,;،；'\"“”„‘’«»()<>"
#: A date as RFC 5322 (section 3.3) has it, with a year of four digits.
_MOMENT: Final = re.compile(
    r"(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?(?:\s.{0,40})?",
    re.ASCII,
)


def has_address(text: str) -> bool:
    return _ADDRESS.search(text) is not None


def without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text)


def senders(field: str) -> list[str]:
    """The names beside the addresses of a field; addresses without one are nobody's name.

    An address ends its mailbox, so "Roe, Jane <j@x.example>" is one name.
    """
    names = (piece.strip(_AROUND) for piece in _ADDRESS.split(field))
    return [name for name in names if name]


def sent(field: str) -> str:
    """The day of a Date field, as its sender's clock had it, in EDTF; empty where it is none."""
    fields = parsedate(field) if _MOMENT.fullmatch(field.strip()) else None
    try:
        return date(*fields[:3]).isoformat() if fields else ""
    except ValueError:
        return ""
