"""Questions as a file to fill in, in an editor, by whoever knows the answers.

It has the form of ``decisions.yml`` with empty ``decision:`` keys, and each question's sentence as a
comment. ``load_rulings(path, is_worksheet=True)`` reads what was filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generator.filing.yaml_text import scalar
from generator.model import Mention
from generator.recognise.review.proposals import Question

HEADER: Final = """\
# Write a word behind "decision:" where you know the answer, and leave the others as they are:
#   accept   these words name this topic, here       always   the alias names the topic wherever it stands
#   reject   they do not                             never    it never does
# Then: dossier topics review --apply THIS-FILE
# The sentences may be other people's: this file is not for publication.
"""


def as_worksheet(questions: Iterable[Question]) -> str:
    """The text of a file to fill in; an entry for each topic that a place may name."""
    return HEADER + "".join(
        "\n" + "\n".join(_entry(question, claim)) + "\n"
        for question in questions
        for claim in question.proposal.claims
    )


def _entry(question: Question, claim: Mention) -> Iterator[str]:
    record = question.source.record
    yield f"# {record.issued.text or 'undated'}, {question.proposal.why}:"
    sentence = f"{question.before}[{question.words}]{question.after}"
    yield "#   " + "".join(char if char.isprintable() else " " for char in sentence).rstrip()
    place = question.quote
    if place is None:
        yield "# These words stand more than once with the same words around: only always or never."
        yield f"- topic: {scalar(claim.topic)}"
    else:
        yield f"- source: {scalar(question.source.id)}"
        yield f"  layer: {question.layer}"
        yield f"  topic: {scalar(claim.topic)}"
        yield f"  quote: {scalar(place.exact)}"
        yield f"  prefix: {scalar(place.prefix)}"
        yield f"  suffix: {scalar(place.suffix)}"
    yield f"  alias: {scalar(claim.alias)}"
    yield "  decision:"
