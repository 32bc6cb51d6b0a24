"""Claims: an index by status, and for each claim the passages for and against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.model import Anchored, Claim, ClaimStatus, Layer, Stance, TopicId
from generator.relate import Evidence
from generator.relate.contexts import BlockLookup, Lookup
from generator.relate.verdicts import sources_of, with_stance
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import Markdown
from generator.write.pages.cards import Chip, topic_chip
from generator.write.pages.entries import Entry, entry
from generator.write.pages.mentions import count
from generator.write.pages.note import Stand
from generator.write.pages.passages import Passage, passage
from generator.write.prose import prose
from generator.write.render import NOT_SEARCHED, Page, fill, shorten

#: Passages shown open for each stance; further ones are folded.
OPEN: Final = 12

#: What a status says, for readers.
_MEANINGS: Final = {
    ClaimStatus.CORROBORATED: "The editors hold it to be true: more than one source bears it out, here or elsewhere.",
    ClaimStatus.DISPUTED: "There is something to be said against it: the sources disagree, or the editors doubt it.",
    ClaimStatus.UNVERIFIED: "It has been said; the editors have not found enough to confirm or to deny it.",
    ClaimStatus.RETRACTED: "The editors no longer hold it. It stays here, so that links to it still lead somewhere.",
}

#: The sections of a claim's page, and what stands there when nothing does.
_SECTIONS: Final = (
    (Stance.SUPPORTS, "For", "for", "No passage supports it."),
    (Stance.CONTRADICTS, "Against", "against", "No passage contradicts it."),
    (Stance.MENTIONS, "Mentions", "mentions", ""),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in a list."""

    statement: str
    href: Markdown
    status: str
    tally: str


@dataclass(frozen=True, slots=True)
class Status:
    """The claims of a status, and what it says."""

    name: str
    anchor: str
    meaning: str
    claims: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Proof:
    """A note on a claim: its passage in its sentence, or, where none is shown, what it is about;
    and what it does to other claims."""

    entry: Entry
    passage: Passage | None
    others: Sequence[Stand]


@dataclass(frozen=True, slots=True)
class Section:
    """The passages of one stance. ``tally`` says how many of them count."""

    heading: str
    anchor: str
    tally: str
    nothing: str
    proofs: Sequence[Proof]
    rest: Sequence[Proof]


def claims_pages(contents: Contents) -> Iterator[Page]:
    """The index, and a page for each claim."""
    yield _index(contents)
    for claim in contents.dossier.claims:
        yield _claim_page(contents, claim)


def claims_on(contents: Contents, topic: TopicId, page: PurePosixPath) -> list[Line]:
    """The claims that are on a topic, for its page."""
    return [_line(contents, claim, page) for claim in contents.claims_on.get(topic, ())]


def _line(contents: Contents, claim: Claim, page: PurePosixPath) -> Line:
    href = paths.html_link(page, paths.claim_page(claim.id))
    return Line(claim.statement, href, claim.status.value, _tally(contents, claim))


# --- the index ---------------------------------------------------------------------------------


def _index(contents: Contents) -> Page:
    claims = contents.dossier.claims
    number = count(len(claims), "statement", "statements")
    lede = f"{number} that sources bear on, each with the passages for and against it."
    if not claims:
        lede = "Statements that sources bear on, with the passages for and against each."
    body = fill("claims", title="Claims", lede=lede, statuses=list(_statuses(contents)))
    description = f"{contents.settings.title}: {lede}"
    return Page(paths.CLAIMS, "Claims", description, body, NOT_SEARCHED)


def _statuses(contents: Contents) -> Iterator[Status]:
    for status, meaning in _MEANINGS.items():
        claims = [claim for claim in contents.dossier.claims if claim.status is status]
        if claims:
            lines = [_line(contents, claim, paths.CLAIMS) for claim in claims]
            yield Status(status.value.capitalize(), status.value, meaning, lines)


def _tally(contents: Contents, claim: Claim) -> str:
    """``3 for, none against``; mentions only where there is nothing else."""
    numbers = [
        (len(with_stance(_evidence(contents, claim), stance)), anchor)
        for stance, _, anchor, _ in _SECTIONS
    ]
    if any(number for number, _ in numbers[:2]):
        return ", ".join(f"{number or 'none'} {where}" for number, where in numbers[:2])
    mentions = numbers[-1][0]
    return count(mentions, "mention", "mentions") if mentions else "no evidence yet"


# --- a claim -----------------------------------------------------------------------------------


def _claim_page(contents: Contents, claim: Claim) -> Page:
    page = paths.claim_page(claim.id)
    body = fill(
        "claim",
        statement=claim.statement,
        status=claim.status.value,
        meaning=_MEANINGS[claim.status],
        comment=prose(contents, claim.comment, page),
        topics=list(_topics(contents, claim, page)),
        sections=list(_sections(contents, claim, page)),
        index=paths.html_link(page, paths.CLAIMS, claim.status.value),
    )
    description = f"{claim.status.value.capitalize()}: {claim.statement}"
    return Page(page, shorten(claim.statement), description, body)


def _topics(contents: Contents, claim: Claim, page: PurePosixPath) -> Iterator[Chip]:
    for name in claim.topics:
        if topic := contents.topic_of(name):
            total = contents.relations.total(topic.id)
            yield topic_chip(contents, topic.id, page, total)


def _evidence(contents: Contents, claim: Claim) -> Sequence[Evidence]:
    return contents.relations.annotations.evidence.get(claim.id, ())


def _sections(contents: Contents, claim: Claim, page: PurePosixPath) -> Iterator[Section]:
    """For and against, once there is any evidence; mentions where there are some."""
    evidence = _evidence(contents, claim)
    for stance, heading, anchor, nothing in _SECTIONS:
        notes = [one.anchored for one in evidence if one.stance is stance]
        if notes or (evidence and nothing):
            proofs = [_proof(contents, one, claim, page) for one in notes]
            tally = _tally_of(with_stance(evidence, stance), len(notes))
            yield Section(heading, anchor, tally, nothing, proofs[:OPEN], proofs[OPEN:])


def _tally_of(evidence: Sequence[Evidence], notes: int) -> str:
    """``3 passages of 2 sources``, what else there is, and how much of what stands there does not
    count."""
    on_sources = [one for one in evidence if one.anchored.note.target.source]
    others, uncounted = len(evidence) - len(on_sources), notes - len(evidence)
    said = [
        f"{count(len(on_sources), 'passage', 'passages')}"
        f" of {count(len(sources_of(on_sources)), 'source', 'sources')}"
        if on_sources
        else "",
        count(others, "other note", "other notes") if others else "",
        f"{count(uncounted, 'note', 'notes')} not counted" if uncounted else "",
    ]
    return ", ".join(filter(None, said))


def _proof(contents: Contents, one: Anchored, claim: Claim, page: PurePosixPath) -> Proof:
    listed = entry(contents, one, page)
    here = paths.html_link(page, paths.claim_page(claim.id))
    others = [stand for stand in listed.note.stands if stand.href != here]
    return Proof(listed, passage_at(contents, one, page), others)


def passage_at(contents: Contents, one: Anchored, page: PurePosixPath) -> Passage | None:
    """The sentence that a note's passage begins in, with the passage marked; None where the note
    stands on none."""
    source, layer, span = one.note.target.source, one.layer, one.span
    if not (source and layer and span):
        return None
    document = contents.sources[source].document(layer)
    return passage(
        contents,
        page,
        source=source,
        layer=Layer(layer),
        block=BlockLookup(document)(span).id,
        sentence=Lookup(contents.dossier.analyses[source, layer].sentences)(span),
        meant=[span],
    )
