"""A source as a reference in a style: as HTML for pages, as plain text for everything else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final

from generator.describe.dates import Wording
from generator.describe.people import csl_name
from generator.model import Record, Value
from generator.write.citing import dating
from generator.write.citing.origins import address, full_title, is_supplied
from generator.write.citing.skeleton import MOST_AUTHORS, SIGNS, Shape, name_signs, skeleton
from generator.write.escape import Markdown, escape_value


@dataclass(frozen=True, slots=True)
class Style:
    """A style of references: its name, the CSL file, how it words a date, and whether it has
    initials for given names."""

    label: str
    file: str
    dates: Wording
    initials: bool = False


#: To add a style is one row here and one file in styles/.
STYLES: Final[dict[str, Style]] = {
    "chicago": Style("Chicago", "chicago-notes-bibliography", dating.CHICAGO),
    "apa": Style("APA", "apa", dating.APA, initials=True),
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a reference is made from. Values stand as they are printed, but for the dates (EDTF;
    ``accessed`` is worded already) and the names (CSL's).

    ``language`` is the title's, where it is not the page's.
    """

    kind: str
    title: str
    authors: tuple[Mapping[str, str], ...] = ()
    container: str = ""
    publisher: str = ""
    place: str = ""
    issued: str = ""
    accessed: str = ""
    url: str = ""
    language: str = ""
    authors_bracketed: bool = False
    date_bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in one style: ``html`` with italics, links and isolated directions, ``text``
    with none of them."""

    html: Markdown
    text: str

    @property
    def sort_key(self) -> str:
        """References stand in the order of their letters, whatever quotation marks come first."""
        return self.text.casefold().lstrip("“”‘’\"'«„[( ")


def work_of(record: Record, language: str = "") -> Work:
    """A record as a work to be cited; ``language`` is the title's, where it is not the page's."""
    url = address(record)
    first = record.authors[:1]
    return Work(
        kind=record.type.text or "document",
        title=full_title(record),
        authors=tuple(map(csl_name, record.authors)),
        container=_shown(record.publication),
        publisher=_shown(record.publisher),
        place=_shown(record.place),
        issued=record.issued.text,
        accessed=dating.in_words(record.accessed.text) if record.accessed and url else "",
        url=url,
        language=language,
        authors_bracketed=any(is_supplied(a) and not a.text.startswith("[") for a in first),
        date_bracketed=is_supplied(record.issued),
    )


def _shown(value: Value) -> str:
    """A value, in brackets where the source does not state it and it has none of its own."""
    text = value.text
    return f"[{text}]" if is_supplied(value) and not text.startswith("[") else text


def reference(work: Work, style: Style) -> Reference:
    """A work as a reference: a skeleton for its shape, with its values in place."""
    values = _values(work, style)
    authors = _cut(work.authors)
    names = tuple(tuple(sorted(name)) for name in authors)
    bone = skeleton(style.file, Shape(work.kind, frozenset(values), names, work.authors_bracketed))
    by_sign = {SIGNS[name]: value for name, value in values.items()}
    for signs, name in zip(name_signs(names), authors, strict=True):
        by_sign |= {signs[key]: _name_part(key, name[key], style) for key in signs}
    plain = unescape(re.sub(r"<[^>]*>", "", bone))
    return Reference(
        Markdown(_filled(bone, by_sign, lambda sign, text: _painted(sign, text, work.language))),
        _filled(plain, by_sign, lambda sign, text: text),
    )


def _values(work: Work, style: Style) -> dict[str, str]:
    """The CSL variables that have a value, as they are printed."""
    values = {
        "title": work.title,
        "container-title": work.container,
        "publisher": work.publisher,
        "publisher-place": work.place,
        "issued": _issued(work, style),
        "accessed": work.accessed,
        "URL": work.url,
    }
    return {name: value for name, value in values.items() if value}


def _issued(work: Work, style: Style) -> str:
    if not work.issued:
        return ""
    words = dating.in_words(work.issued, style.dates)
    return f"[{words}]" if work.date_bracketed or dating.is_doubtful(work.issued) else words


# --- names -------------------------------------------------------------------------------------


def _cut(authors: tuple[Mapping[str, str], ...]) -> tuple[Mapping[str, str], ...]:
    """As many authors as a style may print: the first ones and the last."""
    if len(authors) <= MOST_AUTHORS + 1:
        return authors
    return (*authors[:MOST_AUTHORS], authors[-1])


def _name_part(key: str, text: str, style: Style) -> str:
    return initials(text) if style.initials and key == "given" else text


def initials(given: str) -> str:
    """Given names as initials, ``Karl-Otto M.`` as ``K.-O. M.``; in a script without capitals
    they stay as they are, and so do particles."""
    return " ".join("-".join(map(_initial, word.split("-"))) for word in given.split())


def _initial(name: str) -> str:
    if not name or not name[0].isupper():
        return name
    length = 1
    while length < len(name) and unicodedata.combining(name[length]):
        length += 1
    initial, rest = f"{name[:length]}.", name[length:]
    return f"{initial} {_initial(rest[1:])}" if rest.startswith(".") and rest[1:] else initial


# --- from a skeleton to a reference ---------------------------------------------------------------

#: A sign, and the end of italics, the quotation mark and the full stop or comma after it.
_PLACE: Final = re.compile("([\ue000-\uf8ff])(</i>)?(”)?([.,])?")

#: What ends a sentence by itself, whatever closing marks follow it.
_ENDS: Final = (".", "?", "!", "…", "؟", "。")
_CLOSING: Final = "’”\"'»"

_LOWER_CASE_DATE: Final = re.compile(r"(\[?)(between|since|until)\b")

#: Bidirectional classes of letters, digits and marks that are not written from left to right.
_TURNING: Final = frozenset("R AL AN RLE RLO RLI LRE LRO LRI FSI PDF PDI".split())

Paint = Callable[[str, str], str]


def _filled(bone: str, values: Mapping[str, str], paint: Paint) -> str:
    """A skeleton with its values in place, and the punctuation where the two meet put right.

    That is American: full stops and commas go inside of quotation marks, and no second full stop
    follows a title's own end. The processor knows neither.
    """

    def fill(place: re.Match[str]) -> str:
        sign, italics, quote, stop = (place[n] or "" for n in range(1, 5))
        text = _flipped(values[sign]) if quote else values[sign]
        if stop and quote and values[sign].endswith(("”", '"')):
            text, stop = text[:-1] + _stop_after(text[:-1], stop) + text[-1], ""
        if sign == SIGNS["issued"]:
            text = _capitalised(text, bone[: place.start()])
        return paint(sign, text) + italics + _stop_after(text, stop) + quote

    return _PLACE.sub(fill, bone)


def _stop_after(text: str, stop: str) -> str:
    """The full stop or comma that a text gets, if it has not ended itself."""
    return "" if stop == "." and text.rstrip(_CLOSING).endswith(_ENDS) else stop


def _flipped(title: str) -> str:
    """Quotation marks for within quotation marks."""
    inner = title.translate({0x201C: "‘", 0x201D: "’"})
    pairs = inner.count('"')
    if pairs % 2:
        return inner
    signs = iter("‘’" * (pairs // 2))
    return re.sub('"', lambda _: next(signs), inner)


def _capitalised(words: str, before: str) -> str:
    """A date that begins a sentence begins with a capital."""
    if before.endswith((". ", "” ")) or not before:
        return _LOWER_CASE_DATE.sub(lambda found: found[1] + found[2].capitalize(), words, count=1)
    return words


def _painted(sign: str, text: str, language: str) -> str:
    escaped = str(escape_value(text))
    if sign == SIGNS["URL"]:
        return f'<a href="{escaped}" rel="noopener">{escaped}</a>'
    if sign == SIGNS["title"] and language:
        return f'<bdi lang="{escape_value(language)}">{escaped}</bdi>'
    return f"<bdi>{escaped}</bdi>" if _turns(text) else escaped


def _turns(text: str) -> bool:
    """Whether something in a text is written from right to left, and would move what is around."""
    return any(unicodedata.bidirectional(sign) in _TURNING for sign in text)
