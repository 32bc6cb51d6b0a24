"""Who wrote the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.clean.credits import only_agencies
from generator.clean.dates import beside_date, has_date
from generator.clean.lookup import key
from generator.clean.names import are_names, is_name, maybe_name, names_people
from generator.clean.page import Claim, Page
from generator.clean.passage import Passage
from generator.model import Fate

_BY: Final = re.compile(
    r"""[—–•|*\s-]*(?:
    by|(?:written|story|words|text|reported|posted|analysis|opinion|interview)\sby|authors?|byline
    |von|aus\s\w+\sberichtet|text|autorin|autor(?:en)?|ein\skommentar\svon|eine\sanalyse\svon|interview
    |par|propos\srecueillis\spar|texte|auteurs?|por|texto|autora|autores|entrevista\sde
    |di|testo|autore|автор(?:ы)?|текст|подготовил[аи]?|беседовал[аи]?|корреспондент
    |نویسنده|نویسندگان|به\sقلم|گزارش\sاز|گزارشگر|خبرنگار|بقلم|كتب|كتبت|الكاتب
    |作者|记者|文|記者|執筆|글
    )(?:\s?[:：]\s*|\s+)(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
#: Words that announce a name on the line below.
_ALONE: Final = frozenset(
    {"by", "written by", "author", "von", "par", "por", "di", "автор", "نویسنده", "بقلم"}
)
#: Who signs where nobody does.
_DESKS: Final = re.compile(
    r"""(?:by\s)?(?:our\s)?(?:
    staff\s(?:reports?|reporters?|writers?)|(?:news|web|online|foreign)\sdesk|editorial\sstaff
    |news\s(?:bureau|service|agencies)|wire\s(?:reports|services)|agencies|(?:own\s|special\s|staff\s)?correspondent
    |(?:die\s)?redaktion|la\srédaction|redacción|redazione|da\sredação|от\sредакции
    |گروه\s\w+|التحرير)""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST: Final = 160
#: A byline below the text stands within so many passages of it.
BELOW: Final = 3
#: A name and a date on one line have no more words than this.
NAME_AND_DATE: Final = 14


def byline(page: Page) -> Iterator[Claim]:
    """ "By" and names in the head of a text; a name and a date; an agency, a desk."""
    for index, passage in page.open(page.head):
        if _signs(passage):
            yield Claim(index, Fate.BYLINE)
        elif passage.key in _ALONE and index + 1 in page.head:
            yield Claim(index, Fate.BYLINE)
            if are_names(page.passages[index + 1].text):
                yield Claim(index + 1, Fate.BYLINE)


def bare_name(page: Page) -> Iterator[Claim]:
    """A name alone on its line between the title and the text.

    Where somebody signs already, and below a first paragraph (which may be a standfirst), only
    beside that byline or a date.
    """
    titles, sure = page.claimed(Fate.TITLE), not page.claimed(Fate.BYLINE)
    if not titles:
        return
    for index, passage in page.open(range(titles[-1] + 1, page.head.stop)):
        sure = sure and not (index in page.core and passage.prose and passage.plain)
        if passage.ends or not passage.plain or not _could_be_name(passage.text):
            continue
        if sure or {page.fate(index - 1), page.fate(index + 1)} & {Fate.BYLINE, Fate.DATE}:
            yield Claim(index, Fate.BYLINE)


def byline_below(page: Page) -> Iterator[Claim]:
    """ "By" and names right below the text, where nobody signs above it."""
    if page.claimed(Fate.BYLINE):
        return
    for index, passage in page.open(page.below(BELOW)):
        if _BY.match(passage.text) and _signs(passage):
            yield Claim(index, Fate.BYLINE)


def _could_be_name(text: str) -> bool:
    return is_name(text) or names_people(text) or maybe_name(text)


def _signs(passage: Passage) -> bool:
    if len(passage.text) > _LONGEST or passage.ends:
        return False
    found = _BY.match(passage.text)
    if found:
        return _names_somebody(passage.text[found.end() :], labelled=found[0].rstrip()[-1] in ":：")
    if only_agencies(passage.text) or _DESKS.fullmatch(passage.text):
        return True
    return passage.words <= NAME_AND_DATE and _is_name_and_date(passage.text)


def _names_somebody(name: str, *, labelled: bool) -> bool:
    """Whether what stands after "by" is names; after "author:" a word or two may be anything."""
    if labelled and len(name.split()) <= 2:
        return True
    name = name.replace("(", ", ").replace(")", "")
    return are_names(name) or (has_date(name) and are_names(" ".join(beside_date(name))))


def _is_name_and_date(text: str) -> bool:
    if not has_date(text):
        return False
    name = " ".join(word for word in beside_date(text) if word.casefold() not in _ALONE)
    return is_name(name) and key(name) in key(text)
