"""What a CSL item type is called elsewhere: one row a type."""

from __future__ import annotations

from typing import Final, NamedTuple


class Kind(NamedTuple):
    """Zotero's item type, RIS's ``TY``, biblatex's entry type, and schema.org's type."""

    zotero: str
    ris: str
    biblatex: str
    schema_org: str


#: Zotero's schema names its types by CSL's; RIS and biblatex have their own lists. What has no
#: counterpart is a document (Zotero), GEN (RIS), misc (biblatex) or a CreativeWork (schema.org).
KINDS: Final[dict[str, Kind]] = {
    "article": Kind("preprint", "UNPB", "online", "Article"),
    "article-journal": Kind("journalArticle", "JOUR", "article", "ScholarlyArticle"),
    "article-magazine": Kind("magazineArticle", "MGZN", "article", "Article"),
    "article-newspaper": Kind("newspaperArticle", "NEWS", "article", "NewsArticle"),
    "bill": Kind("bill", "BILL", "legislation", "Legislation"),
    "book": Kind("book", "BOOK", "book", "Book"),
    "broadcast": Kind("document", "GEN", "misc", "CreativeWork"),
    "chapter": Kind("bookSection", "CHAP", "incollection", "Chapter"),
    "classic": Kind("book", "CLSWK", "book", "Book"),
    "collection": Kind("document", "GEN", "misc", "Collection"),
    "dataset": Kind("dataset", "DATA", "dataset", "Dataset"),
    "document": Kind("document", "GEN", "misc", "CreativeWork"),
    "entry": Kind("encyclopediaArticle", "ENCYC", "inreference", "Article"),
    "entry-dictionary": Kind("dictionaryEntry", "DICT", "inreference", "Article"),
    "entry-encyclopedia": Kind("encyclopediaArticle", "ENCYC", "inreference", "Article"),
    "event": Kind("document", "GEN", "misc", "CreativeWork"),
    "figure": Kind("artwork", "FIGURE", "image", "CreativeWork"),
    "graphic": Kind("artwork", "ART", "artwork", "CreativeWork"),
    "hearing": Kind("hearing", "HEAR", "misc", "CreativeWork"),
    "interview": Kind("interview", "GEN", "misc", "CreativeWork"),
    "legal_case": Kind("case", "CASE", "jurisdiction", "CreativeWork"),
    "legislation": Kind("statute", "STAT", "legislation", "Legislation"),
    "manuscript": Kind("manuscript", "MANSCPT", "unpublished", "Manuscript"),
    "map": Kind("map", "MAP", "misc", "Map"),
    "motion_picture": Kind("film", "MPCT", "movie", "Movie"),
    "musical_score": Kind("document", "MUSIC", "music", "SheetMusic"),
    "pamphlet": Kind("document", "PAMP", "booklet", "CreativeWork"),
    "paper-conference": Kind("conferencePaper", "CONF", "inproceedings", "ScholarlyArticle"),
    "patent": Kind("patent", "PAT", "patent", "CreativeWork"),
    "performance": Kind("document", "GEN", "performance", "CreativeWork"),
    "periodical": Kind("document", "JFULL", "periodical", "Periodical"),
    "personal_communication": Kind("letter", "PCOMM", "letter", "CreativeWork"),
    "post": Kind("forumPost", "ICOMM", "online", "SocialMediaPosting"),
    "post-weblog": Kind("blogPost", "BLOG", "online", "BlogPosting"),
    "regulation": Kind("statute", "STAT", "legislation", "Legislation"),
    "report": Kind("report", "RPRT", "report", "Report"),
    "review": Kind("journalArticle", "JOUR", "review", "Review"),
    "review-book": Kind("journalArticle", "JOUR", "review", "Review"),
    "software": Kind("computerProgram", "COMP", "software", "SoftwareApplication"),
    "song": Kind("audioRecording", "SOUND", "audio", "MusicRecording"),
    "speech": Kind("presentation", "SLIDE", "unpublished", "CreativeWork"),
    "standard": Kind("standard", "STAND", "standard", "CreativeWork"),
    "thesis": Kind("thesis", "THES", "thesis", "Thesis"),
    "treaty": Kind("document", "GEN", "legal", "CreativeWork"),
    "webpage": Kind("webpage", "ELEC", "online", "WebPage"),
}


def kind_of(csl_type: str) -> Kind:
    """The row of a record's type; a record without one is a document."""
    return KINDS[csl_type or "document"]
