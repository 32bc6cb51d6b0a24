"""What belongs to the page rather than to the article, told by its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from generator.clean.lookup import appeals, notices, numberless, openings, whole_lines
from generator.clean.names import are_names

#: Up to how many words a line is furniture for a phrase at its beginning, for an appeal in it,
#: for a notice in it, for the names of networks. Longer ones are about these things.
OPENING_WORDS, APPEAL_WORDS, NOTICE_WORDS, NETWORK_WORDS = 24, 50, 110, 40
#: A finished sentence of so many words may begin with "Read more" or "Click here" by chance.
SENTENCE_WORDS: Final = 8
#: One word, as "Related", opens a line of so many words; a longer one could be a heading.
LABEL_WORDS: Final = 4

_NETWORK_NAMES: Final = """
    facebook twitter instagram linkedin youtube whatsapp telegram pinterest tiktok reddit tumblr
    mastodon bluesky flipboard вконтакте телеграм فیسبوک توییتر تلگرام اینستاگرام فيسبوك تويتر
"""
#: Two of these in a line are an invitation to follow.
NETWORKS: Final = frozenset(_NETWORK_NAMES.split())
_ABOUT: Final = re.compile(
    r"(?:about|über|à propos d[eu]|sobre|acerca de|об?|о компании|informazioni su|درباره|عن)\s+"
    r"(?:the |el |la |die |den )?",
    re.IGNORECASE,
)
#: "3 thoughts on", "12 responses to": the head of what readers have to say.
_COUNTED: Final = re.compile(r"\d+ (?:thoughts?|responses?|comments?|replies) (?:on|to)\b", re.I)
#: "More great stories", "Weitere Nachrichten": the head of a list of them.
_MORE: Final = re.compile(
    r"(?:more|other|weitere|mehr|plus d[e'’]|autres|más|otras|altre|ещё|другие)\s.{0,30}"
    r"\b(?:news|stories|articles|headlines|videos|coverage|nachrichten|artikel|meldungen|actualités|noticias|notizie"
    r"|новости|материалы)",
    re.IGNORECASE,
)
_DISCLAIMS: Final = re.compile(
    r"[\W_]*(?:disclaimer|legal notice|haftungsausschluss|rechtlicher hinweis|avertissement"
    r"|aviso legal|отказ от ответственности|سلب مسئولیت|إخلاء (?:ال)?مسؤولية)\s?:",
    re.IGNORECASE,
)
#: "Copyright 2008 by ...", "© 2019 ...".
_RIGHTS: Final = re.compile(r"(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?\d{4}\b", re.IGNORECASE)
_LONGEST_OPENING: Final = 7


class Sure(Enum):
    """How a phrase fits its line: it is all of it, begins it, speaks in it, or just occurs."""

    WHOLE = "whole"
    OPENING = "opening"
    APPEAL = "appeal"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Why a line is furniture, and how sure that is."""

    reason: str
    sure: Sure

    @property
    def certain(self) -> bool:
        """Not so for a notice: a paragraph of the article may speak of cookies or copyright."""
        return self.sure is not Sure.WITHIN


def furniture(text: str, key: str, words: int, ends: bool) -> Furniture | None:
    """What the phrase tables say about a line, given its `lookup.key`, its length in words, and
    whether it ends as a sentence does."""
    key = numberless(key)
    if (whole := whole_lines().get(key)) and not text.endswith("?"):
        return Furniture(whole, Sure.WHOLE)
    if words <= OPENING_WORDS and (opening := _opening(text, key, words, ends)):
        return Furniture(opening, Sure.OPENING)
    if words <= APPEAL_WORDS and (appeal := appeals().reason(key)):
        return Furniture(appeal, Sure.APPEAL)
    if words <= NOTICE_WORDS and _DISCLAIMS.match(text):
        return Furniture("disclaimer", Sure.APPEAL)
    if words <= NOTICE_WORDS and (notice := _notice(text, key, words)):
        return Furniture(notice, Sure.WITHIN)
    return None


def _opening(text: str, key: str, words: int, ends: bool) -> str:
    if _COUNTED.match(text):
        return "comments"
    if _RIGHTS.match(text):
        return "disclaimer"
    if _MORE.fullmatch(text):
        return "related-links"
    tokens = key.split(maxsplit=_LONGEST_OPENING)[:_LONGEST_OPENING]
    table = openings()
    for size in range(len(tokens), 0, -1):
        reason = table.get(" ".join(tokens[:size]), "")
        if reason and not _by_chance(text, reason, words, ends, size):
            return reason
    return ""


def _by_chance(text: str, reason: str, words: int, ends: bool, size: int) -> bool:
    """Whether a sentence or a heading may begin with a phrase and yet mean something else."""
    if ":" in text[:40]:
        return False
    if reason in {"newsletter", "comments"}:
        return ends and size == 1
    if reason == "keywords":
        return size == 1
    return words >= SENTENCE_WORDS if ends else size == 1 and words > LABEL_WORDS


def _notice(text: str, key: str, words: int) -> str:
    if words <= OPENING_WORDS and _about_somebody(text[:80]):
        return "author-bio"
    if words <= NETWORK_WORDS and len(NETWORKS.intersection(key.split())) > 1:
        return "share"
    return notices().reason(key)


def _about_somebody(text: str) -> bool:
    """ "About Jane Doe": the heading of a note on an author or a company."""
    found = _ABOUT.match(text)
    return found is not None and are_names(text[found.end() :], longest=5)
