"""The languages: one file of data for each, and one row here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.recognise.dates.languages.de import GERMAN
from generator.recognise.dates.languages.en import ENGLISH
from generator.recognise.dates.languages.fa import PERSIAN, PERSIAN_SOLAR
from generator.recognise.dates.languages.fr import FRENCH
from generator.recognise.dates.languages.ru import RUSSIAN
from generator.recognise.dates.lexicon import Lexicon

#: By primary subtag (BCP 47). A language that counts in two calendars has two lexicons.
LANGUAGES: Final[Mapping[str, tuple[Lexicon, ...]]] = {
    "de": (GERMAN,),
    "en": (ENGLISH,),
    "fa": (PERSIAN, PERSIAN_SOLAR),
    "fr": (FRENCH,),
    "ru": (RUSSIAN,),
}

#: For all others: days in figures that can be read one way only.
UNKNOWN: Final = Lexicon(bare_years=False)


def lexicons(tag: str) -> tuple[Lexicon, ...]:
    """The lexicons of a language tag."""
    return LANGUAGES.get(tag.lower().replace("_", "-").partition("-")[0], (UNKNOWN,))
