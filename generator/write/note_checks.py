"""What only shows once all is known: notes and claims that speak of what is not there, and claims
whose status the passages do not bear out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.anchor.find import CLAIMS_FILE
from generator.model import (
    Claim,
    ClaimStatus,
    Finding,
    Note,
    Severity,
    Stance,
    Standing,
)
from generator.relate.verdicts import sources_of, with_stance
from generator.write.contents import Contents
from generator.write.wikilinks import dead_links

#: Sources that must support a claim before it may be called corroborated.
CORROBORATION: Final = 2


def claim_findings(contents: Contents) -> tuple[Finding, ...]:
    """What is wrong with notes and claims beyond their own files. Lines are those of the entries."""
    return (*_about_notes(contents), *_about_claims(contents))


# --- notes -------------------------------------------------------------------------------------


def _about_notes(contents: Contents) -> Iterator[Finding]:
    for one in contents.dossier.notes:
        if one.standing is Standing.LOST:
            yield from _unknown_target(contents, one.note)
        yield from _unknown_claims(contents, one.note)
        yield from _dead_links(contents, one.note.body, one.note.path, one.note.line)


def _unknown_target(contents: Contents, note: Note) -> Iterator[Finding]:
    """A note on a topic or a date that is not there. Those on sources are told when they are anchored."""
    topic, event = note.target.topic, note.target.event
    if topic and contents.topic_of(topic) is None:
        message = f'The note is on the topic "{topic}", which there is not.'
        advice = _nearest(topic, contents.topics, "Use the id of a topic.")
        yield _warning("unknown-topic", message, note.path, note.line, advice)
    elif event:
        message = f"The note is on {event}, and no source of this edition names that date."
        advice = _nearest(event, _dates(contents), "Use a date of the timeline, as EDTF has it.")
        yield _warning("unknown-event", message, note.path, note.line, advice)


def _dates(contents: Contents) -> Iterator[str]:
    yield from sorted(contents.relations.dates)
    yield from (source.record.issued.text for source in contents.dossier.sources)


def _unknown_claims(contents: Contents, note: Note) -> Iterator[Finding]:
    for claim in dict.fromkeys(assessment.claim for assessment in note.assessments):
        if claim not in contents.claims:
            message = f'The note speaks of the claim "{claim}", which there is not.'
            advice = _nearest(claim, contents.claims, f"Add it to {CLAIMS_FILE}.")
            yield _warning("unknown-claim", message, note.path, note.line, advice)


def _dead_links(contents: Contents, markdown: str, path: Path, line: int) -> Iterator[Finding]:
    return (replace(dead, line=line) for dead in dead_links(contents, markdown, path))


# --- claims ------------------------------------------------------------------------------------


def _about_claims(contents: Contents) -> Iterator[Finding]:
    path = contents.settings.sources / CLAIMS_FILE
    for claim in contents.dossier.claims:
        yield from _unknown_topics(contents, claim, path)
        yield from _dead_links(contents, claim.comment, path, claim.line)
        yield from _status_not_borne_out(contents, claim, path)


def _unknown_topics(contents: Contents, claim: Claim, path: Path) -> Iterator[Finding]:
    for topic in claim.topics:
        if contents.topic_of(topic) is None:
            message = f'The claim "{claim.id}" is on the topic "{topic}", which there is not.'
            advice = _nearest(topic, contents.topics, "Use the id of a topic.")
            yield _warning("unknown-topic", message, path, claim.line, advice)


def _status_not_borne_out(contents: Contents, claim: Claim, path: Path) -> Iterator[Finding]:
    """The first thing that a claim's status promises and the passages do not hold."""
    evidence = contents.relations.annotations.evidence.get(claim.id, ())
    pro, contra = (with_stance(evidence, s) for s in (Stance.SUPPORTS, Stance.CONTRADICTS))
    if not pro and not contra:
        yield _remark(
            "claim-without-evidence",
            f'No passage supports or contradicts the claim "{claim.id}".',
            path,
            claim,
            f'Write a note on such a passage, with "claim: {claim.id}" and a stance.',
        )
    elif claim.status is ClaimStatus.CORROBORATED and len(sources_of(pro)) < CORROBORATION:
        yield _remark(
            "claim-by-one-source",
            f'The claim "{claim.id}" counts as corroborated, but fewer than two sources support it.',
            path,
            claim,
            'Add a note on a passage of another source, or make its status "unverified".',
        )
    elif claim.status is ClaimStatus.DISPUTED and not contra:
        yield _remark(
            "claim-undisputed",
            f'The claim "{claim.id}" counts as disputed, but no passage contradicts it.',
            path,
            claim,
            "Add a note on a passage that does, or say in its comment who disputes it.",
        )


# --- findings ----------------------------------------------------------------------------------


def _nearest(name: str, known: Iterable[str], otherwise: str) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f'Did you mean "{near[0]}"?' if near else otherwise


def _warning(code: str, message: str, path: Path, line: int, advice: str) -> Finding:
    return Finding(Severity.WARNING, code, message, path, line, advice)


def _remark(code: str, message: str, path: Path, claim: Claim, advice: str) -> Finding:
    return Finding(Severity.NOTE, code, message, path, claim.line, advice)
