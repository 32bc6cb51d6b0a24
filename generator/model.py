"""The vocabulary: frozen values that each stage hands to the next.

Text never changes. What is said about a text (structure, mentions, notes, events) stands
beside it as spans: half-open ranges of Unicode code points in a document's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NewType

SourceId = NewType("SourceId", str)
TopicId = NewType("TopicId", str)
BlockId = NewType("BlockId", str)
NoteId = NewType("NoteId", str)
ClaimId = NewType("ClaimId", str)
EventId = NewType("EventId", str)


# --- texts -----------------------------------------------------------------------------------


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters ``start`` up to, not including, ``end`` of a document's text."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class BlockKind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SUBTITLE = "subtitle"
    CAPTION = "caption"
    CREDIT = "credit"
    QUOTE = "quote"
    LIST_ITEM = "list-item"
    CODE = "code"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document with a kind, a span and an id that comes from its own words.

    ``level`` is 2 to 6 for headings and 1 upward for the depth of list items and quotes.
    ``language`` is a BCP 47 tag where it differs from the document's, else empty.
    """

    id: BlockId
    kind: BlockKind
    span: Span
    level: int = 0
    language: str = ""


class MarkKind(StrEnum):
    """How a run of characters is set in the original."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup of the original over a span; ``href`` for links (http and https only)."""

    kind: MarkKind
    span: Span
    href: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One string and what it is made of.

    Blocks are in order, do not overlap, and every character outside of them is white space.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()

    def text_of(self, block: Block) -> str:
        return block.span.of(self.text)

    def block_at(self, span: Span) -> Block | None:
        """The block that holds all of a span, or None where it crosses a border."""
        return next((block for block in self.blocks if span in block.span), None)

    def section_of(self, block: Block) -> str:
        """The text of the last heading above a block, or an empty string."""
        section = ""
        for other in self.blocks:
            if other.span.start >= block.span.start:
                break
            if other.kind is BlockKind.HEADING:
                section = self.text_of(other)
        return section


@dataclass(frozen=True, slots=True)
class Quote:
    """A place by its words: W3C TextQuoteSelector. A line feed is the border of a block."""

    exact: str
    prefix: str = ""
    suffix: str = ""


# --- captures --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a capture that gets exactly one fate: a nonblank line of a text file.

    ``text`` is the line without white space at its ends and ``indent`` the number of characters
    taken off on the left. ``gap`` counts the blank lines above. ``kind``, ``level``, ``marks``
    and ``joins`` hold what the format itself says (Markdown does, plain text does not):
    ``joins`` means that the part goes on, on a new line, the block of the last part above it that
    is text. ``level`` is 1 to 6 for headings.
    ``aside`` is the format's own reason why this is no text: a slug such as ``markup`` (fences,
    rulers, link definitions), ``comment`` or ``front-matter``; the cleaner sets such a part
    aside with that reason. It is empty for text.
    """

    line: int
    text: str
    indent: int = 0
    gap: int = 0
    kind: BlockKind | None = None
    level: int = 0
    marks: tuple[Mark, ...] = ()
    joins: bool = False
    aside: str = ""


class Fate(StrEnum):
    """What became of a part of a capture."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    SET_ASIDE = "set-aside"


#: Fates whose parts stand in the document's text.
IN_TEXT = frozenset({Fate.SUBTITLE, Fate.HEADING, Fate.BODY, Fate.CAPTION, Fate.CREDIT})


@dataclass(frozen=True, slots=True)
class Verdict:
    """The fate of one part, why (a slug such as ``navigation``; set-aside parts only need it),
    and the name of the rule that decided."""

    part: Part
    fate: Fate
    reason: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A verdict and where its text went: a span of the document and the block it is in."""

    verdict: Verdict
    span: Span | None = None
    block: BlockId | None = None


@dataclass(frozen=True, slots=True)
class CaptureFile:
    """The bytes as collected: where they are, their SHA-256 (hex) and size in bytes."""

    path: Path
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a capture: its parts, and how it was read."""

    format: str
    encoding: str
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()


# --- records ---------------------------------------------------------------------------------


class Basis(StrEnum):
    """Where a metadata value comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    EDITOR = "editor"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Value:
    """A metadata value with its origin. An empty ``text`` goes with NOT_STATED."""

    text: str
    basis: Basis = Basis.EDITOR
    why: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


class Rights(StrEnum):
    """Whether the capture's text may be published."""

    RESTRICTED = "restricted"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Record:
    """What the editors say about a source: CSL variables with their basis, and a digest.

    ``type`` is a CSL item type, ``issued`` and ``accessed`` are EDTF strings, ``language`` is a
    BCP 47 tag. ``capture_file`` and ``capture_sha256`` name the capture (either may be empty).
    ``line`` is where the digest's first line stands in the file, counted from 1.
    """

    path: Path
    title: Value
    type: Value = Value("", Basis.NOT_STATED)
    subtitle: Value = Value("", Basis.NOT_STATED)
    authors: tuple[Value, ...] = ()
    authors_basis: Value = Value("", Basis.NOT_STATED)
    publication: Value = Value("", Basis.NOT_STATED)
    publisher: Value = Value("", Basis.NOT_STATED)
    place: Value = Value("", Basis.NOT_STATED)
    issued: Value = Value("", Basis.NOT_STATED)
    accessed: Value = Value("", Basis.NOT_STATED)
    url: Value = Value("", Basis.NOT_STATED)
    archived: Value = Value("", Basis.NOT_STATED)
    language: Value = Value("", Basis.NOT_STATED)
    keywords: tuple[str, ...] = ()
    rights: Rights = Rights.RESTRICTED
    rights_note: str = ""
    capture_file: str = ""
    capture_sha256: str = ""
    digest: str = ""
    line: int = 1


# --- sources ---------------------------------------------------------------------------------


class Layer(StrEnum):
    """Which of a source's two texts a span belongs to."""

    DIGEST = "digest"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the dossier: a record, its digest, and the capture where it is at hand.

    ``text`` is None unless this edition publishes it. ``placed`` holds the fate of every
    nonblank line of the capture, whatever the edition.
    """

    id: SourceId
    record: Record
    digest: Document
    text: Document | None = None
    capture: CaptureFile | None = None
    reading: Reading | None = None
    placed: tuple[Placed, ...] = ()

    @property
    def layers(self) -> Iterator[tuple[Layer, Document]]:
        """The texts that this edition publishes."""
        yield Layer.DIGEST, self.digest
        if self.text is not None:
            yield Layer.TEXT, self.text

    def document(self, layer: Layer) -> Document:
        document = self.digest if layer is Layer.DIGEST else self.text
        if document is None:
            raise KeyError(layer)
        return document

    @property
    def main_layer(self) -> Layer:
        """The text where the edition carries it, else the digest."""
        return Layer.DIGEST if self.text is None else Layer.TEXT


# --- topics ----------------------------------------------------------------------------------


class Case(StrEnum):
    """How an alias treats capitals.

    SMART: letters that are capital in the alias must be capital in the text, small ones may be
    either; an alias in small letters matches any case. EXACT: letter for letter. ANY: case is ignored.
    """

    SMART = "smart"
    EXACT = "exact"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a topic and the conditions under which it counts.

    ``since`` and ``until`` (EDTF) bound the date of issue of the sources it is valid in.
    ``near``: one of these words must stand in the same block. ``not_before`` and ``not_after``:
    the alias does not count directly before or after one of these. ``after_name``: counts only
    once a name of the topic without this condition stood earlier in the same text.
    ``review``: matches are proposals for an editor, never shown unreviewed.
    """

    text: str
    since: str = ""
    until: str = ""
    near: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    after_name: bool = False
    case: Case = Case.SMART
    review: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing the dossier is about (SKOS concept). ``label`` is prefLabel and counts as an alias,
    ``aliases`` altLabel, ``scope`` scopeNote, ``never`` phrases that are not this topic.
    ``formerly`` are ids that it had before; links to them lead here."""

    id: TopicId
    label: str
    kind: str
    scope: str = ""
    aliases: tuple[Alias, ...] = ()
    never: tuple[str, ...] = ()
    broader: tuple[TopicId, ...] = ()
    related: tuple[TopicId, ...] = ()
    same_as: tuple[str, ...] = ()
    formerly: tuple[TopicId, ...] = ()
    line: int = 0


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """A span that names a topic, and the alias that found it."""

    span: Span
    topic: TopicId
    alias: str


@dataclass(frozen=True, order=True, slots=True)
class Proposal:
    """Words that may name a topic, for an editor to decide: a mention for each topic that they
    may name, and what is open, as a phrase for people."""

    span: Span
    claims: tuple[Mention, ...]
    why: str


# --- events ----------------------------------------------------------------------------------


@dataclass(frozen=True, order=True, slots=True)
class DateFound:
    """A date expression in a text: its span, its meaning in EDTF, and how that was worked out."""

    span: Span
    date: str
    basis: str


# --- notes -----------------------------------------------------------------------------------


class NoteStatus(StrEnum):
    """How far the editors stand behind a note. A draft is never published."""

    DRAFT = "draft"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


class Motivation(StrEnum):
    """Why a note was written: of W3C's motivations, those that an editor's note can have."""

    COMMENTING = "commenting"
    QUESTIONING = "questioning"
    ASSESSING = "assessing"
    DESCRIBING = "describing"
    LINKING = "linking"
    HIGHLIGHTING = "highlighting"


class Stance(StrEnum):
    """What a passage does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class Assessment:
    """A note's word on a claim: the passage that it stands on supports it, contradicts it, or
    only mentions it."""

    claim: ClaimId
    stance: Stance


@dataclass(frozen=True, slots=True)
class Target:
    """What a note is about: a passage, a block or the whole of a source, a topic, or a date.

    With ``quote``: the passage, in ``layer`` or, without one, wherever the source says it. With
    ``block``: that block. With neither: the source as a whole. A note on a topic or on an
    ``event`` (an EDTF date of the timeline) has no source.
    """

    source: SourceId | None = None
    layer: Layer | None = None
    quote: Quote | None = None
    block: BlockId | None = None
    topic: TopicId | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's annotation as it is written in a notes file (W3C Web Annotation).

    ``body`` is Markdown with links of editors; only a highlight may have none. ``created`` and
    ``modified`` are EDTF dates. ``status`` is None where none is stated. ``via`` is the IRI of
    the annotation that this one was imported from. ``line`` is where it begins in ``path``.
    """

    id: NoteId
    target: Target
    body: str = ""
    creator: str = ""
    created: str = ""
    modified: str = ""
    status: NoteStatus | None = None
    motivation: Motivation = Motivation.COMMENTING
    tags: tuple[str, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    via: str = ""
    path: Path = Path()
    line: int = 0


class Standing(StrEnum):
    """What became of a note's target in this edition.

    ANCHORED: its passage or block was found. WHOLE: it speaks of a whole source, topic or date.
    WITHHELD: this edition does not carry the text that it belongs to. LOST and AMBIGUOUS: its
    words, or what it names, are not there, or are there more than once.
    """

    ANCHORED = "anchored"
    WHOLE = "whole"
    WITHHELD = "withheld"
    LOST = "lost"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A note and where it stands. ``layer`` and ``span`` are given with ANCHORED only."""

    note: Note
    standing: Standing
    layer: Layer | None = None
    span: Span | None = None


class ClaimStatus(StrEnum):
    """What the editors hold of a claim, all passages considered."""

    UNVERIFIED = "unverified"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that passages of the sources bear on. ``comment`` is the editors' Markdown on
    where it stands, ``topics`` are what it is about."""

    id: ClaimId
    statement: str
    status: ClaimStatus = ClaimStatus.UNVERIFIED
    comment: str = ""
    topics: tuple[TopicId, ...] = ()
    line: int = 0


# --- the editors' events ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EditorsEvent:
    """What happened, as the editors tell it: an EDTF date, a title, Markdown with their links.

    ``proofs`` are passages that say so: the dated statements in them are gathered under the event.
    Those in ``apart`` are not, whatever they have in common with others. Both are notes without
    words, for they are anchored by the same law. ``line`` is where the event begins in its file.
    """

    id: EventId
    date: str
    title: str
    note: str = ""
    topics: tuple[TopicId, ...] = ()
    proofs: tuple[Anchored, ...] = ()
    apart: tuple[Anchored, ...] = ()
    line: int = 0


# --- findings --------------------------------------------------------------------------------


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at: what, where, and what to do about it.

    ``code`` is a stable slug that docs/guide/messages.md explains. ``line`` is counted from 1;
    0 where a file as a whole is meant.
    """

    severity: Severity
    code: str
    message: str
    path: Path | None = None
    line: int = 0
    advice: str = ""


# --- the whole -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was recognised in one text of a source."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateFound, ...] = ()
    sentences: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the pages are written from."""

    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    analyses: Mapping[tuple[SourceId, Layer], Analysis]
    introduction: str = ""
    findings: tuple[Finding, ...] = field(default=())
    notes: tuple[Anchored, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[EditorsEvent, ...] = ()
