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
from generator.filing.report import Report
from generator.filing.yaml_file import Mapping, Node, kind_of, unknown_keys
from generator.model import Claim, ClaimId, ClaimStatus, Finding, TopicId

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
    return ClaimId(
        fields.needed(
            "id",
            fields.address_id(code="claim-bad-id", kind="claim"),
            code="claim-without-id",
            said="This claim has no id.",
            advice='Add "id: some-short-name": small letters, digits and hyphens. Notes name it by that.',
        )
    )


def _statement(fields: Fields) -> str:
    return fields.needed(
        "statement",
        fields.text("statement"),
        code="claim-without-statement",
        said="This claim states nothing.",
        advice='Add "statement: ..." with one sentence that can be true or false.',
    )


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
