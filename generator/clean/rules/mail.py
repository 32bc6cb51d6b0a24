"""E-mails: their head, their text and their signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from generator.clean.page import Claim, Page
from generator.model import Fate

_FIELD: Final = re.compile(
    r"""(?:
    (?P<subject>subject|betreff|objet|asunto|oggetto|assunto|тема|موضوع|الموضوع|件名|主题)
    |(?P<sender>from|von|de|da|от|فرستنده|از|من|差出人|发件人)
    |(?P<date>date|sent|datum|gesendet|envoyé|fecha|enviado|data|дата|отправлено|تاریخ|التاريخ)
    |to|an|à|para|b?cc|reply-to|message-id|in-reply-to|references|return-path|received|list-\w+
    |mime-version|content-[\w-]+|x-[\w-]+|priority|attachments?|anhang|кому|копия|به|گیرنده|إلى
    )\s?:""",
    re.IGNORECASE | re.VERBOSE,
)
_FATES: Final = {"subject": Fate.TITLE, "sender": Fate.BYLINE, "date": Fate.DATE}
#: So many lines with a field's name in front are the head of a mail, not a list.
FIELDS: Final = 3
#: Among how many lines at the top the head is looked for.
TOP: Final = 40
#: A line of nothing but two dashes begins a signature (RFC 3676, section 4.3).
_SIGNATURE: Final = "--"


def mail_header(page: Page) -> Iterator[Claim]:
    """From, Subject and the like at the top of a text."""
    found = (_FIELD.match(passage.text[:40]) for passage in page.passages[:TOP])
    names = [field.lastgroup for field in takewhile(bool, found) if field]
    if len(names) < FIELDS or not {"subject", "sender"} & set(names):
        return
    for index, name in enumerate(names):
        fate = _FATES.get(name or "", Fate.SET_ASIDE)
        yield Claim(index, fate, "mail-header" if fate is Fate.SET_ASIDE else "")


def signature(page: Page) -> Iterator[Claim]:
    """What stands below the dashes that end a mail."""
    marks = [index for index, passage in page.open() if passage.text == _SIGNATURE]
    if marks and marks[-1] > len(page.passages) // 2:
        for index, _ in page.open(range(marks[-1], len(page.passages))):
            yield Claim(index, Fate.SET_ASIDE, "signature")


def mail_body(page: Page) -> Iterator[Claim]:
    """Between the head of a mail and its signature all is text, the greeting too."""
    if any(claim.rule == "mail-header" for claim in page.claims.values()):
        for index, _ in page.open():
            yield Claim(index, Fate.BODY)
