"""What stands around an expression: direct speech, the clause and its time, the sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import Final

from generator.model import Span
from generator.recognise.dates.patterns import form
from generator.recognise.dates.reading import Passage

#: Closing signs by opening sign.
_CLOSERS: Final = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’"}
_QUOTE: Final = re.compile(r"[“”„«»\"]|(?<!\w)‘|’(?!\w)")
#: How far a clause is looked at, in characters.
_REACH: Final = 160
#: Two dates that are further apart are not looked at together, in characters.
_SENTENCE: Final = 600
#: What a sentence may begin after.
_OPENING: Final = '.!?…:;؟"“”„«»(—–-•*'
#: How far the word next to a number is looked for.
_NEXT_WORD: Final = 40
_COMMA: Final = re.compile("[,،]")
_LAST_WORD: Final = re.compile(r"(\w[\w'’.]*)\s{1,3}\Z")
#: A full stop after a capital is an initial or "U.S."
_SENTENCE_END: Final = re.compile(r"(?<![A-ZА-ЯЁ])[.!?؟][\"”»)]{0,2}\s")


class Tense(Enum):
    """What a clause says of when it happens.

    PAST: a verb tells of an act. FORM: a word has a form of the past, but may be a participle
    ("problems caused by"). UNCLEAR: past and future both fit. UNKNOWN: no word tells.
    """

    PAST = "past"
    FORM = "form"
    PRESENT = "present"
    FUTURE = "future"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


def quotations(text: str) -> tuple[Span, ...]:
    """The spans of direct speech. What is not closed goes on to the end, as quoted paragraphs do;
    single quotation marks have to be closed, for most of them are apostrophes."""
    spans: list[Span] = []
    start, closers = 0, ""
    for mark in _QUOTE.finditer(text):
        if closers and mark[0] in closers:
            spans.append(Span(start, mark.end()))
            closers = ""
        elif mark[0] in _CLOSERS and closers in ("", "’"):
            start, closers = mark.start(), _CLOSERS[mark[0]]
    if closers not in ("", "’"):
        spans.append(Span(start, len(text)))
    return tuple(spans)


def is_quoted(passage: Passage, span: Span) -> bool:
    before = bisect_right(passage.quotations, span.start, key=lambda quotation: quotation.start)
    return before > 0 and span in passage.quotations[before - 1]


def same_sentence(text: str, one: Span, other: Span) -> bool:
    start, end = min(one.end, other.end), max(one.start, other.start)
    return end - start <= _SENTENCE and _SENTENCE_END.search(text, start, end) is None


def starts_sentence(passage: Passage, position: int) -> bool:
    before = passage.text[max(0, position - _NEXT_WORD) : position].rstrip()
    return not before or before[-1] in _OPENING


def word_before(passage: Passage, position: int, *words: str) -> str:
    """What stands right before a position of what the lexicon's fields hold, or nothing."""
    before = passage.text[max(0, position - _NEXT_WORD) : position]
    slots = "|".join(f"<{word}>" for word in words)
    found = form(rf"(?<!\w)(?P<word>(?i:{slots}))[\s-]{{0,3}}\Z", passage.lexicon).search(before)
    return found["word"] if found else ""


def stands_before(passage: Passage, position: int, *words: str) -> bool:
    return bool(word_before(passage, position, *words))


def stands_after(passage: Passage, position: int, *words: str) -> bool:
    """Whether something of the lexicon's fields stands right after a position."""
    after = passage.text[position : position + _NEXT_WORD]
    slots = "|".join(f"<{word}>" for word in words)
    return form(rf" ?(?i:{slots})(?!\w)", passage.lexicon).match(after) is not None


def follows_name(passage: Passage, position: int) -> bool:
    """Whether a capitalised word or a number stands right before ("Army 2020")."""
    word = _LAST_WORD.search(passage.text[max(0, position - _NEXT_WORD) : position])
    return word is not None and not word[1][0].islower()


def tense(passage: Passage, span: Span) -> Tense:
    """The tense of the clause around a span: of what stands before it, else of what follows.

    Commas are soft borders: the nearest stretch between commas that tells is believed.
    """
    before = passage.text[max(0, span.start - _REACH) : span.start]
    after = passage.text[span.end : span.end + _REACH]
    breaks = form("<clause_break>|" + _SENTENCE_END.pattern, passage.lexicon)
    clause = before[max((found.end() for found in breaks.finditer(before)), default=0) :]
    for stretch in reversed(_COMMA.split(clause)):
        if told := _told(passage, stretch):
            return min(told, key=_WEIGHT.index)
    rest = after[: found.start()] if (found := breaks.search(after)) else after
    told = _told(passage, rest)
    return told[0] if told else Tense.UNKNOWN


#: Which word decides where a stretch has several: "will be signed" is not past.
_WEIGHT: Final = (Tense.UNCLEAR, Tense.FUTURE, Tense.PAST, Tense.FORM, Tense.PRESENT)
_VERBS: Final = (
    r"(?<!\w)(?i:(?P<unclear><unclear>)|(?P<future><coming>)|"
    r"(?P<past><done>)|(?P<present><present>)|(?P<form><past_form>))(?!\w)"
)


def _told(passage: Passage, stretch: str) -> list[Tense]:
    verbs = form(_VERBS, passage.lexicon)
    return [Tense(found.lastgroup) for found in verbs.finditer(stretch)]
