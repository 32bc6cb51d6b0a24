"""What was decided about a place in a text, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.model import Mention, Span, TopicId


class Reason(StrEnum):
    """Why a place in a text is a mention of a topic, or is not."""

    NAMED = "named"
    REVIEW = "review"
    AMBIGUOUS = "ambiguous"
    COVERED = "covered"
    WEAKER = "weaker"
    NEVER = "never"
    PART_OF_WORD = "part-of-word"
    ACROSS_BLOCKS = "across-blocks"
    IN_ADDRESS = "in-address"
    CASE = "case"
    ACCENT = "accent"
    ENDING = "ending"
    DASH = "dash"
    UNDATED = "undated"
    TOO_EARLY = "too-early"
    TOO_LATE = "too-late"
    NOT_NEAR = "not-near"
    NOT_AFTER = "not-after"
    NOT_BEFORE = "not-before"
    NOT_NAMED_BEFORE = "not-named-before"


#: What each reason means, for people.
EXPLANATIONS: Final[dict[Reason, str]] = {
    Reason.NAMED: "a mention",
    Reason.REVIEW: "a proposal: the alias is marked for review",
    Reason.AMBIGUOUS: "two topics claim it equally, so it is linked to neither",
    Reason.COVERED: "a mention that begins earlier or is longer covers it",
    Reason.WEAKER: "an alias of another topic fits more closely",
    Reason.NEVER: "it stands in a phrase that the topic lists under never",
    Reason.PART_OF_WORD: "it is only a part of a word, a number or a designation",
    Reason.ACROSS_BLOCKS: "it begins in one block and ends in another",
    Reason.IN_ADDRESS: "it stands in a web or e-mail address",
    Reason.CASE: "the alias has a capital (or is case: exact) where the text is different",
    Reason.ACCENT: "the alias has an accent where the text is different",
    Reason.ENDING: "the alias takes no plural ending",
    Reason.DASH: "a dash stands in it where the alias has none",
    Reason.UNDATED: "the alias is bound to dates, and the source has none",
    Reason.TOO_EARLY: "the source was issued before the alias is valid",
    Reason.TOO_LATE: "the source was issued after the alias was valid",
    Reason.NOT_NEAR: "none of the words under near stands in the same block",
    Reason.NOT_AFTER: "one of the words under not_after stands directly before it",
    Reason.NOT_BEFORE: "one of the words under not_before stands directly after it",
    Reason.NOT_NAMED_BEFORE: "the topic's full name has not stood in this text before",
}


@dataclass(frozen=True, order=True, slots=True)
class Decision:
    """That a place is a mention of a topic or, for the reason given, is not."""

    span: Span
    topic: TopicId
    alias: str
    reason: Reason

    @property
    def accepted(self) -> bool:
        return self.reason is Reason.NAMED

    @property
    def why(self) -> str:
        """The reason as a phrase for people."""
        return EXPLANATIONS[self.reason]

    @property
    def mention(self) -> Mention:
        return Mention(self.span, self.topic, self.alias)
