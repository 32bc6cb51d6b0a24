"""Read ``sources/claims.yml``: a list of claims, statements that passages of the sources bear on.

What is wrong with one claim is a finding with its line, and only this claim, or this value of it,
is left out. A file that cannot be read as a list at all is a ``NotesError``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.anchor.entries import entries_of, read_text
from generator.anchor.fields import Fields
from generator.anchor.note_ids import ID_LIMIT
from generator.filing.report import Report
from generator.filing.yaml_file import Mapping, Node, kind_of, unknown_keys
from generator.model import Claim, ClaimId, ClaimStatus, Finding, TopicId
from generator.recognise.topic_nodes import is_slug, slug

CLAIM_KEYS: Final = frozenset({"id", "statement", "status", "comment", "topics"})


def load_claims(path: Path) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    """The claims of a file in its order, and what a person should look at, by line.

    Whether there are such topics is not looked at. No file is no claims. Raises ``NotesError``
    for a file that is no UTF-8, no YAML or no list.
    """
    return parse_claims(read_text(path), path)


def parse_claims(text: str, path: Path) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    """As ``load_claims``, for a text that stands in ``path`` or is going to."""
    nodes = entries_of(
        text, path, code="claims-no-list", advice='Begin each claim with "- id: ...".'
    )
    report = Report(path)
    claims = _without_doubles([c for node in nodes if (c := _read_claim(node, report))], report)
    return claims, tuple(sorted(report.findings, key=lambda finding: finding.line))


def _read_claim(node: Node, report: Report) -> Claim | None:
    if not isinstance(node, Mapping):
        report.error(
            "wrong-type",
            node.line,
            f"A claim is keys and values (id, statement, ...), but here is {kind_of(node)}.",
            'Begin it with "- id: ..." and indent its other keys below "id".',
        )
        return None
    report.findings.extend(unknown_keys(node, CLAIM_KEYS, report.path))
    fields = Fields(node, report)
    id_, statement = _id(fields), _statement(fields)
    claim = Claim(
        id_,
        statement,
        _status(fields),
        fields.markdown("comment"),
        tuple(dict.fromkeys(TopicId(item.text) for item in fields.texts("topics"))),
        node.line,
    )
    return claim if id_ and statement else None


def _id(fields: Fields) -> ClaimId:
    text = fields.text("id")
    if is_slug(text) and len(text) <= ID_LIMIT:
        return ClaimId(text)
    if text:
        fields.report.error(
            "claim-bad-id",
            fields.line("id"),
            f'"{text}" cannot be an id.',
            "Use small letters a-z, digits and hyphens only, "
            f'such as "{slug(text)[:ID_LIMIT].strip("-") or "claim-1"}".',
        )
    elif not fields.is_given("id"):
        fields.report.error(
            "claim-without-id",
            fields.line("id"),
            "This claim has no id.",
            'Add "id: some-short-name": small letters, digits and hyphens. Notes name it by that.',
        )
    return ClaimId("")


def _statement(fields: Fields) -> str:
    text = fields.text("statement")
    if not text and not fields.is_given("statement"):
        fields.report.error(
            "claim-without-statement",
            fields.line("statement"),
            "This claim states nothing.",
            'Add "statement: ..." with one sentence that can be true or false.',
        )
    return text


def _status(fields: Fields) -> ClaimStatus:
    meanwhile = "the claim counts as unverified"
    stated = fields.choice("status", ClaimStatus, "bad-status", meanwhile)
    return stated or ClaimStatus.UNVERIFIED


def _without_doubles(claims: Sequence[Claim], report: Report) -> tuple[Claim, ...]:
    """The claims whose ids are their own; of two with one id the first."""
    first: dict[ClaimId, Claim] = {}
    for claim in claims:
        known = first.setdefault(claim.id, claim)
        if known is not claim:
            report.error(
                "claim-id-twice",
                claim.line,
                f'The id "{claim.id}" is that of the claim in line {known.line}.',
                "Give one of them another id, or merge them. Only the first is used.",
            )
    return tuple(first.values())
