"""What goes into a suggestion, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model import Document, SourceId, TopicId


class SuggestionKind(StrEnum):
    """Whether a term may be a topic of its own, or another name of a known one."""

    NEW_TOPIC = "new-topic"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class SuggestInput:
    """A source as it is searched for terms.

    ``issued`` is its date in EDTF and ``language`` a BCP 47 tag; both may be empty.
    """

    source: SourceId
    document: Document
    issued: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """The sentence of a source in which a term first stands, and the wording that it has there.

    White space is single in both, and ``wording`` is always a part of ``sentence``.
    """

    source: SourceId
    issued: str
    sentence: str
    wording: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording of a term and how often it was found."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that may be worth a topic or an alias.

    ``term`` is the wording to take. ``id`` is an id that no topic has: that of the new topic; for
    an alias it is the id of the topic that it may belong to. ``topic_kind`` is a guess, else
    "other". ``score`` has no unit: it only ranks. ``examples`` has one sentence for each source,
    in order of date; ``variants`` every wording that was found and is not known yet, the term
    first, then the most frequent ones.
    """

    kind: SuggestionKind
    id: TopicId
    term: str
    topic_kind: str
    score: float
    count: int
    examples: tuple[Example, ...]
    variants: tuple[Variant, ...]

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """The sources that the term stands in, in order of date."""
        return tuple(example.source for example in self.examples)
