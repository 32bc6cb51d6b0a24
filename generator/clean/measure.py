"""How long, how finished and in which script a line of text is: measured once, for any language."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

#: A line is judged by its first characters; a megabyte without a break is judged like a page.
LOOK: Final = 4000

#: Scripts that are told apart, as ranges of code points; Japanese mixes kana into "Han".
SCRIPTS: Final[dict[str, str]] = {
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f",
    "Armenian": "\u0530-\u058f",
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Devanagari": "\u0900-\u097f",
    "Indic": "\u0980-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Georgian": "\u10a0-\u10ff",
    "Ethiopic": "\u1200-\u137f",
    "Khmer": "\u1780-\u17ff",
    "Han": "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "Hangul": "\uac00-\ud7af\u1100-\u11ff",
    "Latin": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
}

#: Scripts that set no spaces between words: two letters count as one word.
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
#: Anything up to white space or a dash: scripts with vowel signs have words that \w+ would split.
_WORD: Final = re.compile(r"[^\W_][^\s—–/|]*")
_SCRIPT: Final = re.compile("|".join(f"(?P<{name}>[{span}]+)" for name, span in SCRIPTS.items()))

_STOPS: Final = ".!?。！？؟۔।॥።‼⁇⁈⁉"
_CLOSERS: Final = "\"'”’»«“‘)]}』」】）*†‡\u200e\u200f "
#: A stop after three letters or more, for "St. Petersburg" and "p.m. on Monday" end no sentence.
_INNER_STOP: Final = re.compile(
    r"\w{3}['\"”’»)]?[.!?؟۔।]['\"”’»)\]]*\s+(?=['\"“„«‘(\[]*\w)|[。！？]"
)
#: Dots that cut a line short say that it goes on elsewhere, not that a sentence ends.
_CUT_OFF: Final = re.compile(r"(?:\.\.|…)[\])]*$")


def unspaced(text: str) -> bool:
    """Whether a text begins in a script that sets no spaces between words."""
    return text >= "\u0e00" and _UNSPACED.match(text) is not None


def words_in(text: str) -> int:
    """The number of words; where a script has no spaces, half the number of its letters."""
    unspaced = len(_UNSPACED.findall(text, 0, LOOK))
    spaced = _UNSPACED.sub(" ", text[:LOOK]) if unspaced else text
    return len(_WORD.findall(spaced, 0, LOOK)) + (unspaced + 1) // 2


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, quotation marks and footnote marks aside."""
    end = text[-40:].rstrip(_CLOSERS)
    return end.endswith(tuple(_STOPS)) and not _CUT_OFF.search(end)


def sentence_breaks(text: str) -> int:
    """How many sentences end and are followed by another within a text."""
    return len(_INNER_STOP.findall(text, 0, LOOK))


def script_of(text: str) -> str:
    """The script that most letters of a text are in, or an empty string without any letter."""
    letters: Counter[str] = Counter()
    for found in _SCRIPT.finditer(text, 0, LOOK):
        letters[str(found.lastgroup)] += found.end() - found.start()
    return letters.most_common(1)[0][0] if letters else ""
