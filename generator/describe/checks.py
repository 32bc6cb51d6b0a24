"""What a metadata value must look like. One rule, one function: text in, text to keep out.

Each raises ValueError for what it does not accept, in words for people.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from generator.describe.dates import parse

Check = Callable[[str], str]

#: The longest value, in characters. Titles of real documents stay below 500.
VALUE_LIMIT: Final = 2000

#: Item types of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html).
ITEM_TYPES: Final = frozenset(
    {
        *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
        *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
        *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
        *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
        *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
        *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
        *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
    }
)

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}")
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}")
_LINE_ENDS_AND_SPACES: Final = re.compile(r"[ \t\n\u2028\u2029]+")
_NOT_IN_ADDRESS: Final = re.compile(r"[\s<>\"\\`\x00-\x1f\x7f-\x9f]")


def one_line(text: str) -> str:
    """Any text, on one line. No-break spaces stay."""
    line = _LINE_ENDS_AND_SPACES.sub(" ", text).strip()
    if len(line) > VALUE_LIMIT:
        raise ValueError(f"This has {len(line):,} characters; at most {VALUE_LIMIT:,} are kept.")
    return line


def item_type(text: str) -> str:
    """A CSL item type."""
    if text not in ITEM_TYPES:
        examples = "article-newspaper, report, webpage, book, speech or document"
        raise ValueError(f'"{text}" is no CSL item type, such as {examples}.')
    return text


def edtf(text: str) -> str:
    """An EDTF date, level 0 or 1."""
    parse(text)
    return text


def web_address(text: str) -> str:
    """An address that begins with http or https, names a host and holds no password."""
    parts = urlsplit(one_line(text))
    # .port raises ValueError, in plain words, for what is no port
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError("This is no web address: it must begin with https:// or http://.")
    if _NOT_IN_ADDRESS.search(text):
        raise ValueError('A web address has no spaces and none of the signs < > " \\ `.')
    if parts.username is not None:
        raise ValueError("The address names a user, which would be published: remove that part.")
    return text


def language_tag(text: str) -> str:
    """A BCP 47 tag, such as "en" or "pt-BR". Only its form is checked."""
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(f'"{text}" is no BCP 47 language tag, such as "en", "fa" or "pt-BR".')
    return text


def sha256(text: str) -> str:
    """64 hexadecimal digits, in small letters."""
    if not _SHA256.fullmatch(text):
        raise ValueError("A SHA-256 is 64 hexadecimal digits, as `sha256sum FILE` prints them.")
    return text.lower()


def file_name(text: str) -> str:
    """A file's name alone: nothing that could lead to another folder."""
    if text in (".", "..") or re.search(r"[/\\\x00-\x1f]", text):
        raise ValueError("This must be the file's name alone, without a folder.")
    return one_line(text)
