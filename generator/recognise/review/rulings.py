"""What people decided about mentions: about one place in a text, or about all places of an alias."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.model import Layer, Quote, SourceId, TopicId

#: Where rulings are kept, in the folder of records.
RULINGS_FILE: Final = "decisions.yml"


class Answer(StrEnum):
    """ACCEPT and REJECT decide one place; ALWAYS and NEVER every match of an alias."""

    ACCEPT = "accept"
    REJECT = "reject"
    ALWAYS = "always"
    NEVER = "never"

    @property
    def is_for_alias(self) -> bool:
        return self in (Answer.ALWAYS, Answer.NEVER)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody decided about one place; ``line`` is where that stands in the file."""

    source: SourceId
    layer: Layer
    topic: TopicId
    quote: Quote
    answer: Answer
    by: str = ""
    on: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class AliasRuling:
    """What somebody decided about all matches of an alias."""

    topic: TopicId
    alias: str
    answer: Answer
    by: str = ""
    on: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rulings:
    """All rulings of a file, in its order, and those about places by the text they are in."""

    path: Path = Path(RULINGS_FILE)
    entries: tuple[Ruling | AliasRuling, ...] = ()
    by_text: Mapping[tuple[SourceId, Layer], tuple[Ruling, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    @classmethod
    def of(cls, path: Path, entries: tuple[Ruling | AliasRuling, ...]) -> Rulings:
        by_text: dict[tuple[SourceId, Layer], tuple[Ruling, ...]] = {}
        for one in entries:
            if isinstance(one, Ruling):
                key = one.source, one.layer
                by_text[key] = (*by_text.get(key, ()), one)
        return cls(path, entries, by_text)

    @property
    def about_aliases(self) -> tuple[AliasRuling, ...]:
        return tuple(one for one in self.entries if isinstance(one, AliasRuling))


NO_RULINGS: Final = Rulings()


def told(ruling: Ruling | AliasRuling, path: Path) -> str:
    """Who decided, when and where it is written: ``by Ada Marsh on 2024-05-01, decisions.yml:7``."""
    by = f"by {ruling.by} " if ruling.by else ""
    on = f"on {ruling.on}" if ruling.on else ""
    place = f"{path.name}:{ruling.line}" if ruling.line else path.name
    return ", ".join(filter(None, ((by + on).strip(), place)))
