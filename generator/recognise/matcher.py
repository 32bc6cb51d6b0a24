"""Find the mentions of all topics in a text, in one pass, by rules that can be explained.

Text and aliases are folded (see ``fold``): dashes, white space, quotes, case and diacritics make no
difference at first. Then:

1. **Words.** The neighbours of a mention are no letters, digits, marks or underscores ("Astana"
   is not in "Astanagate"), with the exceptions of ``words``. A digit at the edge of an alias is
   no part of a longer number ("S-300" is not in "S-300-2" or "S-300.5"; "2231–2240" names both
   ends), and "US$" is no country. A mention lies within one block and not within a web or e-mail
   address.
2. **Endings.** A plural ending belongs to the mention, a possessive does not: "[Syrians]' fate",
   "[S-300s]", "[Iran]'s". What an ending is depends on the language of the block.
3. **Letters.** By the alias's ``case``. *smart*: what is capital in the alias, or carries an
   accent, must be so in the text; what is plain may be anything. So US is not us, SWIFT not Swift
   and Assad not assad; but "sanctions" is found in "Sanctions", Putin in "PUTIN", and Erdogan in
   "Erdoğan". *exact*: letter for letter, no plural. *any*: no difference. A dash that is spaced,
   doubled or long stands only where the alias has a dash.
4. **Dates.** ``from`` and ``until`` are compared with the source's date of issue: the periods that
   the two EDTF dates can mean must overlap. A source without a date has no date-bound aliases.
5. **Context.** ``near``: one of the words stands in the same block. ``not_before``, ``not_after``:
   no such word stands directly after or before it, with nothing but a space or dash between.
6. **Never.** A place within a phrase of the topic's ``never`` list is no mention of this topic.
7. **Overlap.** See ``overlap``: first, then longest, then closest; a tie is ambiguous.
8. **Short forms.** With ``after_name`` an alias counts once a mention of the topic by an alias
   without it stood earlier in the text.
9. **Review.** An alias marked for review makes proposals, never mentions.

The label of a topic is an alias, unless an alias in the same words has conditions: these then hold
for the label too. Mentions in headings, captions and code are mentions; whether they are linked is
decided elsewhere.

Matching is linear in the text for any list of topics: see ``automaton.MOST_NESTED``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Document, Mention, Span, Topic
from generator.recognise.claims import Entry, Phrases
from generator.recognise.decision import Decision
from generator.recognise.judge import Judge
from generator.recognise.overlap import Candidate, settle
from generator.recognise.places import FoldedDocument, Place


class Matcher:
    """Finds the topics of one list. Made once, used for all texts."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._phrases = Phrases(topics)

    def mentions(
        self, document: Document, issued: str, language: str = "en"
    ) -> tuple[Mention, ...]:
        """The mentions in a document, in order; they do not overlap.

        ``issued`` is the source's date in EDTF, or empty; ``language`` a BCP 47 tag, for blocks
        that state none.
        """
        decisions = self.decide(document, issued, language)
        return tuple(decision.mention for decision in decisions if decision.accepted)

    def decide(self, document: Document, issued: str, language: str = "en") -> tuple[Decision, ...]:
        """What became of each place where an alias stands as a whole word, in order."""
        given = FoldedDocument(document, language)
        return self._decide(given, list(given.places(self._phrases)), issued)

    def explain(
        self, document: Document, issued: str, span: Span, language: str = "en"
    ) -> tuple[Decision, ...]:
        """All decisions that touch a span, with places that are only parts of words."""
        given = FoldedDocument(document, language)
        places = list(given.places(self._phrases, flawed=True))
        decisions = self._decide(given, places, issued)
        return tuple(decision for decision in decisions if decision.span.overlaps(span))

    def _decide(
        self, given: FoldedDocument, places: Sequence[Place], issued: str
    ) -> tuple[Decision, ...]:
        entries = self._phrases.entries
        judge = Judge(given, entries, (place for place in places if not place.flaw), issued)
        candidates: list[Candidate] = []
        decided: list[Decision] = []
        for place, candidate in _candidates(places, entries):
            flaw = place.flaw or judge.flaw(place, candidate.claim)
            if flaw:
                decided.append(candidate.decided(flaw))
            else:
                candidates.append(candidate)
        return tuple(sorted((*decided, *settle(candidates)), key=_in_order))


def _in_order(decision: Decision) -> tuple[int, int, str, str]:
    return decision.span.start, decision.span.end, decision.topic, decision.alias


def _candidates(
    places: Sequence[Place], entries: Sequence[Entry]
) -> Iterator[tuple[Place, Candidate]]:
    for place in places:
        for claim in entries[place.phrase].claims:
            yield place, Candidate(place.span, claim, place.full > place.end)
