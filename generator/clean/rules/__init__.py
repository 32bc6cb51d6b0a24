"""The rules, each a file of its own, in the order in which they speak.

A rule sees what those before it have claimed, and can claim what is still open; so the order
goes from what is sure to what is left:

1. What the format says of itself, and the forms of an e-mail.
2. What is furniture wherever it stands: placeholders of pictures, and lines that the phrase tables
   know as a whole, by their beginning, or because the page speaks to the reader in them.
3. The head: dates and bylines first, because they are the easiest to tell; then the title, for
   which they are no candidates; then names, which mean an author only below a title. The
   standfirst comes much later, for it is told from a paragraph by what was found around it.
4. Pictures and credits: end marks and agencies' codes first, which look like credits; agency
   credits before picture credits, because a report's last line may look like both; duplicates
   before captions, because a copy proves its original a caption.
5. The edges of the text: what a newsletter promises (after the title, which may stand below its
   prompt and sound like it), notices, who the author and the publisher are.
6. Inside the text: datelines, which no other rule may break; the standfirst; what was copied
   twice; charts' titles and captions without a credit before headings, which they resemble.
7. What is left outside the core is set aside. What is left within it is body, without a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from generator.clean.page import Claim, Page
from generator.clean.rules.agency_credit import agency_credit
from generator.clean.rules.author_note import author_note
from generator.clean.rules.byline import bare_name, byline, byline_below
from generator.clean.rules.caption import caption
from generator.clean.rules.chart_title import chart_title
from generator.clean.rules.date_line import date_line
from generator.clean.rules.dateline import dateline
from generator.clean.rules.duplicate_caption import duplicate_caption
from generator.clean.rules.duplicate_title import duplicate_title
from generator.clean.rules.end_mark import end_mark
from generator.clean.rules.furniture import furniture
from generator.clean.rules.image_placeholder import image_placeholder
from generator.clean.rules.labelled_picture import labelled_picture
from generator.clean.rules.mail import HEADER as MAIL_HEADER
from generator.clean.rules.mail import mail_body, mail_header, signature
from generator.clean.rules.notice import notice
from generator.clean.rules.outside import outside
from generator.clean.rules.photo_credit import photo_credit
from generator.clean.rules.promotion import promotion
from generator.clean.rules.publisher_note import publisher_note
from generator.clean.rules.related_links import related_links
from generator.clean.rules.repeated import repeated
from generator.clean.rules.section_heading import section_heading
from generator.clean.rules.standfirst import standfirst
from generator.clean.rules.stated_kind import stated_kind
from generator.clean.rules.stray_caption import stray_caption
from generator.clean.rules.tagline import foreign_tagline
from generator.clean.rules.title import title


class Rule(NamedTuple):
    """A named judge of a page: it claims passages that no rule before it has claimed."""

    name: str
    judge: Callable[[Page], Iterable[Claim]]


#: In order; see above for why.
RULES: Final = (
    Rule("stated-kind", stated_kind),
    Rule(MAIL_HEADER, mail_header),
    Rule("signature", signature),
    Rule("mail-body", mail_body),
    Rule("labelled-picture", labelled_picture),
    Rule("image-placeholder", image_placeholder),
    Rule("navigation", furniture("navigation")),
    Rule("share", furniture("share")),
    Rule("advertisement", furniture("advertisement")),
    Rule("newsletter", furniture("newsletter")),
    Rule("comments", furniture("comments")),
    Rule("keywords", furniture("keywords")),
    Rule("reading-time", furniture("reading-time")),
    Rule("disclaimer", furniture("disclaimer")),
    Rule("author-heading", furniture("author-bio")),
    Rule("related-links", related_links),
    Rule("date-line", date_line),
    Rule("byline", byline),
    Rule("title", title),
    Rule("duplicate-title", duplicate_title),
    Rule("bare-name", bare_name),
    Rule("byline-below", byline_below),
    Rule("foreign-tagline", foreign_tagline),
    Rule("end-mark", end_mark),
    Rule("agency-credit", agency_credit),
    Rule("duplicate-caption", duplicate_caption),
    Rule("caption", caption),
    Rule("photo-credit", photo_credit),
    Rule("promotion", promotion),
    Rule("notice", notice),
    Rule("author-note", author_note),
    Rule("publisher-note", publisher_note),
    Rule("dateline", dateline),
    Rule("standfirst", standfirst),
    Rule("repeated", repeated),
    Rule("chart-title", chart_title),
    Rule("stray-caption", stray_caption),
    Rule("section-heading", section_heading),
    Rule("outside", outside),
)
