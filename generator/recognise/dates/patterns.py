"""Patterns with the names of a language in them.

In a template a space stands for white space, ``<month>`` for the name of a month as the group
``month``, ``<month:till>`` for another as the group ``till_month``, and ``<ordinal>`` for the
lexicon's own pattern of that name. All repetition is bounded, so that matching stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, TypeVar

from generator.recognise.dates.lexicon import NEVER, Lexicon

Value = TypeVar("Value")

_SPACE: Final = r"[\s\u200c]{1,3}"
_SLOT: Final = re.compile(r"(?<!\?P)<([a-z_]+)(?::([a-z]+))?>")
#: Letters and signs that are typed in more than one way.
_TYPED: Final = {
    " ": r"[\s\u200c]{0,3}",
    "'": "['’]",
    "ی": "[یي]",
    "ک": "[کك]",
    "ئ": "(?:ئ|[یي]\u0654)",
    "ё": "[ёе]",
}
_UNTYPED: Final = str.maketrans({" ": "", "\u200c": "", "\n": "", ".": "", "’": "'", "\u0654": ""})
_ONE_LETTER: Final = str.maketrans("يئكё", "ییکе")
#: The sign of the genitive on a Persian word that ends in "he": a hamza above, or "ye" apart.
_GENITIVE: Final = re.compile("ه\u0654|ۀ|ه[\u200c ][یي](?!\\w)")

#: A number in a text that is neither part of another number, of a name nor of an address ...
BEFORE_NUMBER: Final = r"(?<![\w/.$€£¥₽#@&=+–-])(?<!\d[,:])(?<![$€£¥₽]\s)"
#: ... nor an amount.
AFTER_NUMBER: Final = r"(?!\w)(?![.,:/]\d)(?![/-]\w)(?![-–]\d)(?!\s?[%‰°$€£¥₽×])"


def without_genitive(text: str) -> str:
    """The text with spaces for what Persian spelling may add to a word's end; as long as before."""
    return _GENITIVE.sub(lambda found: "ه".ljust(len(found[0])), text)


@cache
def form(template: str, lexicon: Lexicon) -> re.Pattern[str]:
    """The template as a regular expression for a language."""
    return re.compile(_expanded(template, lexicon))


def valued(table: Mapping[str, Value], word: str) -> Value:
    """The value of a name of a table, in whatever way the text writes it."""
    key = _key(word)
    return next(value for name, value in table.items() if _key(name) == key)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    return word.lower().translate(_UNTYPED).translate(_ONE_LETTER)


def _expanded(template: str, lexicon: Lexicon) -> str:
    spaced = template.replace(" ?", rf"(?:{_SPACE})?").replace(" ", _SPACE)
    return _SLOT.sub(lambda slot: _fragment(slot[1], slot[2] or "", lexicon), spaced)


def _fragment(name: str, role: str, lexicon: Lexicon) -> str:
    if name in _GROUPS:
        group = f"{role}_{name}" if role else name
        return f"(?P<{group}>{_GROUPS[name](lexicon)})"
    return f"(?:{_expanded(getattr(lexicon, name), lexicon)})"


_GROUPS: Final[dict[str, Callable[[Lexicon], str]]] = {
    "day": lambda lexicon: r"\d{1,2}(?!\d)",
    "year": lambda lexicon: r"\d{4}(?!\d)",
    "decade": lambda lexicon: r"\d{3}[0۰٠]",
    "month": lambda lexicon: _names(lexicon, lexicon.months, lexicon.months_short),
    "month_name": lambda lexicon: _names(lexicon, lexicon.months),
    "weekday": lambda lexicon: _names(lexicon, lexicon.weekdays, lexicon.weekdays_short),
    "weekday_name": lambda lexicon: _names(lexicon, lexicon.weekdays),
    "season": lambda lexicon: _words(lexicon.seasons),
    "week_by_words": lambda lexicon: _words(lexicon.week_by_words),
    "year_by_words": lambda lexicon: _words(lexicon.year_by_words),
    "unit": lambda lexicon: _words(lexicon.units),
    "n": lambda lexicon: rf"\d{{1,3}}(?!\d)|{_words(lexicon.numbers)}",
    "last": lambda lexicon: f"(?i:{_expanded(lexicon.last, lexicon)})",
    "next": lambda lexicon: f"(?i:{_expanded(lexicon.next, lexicon)})",
    "this": lambda lexicon: f"(?i:{_expanded(lexicon.this, lexicon)})",
}


def _names(lexicon: Lexicon, full: Iterable[str], short: Iterable[str] = ()) -> str:
    """Names as the language capitalises them; short ones may end in a full stop."""
    return rf"(?:{_cased(lexicon, full)}|{_cased(lexicon, short)}\.?)"


def _cased(lexicon: Lexicon, names: Iterable[str]) -> str:
    if not lexicon.capitals:
        return _words(names)
    written = {case(name) for name in names for case in (str.capitalize, str.upper)}
    return _alternatives(written)


def _words(names: Iterable[str]) -> str:
    """Names in any case."""
    return f"(?i:{_alternatives(names)})"


def _alternatives(names: Iterable[str]) -> str:
    """One of the names, the longest first; never a part of a word."""
    spelled = [_spelling(name) for name in sorted(names, key=lambda name: (-len(name), name))]
    return rf"(?:{'|'.join(spelled) or NEVER})(?![\w\u200c])"


def _spelling(name: str) -> str:
    return "".join(_TYPED.get(letter, re.escape(letter)) for letter in name)
