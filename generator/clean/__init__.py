"""Clean: each part of a capture gets exactly one fate, by ordered, named rules."""

from __future__ import annotations

from collections.abc import Sequence

from generator.clean.assemble import assemble, document_of
from generator.clean.page import Page
from generator.clean.rules import RULES, Rule
from generator.clean.unwrap import unwrap
from generator.model import Fate, Part, Verdict

__all__ = ["RULES", "Rule", "assemble", "clean", "document_of"]


def clean(parts: Sequence[Part], rules: Sequence[Rule] = RULES) -> tuple[Verdict, ...]:
    """One verdict for each part, in order, from the text alone.

    A line that goes on a wrapped paragraph comes back with ``joins`` set. What the format itself
    calls no text is set aside for that reason and no rule sees it. Without a rule that claims it,
    a part is body.
    """
    page = Page.of(unwrap([part for part in parts if not part.aside]))
    for rule in rules:
        page = page.after(rule.name, rule.judge)
    verdicts = iter(page.verdicts())
    return tuple(_no_text(part) if part.aside else next(verdicts) for part in parts)


def _no_text(part: Part) -> Verdict:
    return Verdict(part, Fate.SET_ASIDE, part.aside, "format")
