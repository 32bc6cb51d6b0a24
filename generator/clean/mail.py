"""The forms of an e-mail: the fields at its head (RFC 5322, as mail programs show them in many
languages) and the mark above its signature (RFC 3676)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import takewhile
from typing import Final

from generator.model import Part


class Field(StrEnum):
    """What a field of a mail's head says."""

    SUBJECT = "subject"
    SENDER = "sender"
    DATE = "date"
    OTHER = "other"


#: So many lines with a field's name in front are the head of a mail, not a list; where both its
#: sender and its subject are there, two.
FIELDS: Final = 3
#: Among how many lines at the top the head is looked for.
TOP: Final = 40
#: A line of nothing but two dashes begins a signature (RFC 3676, section 4.3).
SIGNATURE: Final = "--"

_FIELD: Final = re.compile(
    r"""(?:
    (?P<subject>subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|موضوع|الموضوع|件名|主题)
    |(?P<sender>from|von|de|da|van|от|فرستنده|از|من|差出人|发件人)
    |(?P<date>date|sent|datum|gesendet|envoyé|fecha|enviado|data|verzonden|дата|отправлено|تاریخ
        |التاريخ)
    |(?P<other>to|an|à|para|aan|b?cc|reply-to|message-id|in-reply-to|references|return-path
        |received|list-\w+|mime-version|content-[\w-]+|x-[\w-]+|priority|attachments?|anhang
        |кому|копия|به|گیرنده|إلى)
    )\s?:\s*""",
    re.IGNORECASE | re.VERBOSE,
)
#: Names of fields are short: nothing is looked for behind this column.
_LONGEST: Final = 40


def head(parts: Sequence[Part]) -> tuple[Field, ...]:
    """What each of the first parts says where they are the head of a mail; else nothing.

    An indented line goes on the field above it.
    """
    fields = tuple(takewhile(lambda field: field is not None, _fields(parts[:TOP])))
    found = tuple(field for field in fields if field is not None)
    named = {Field.SUBJECT, Field.SENDER} & set(found)
    return found if len(named) == 2 or (named and len(found) >= FIELDS) else ()


def _fields(parts: Sequence[Part]) -> Iterator[Field | None]:
    field: Field | None = None
    for part in parts:
        is_folded = field is not None and part.indent > 0 and part.gap == 0
        named = _FIELD.match(part.text[:_LONGEST])
        if named or not is_folded:
            field = Field(str(named.lastgroup)) if named else None
        yield field


def content(line: str) -> str:
    """What a field of a mail's head says, without its name."""
    name = _FIELD.match(line[:_LONGEST])
    return line[name.end() :] if name else line


def signature(lines: Sequence[str]) -> int:
    """The index of the mark above the signature, or the number of lines where none is signed.

    The same mark in the first half of a text is a ruler.
    """
    marks = [index for index, line in enumerate(lines) if line == SIGNATURE]
    return marks[-1] if marks and marks[-1] > len(lines) // 2 else len(lines)
