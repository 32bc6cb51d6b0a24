"""Who the author is, below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.clean.lookup import key
from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.model import Fate

#: How many passages at the core's end may be notes on the author, and of how many words.
LAST, SHORTEST, LONGEST = 3, 6, 120
#: Within how many characters a note says what it is.
EARLY: Final = 200

_WORK: Final = (
    r"journalist(?:in|e)?|reporter|correspondent|editor|writer|author|columnist|contributor"
    r"|professor(?:in)?|lecturer|researcher|fellow|analyst|scholar|historian|director|producer"
    r"|freelancer|blogger|student|consultant|expert|economist|photographer|critic"
    r"|redakteur(?:in)?|autor(?:in|e|a)?|korrespondent(?:in)?|historiker(?:in)?"
    r"|correspondante?|professeure?|chercheu(?:r|se)|historienn?e?|auteure?|rédact(?:eur|rice)"
    r"|periodista|corresponsal|profesora?|investigadora?|escritora?|analista|historiadora?"
    r"|jornalista|repórter|professora?|pesquisadora?|giornalista|professore|scrittore|ricercatore"
)
_CUE: Final = re.compile(
    rf"""\b(?:
    (?:is|ist|est|es|é|è)\s(?:[\w’'/&-]+,?\s){{0,7}}?(?:{_WORK})\b
    |(?:received|earned|holds|obtained)\s(?:his|her|their|an?)\s(?:\w+\s){{0,2}}
        (?:ba|b\.a\.|ma|m\.a\.|phd|ph\.d\.|degree|doctorate|bachelor|master)
    |(?:can|may)\sbe\sreached\s|follow\s(?:him|her|them|me)\s|email\s(?:him|her)\b
    |(?:his|her|their)\s(?:latest|most\srecent|new|first)\sbook|is\sthe\s(?:co-?)?author\sof
    |teaches\s\w+\s(?:at|in)|(?:has\s)?(?:written|writes|reports|reported)\sfor\s|all\sposts\sby
    |(?:arbeitet|schreibt)\s(?:\w+\s){{0,3}}(?:als|für)\s|geboren\s\d{{4}}|studierte\s|jahrgang\s\d{{4}}
    )
    |(?:—|–|-|,)\s(?:[\w-]+\s){{0,3}}(?:журналист|корреспондент|обозреватель|политолог|историк
        |профессор|эксперт|научный\sсотрудник|доцент|писатель|публицист|редактор)
    |(?:روزنامه‌نگار|پژوهشگر|استاد|کارشناس|نویسنده|تحلیلگر)\b.{{0,60}}(?:است|می‌باشد)
    |(?:كاتب|باحث|صحفي|صحافي|أستاذ|محلل)\s""",
    re.IGNORECASE | re.VERBOSE,
)
_VERB: Final = re.compile(
    r"\b(?:is|was|are|works|writes|teaches|lives|heads|leads|has|ist|war|lebt|arbeitet|schreibt"
    r"|leitet|est|vit|es|é|è)\b|—|–",
    re.IGNORECASE,
)
_THE_AUTHOR: Final = re.compile(
    r"\W*(?:the (?:author|writer)s? (?:is|are|was|has|works)\b"
    r"|(?:der autor|die autorin) (?:ist|war|lebt)\b"
    r"|l[’']auteure? est\b|(?:el autor|la autora) es\b|o autor é\b|a autora é\b|l[’']autore è\b"
    r"|автор\s[—–-]\s|об авторе)",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"\s*(?:\*|†|—|–|about\s|über\s|à propos|sobre\s|об авторе|درباره|عن\s)", re.IGNORECASE
)


def author_note(page: Page) -> Iterator[Claim]:
    """A paragraph at the text's end, or below it, that presents its author."""
    names = _names(page)
    last = [index for index, passage in page.open(page.core) if passage.words >= SHORTEST][-LAST:]
    for index in reversed(last):
        if not _presents(page.passages[index], names):
            break
        yield Claim(index, Fate.SET_ASIDE, "author-bio")
    for index, passage in page.open(page.below(len(page.passages))):
        if passage.words >= SHORTEST and _presents(passage, names):
            yield Claim(index, Fate.SET_ASIDE, "author-bio")


def _names(page: Page) -> frozenset[str]:
    """Pairs of words that the bylines are made of."""
    bylines = (page.passages[index].key.split() for index in page.claimed(Fate.BYLINE))
    return frozenset(" ".join(pair) for words in bylines for pair in pairwise(words))


def _presents(passage: Passage, names: frozenset[str]) -> bool:
    if passage.words > LONGEST:
        return False
    early = passage.text[:EARLY]
    named = key(passage.text[:80]).startswith(tuple(names))
    if _THE_AUTHOR.match(early) or (named and _VERB.search(early)):
        return True
    if _OPENS.match(early):
        return bool(_CUE.search(early)) or any(name in passage.key for name in names)
    return bool(_CUE.search(early)) and (named or _starts_with_name(passage.text))


def _starts_with_name(text: str) -> bool:
    words = text[:100].split(maxsplit=3)[:2]
    return len(words) == 2 and all(word[0].isupper() for word in words)
