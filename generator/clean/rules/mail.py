"""E-mails: their head, their text and their signature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.clean.mail import TOP, Field, head
from generator.clean.mail import signature as signature_of
from generator.clean.page import Claim, Page
from generator.model import Fate

#: The name of the rule that knows a mail's head; others ask who decided.
HEADER: Final = "mail-header"

_FATES: Final = {
    Field.SUBJECT: Fate.TITLE,
    Field.SENDER: Fate.BYLINE,
    Field.DATE: Fate.DATE,
    Field.OTHER: Fate.SET_ASIDE,
}


def mail_header(page: Page) -> Iterator[Claim]:
    """From, Subject and the like at the top of a text."""
    for index, field in enumerate(head([passage.parts[0] for passage in page.passages[:TOP]])):
        fate = _FATES[field]
        yield Claim(index, fate, "mail-header" if fate is Fate.SET_ASIDE else "")


def signature(page: Page) -> Iterator[Claim]:
    """What stands below the dashes that end a mail."""
    start = signature_of([passage.text for passage in page.passages])
    for index, _ in page.open(range(start, len(page.passages))):
        yield Claim(index, Fate.SET_ASIDE, "signature")


def mail_body(page: Page) -> Iterator[Claim]:
    """Between the head of a mail and its signature all is text, the greeting too."""
    if any(claim.rule == HEADER for claim in page.claims.values()):
        for index, _ in page.open():
            yield Claim(index, Fate.BODY)
