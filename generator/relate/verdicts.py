"""What the passages say of a claim, counted.

A note counts that the editors stand behind and that stands somewhere: no draft, none that is
retracted, none whose passage is lost. Pages show the others too, and say what is the matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from generator.model import Anchored, NoteStatus, SourceId, Stance, Standing
from generator.relate.annotations import Evidence

_NOT_STOOD_BEHIND: Final = frozenset({NoteStatus.DRAFT, NoteStatus.RETRACTED})
_NOWHERE: Final = frozenset({Standing.LOST, Standing.AMBIGUOUS})


def counts(one: Anchored) -> bool:
    """Whether a note is evidence, and not only a note on a claim."""
    return one.note.status not in _NOT_STOOD_BEHIND and one.standing not in _NOWHERE


def with_stance(evidence: Iterable[Evidence], stance: Stance) -> Sequence[Evidence]:
    """The evidence of one stance that counts."""
    return [one for one in evidence if one.stance is stance and counts(one.anchored)]


def sources_of(evidence: Iterable[Evidence]) -> frozenset[SourceId]:
    """The sources that evidence stands in; a note on a topic or a date stands in none."""
    found = (one.anchored.note.target.source for one in evidence)
    return frozenset(source for source in found if source)
