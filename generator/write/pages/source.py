"""A source's page: what it is, our digest, its text where that may be shown, and the apparatus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from babel.core import Locale, UnknownLocaleError

from generator.describe.dates import spoken
from generator.model import (
    IN_TEXT,
    Anchored,
    Basis,
    Document,
    Fate,
    Layer,
    Mention,
    Rights,
    Source,
    Standing,
    Value,
)
from generator.settings import Edition
from generator.write import paths
from generator.write.blocks import Hand, TopicLink, render_document
from generator.write.contents import Contents
from generator.write.escape import Markdown, escape_everything, escape_prose
from generator.write.linking import linked
from generator.write.margin import MarginNote
from generator.write.pages.cards import date_of, first_paragraph, foreign, topic_chips
from generator.write.pages.citing import cite_section, head_of
from generator.write.pages.note import is_marked, note_aside, note_view
from generator.write.pages.topic import count
from generator.write.render import Page, fill, shorten

#: CSL item types whose words stand the wrong way round.
_KINDS: Final = {
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "newspaper article",
    "entry-dictionary": "dictionary entry",
    "entry-encyclopedia": "encyclopedia entry",
    "paper-conference": "conference paper",
    "post-weblog": "weblog post",
    "review-book": "book review",
    "webpage": "web page",
}

#: How a basis is marked, named and explained. What is not stated says so in place of a value.
_BASES: Final = {
    Basis.STATED: ("stated", "stated", "The capture says so."),
    Basis.INFERRED: ("inferred", "inferred", "The editors worked it out; the reason stands below."),
    Basis.EDITOR: ("editor", "editor", "The editors say so."),
    Basis.NOT_STATED: ("none", "", ""),
}

_DESTINATIONS: Final = ("published as text", "used as metadata", "set aside")

#: How deep the headings of each text are set: below "Digest" and "Text", which are level 2.
_SHIFT: Final = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the card: a label, a value (empty: not stated), and where the value comes from."""

    label: str
    text: str
    basis: str
    mark: str
    meaning: str
    why: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the provenance list; ``code`` for what is set in a fixed width."""

    label: str
    text: str
    code: bool = False


def source_page(contents: Contents, source: Source) -> Page:
    page = paths.source_page(source.id)
    record = source.record
    body = fill(
        "source",
        title=record.title.text,
        language=foreign(contents, source),
        card=list(_card(contents, source)),
        digest=_text(contents, source, Layer.DIGEST),
        digest_words=_words(source.digest),
        text=_text(contents, source, Layer.TEXT) if source.text else "",
        text_words=_words(source.text) if source.text else "",
        absent=_why_no_text(contents, source),
        notes=list(_elsewhere(contents, source, page)),
        topics=topic_chips(contents, source.id, page),
        dates=list(_dates(contents, source)),
        related=list(_related(contents, source, page)),
        aside=list(_aside(source)),
        aside_summary=_aside_summary(source),
        provenance=list(_provenance(contents, source)),
        data=list(_data(source, page)),
        cite=cite_section(contents, source, page),
    )
    meta = {"search": {"boost": 2}, **head_of(contents, source)}
    return Page(page, record.title.text, first_paragraph(source), body, meta)


def _card(contents: Contents, source: Source) -> Iterator[Row]:
    record = source.record
    yield _row("Published in", record.publication)
    yield _authors(source)
    yield _row("Issued", record.issued, spoken(record.issued.text) if record.issued else "")
    for label, value in (
        ("Publisher", record.publisher),
        ("Place", record.place),
        ("Kind", record.type),
        ("Language", record.language),
    ):
        if value:
            yield _row(label, value, _plain(label, value.text))
    if record.accessed:
        yield _row("Captured", record.accessed, spoken(record.accessed.text))
    if record.url:
        yield _row("Original", record.url, href=record.url.text)
    if record.archived:
        yield _row("Archived copy", record.archived, href=record.archived.text)
    if record.keywords:
        yield _row("Keywords", Value(", ".join(record.keywords), Basis.STATED))
    if notes := _notes(contents, source):
        first = paths.note_anchor(notes[0].note.id)
        yield Row("Notes", count(len(notes), "note", "notes"), "", "", "", href=f"#{first}")
    yield Row("Rights", record.rights.value, "", "", "", record.rights_note)


def _plain(label: str, text: str) -> str:
    """A code in words where it has some."""
    if label == "Kind":
        return _KINDS.get(text, text.replace("-", " ").replace("_", " "))
    return _language_name(text) if label == "Language" else text


def _language_name(tag: str) -> str:
    """``English`` for ``en``; the tag itself where it has no name."""
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _row(label: str, value: Value, text: str = "", href: str = "") -> Row:
    mark, basis, meaning = _BASES[value.basis]
    return Row(label, text or value.text, basis, mark, meaning, value.why, href)


def _authors(source: Source) -> Row:
    names = ", ".join(author.text for author in source.record.authors)
    basis = source.record.authors_basis
    return _row("By", Value(names, basis.basis, basis.why))


def _words(document: Document) -> str:
    count = len(document.text.split())
    return f"{count:,} words" if count != 1 else "1 word"


def _text(contents: Contents, source: Source, layer: Layer) -> Markdown:
    """One of a source's texts, woven with its mentions."""
    page = paths.source_page(source.id)
    document = source.document(layer)
    mentions = contents.dossier.analyses[source.id, layer].mentions
    chosen = linked(document, mentions, contents.settings.link)
    first = {mention.topic: mention for mention in sorted(chosen, reverse=True)}

    def link_of(mention: Mention) -> TopicLink | None:
        if mention not in chosen:
            return None
        target = paths.topic_page(mention.topic)
        scope = contents.topics[mention.topic].scope
        gloss = shorten(scope) if mention == first[mention.topic] else ""
        return TopicLink(paths.markdown_link(page, target), paths.html_link(page, target), gloss)

    escape = escape_prose if contents.settings.plain_extensions else escape_everything
    language = foreign(contents, source) if layer is Layer.TEXT else ""
    hand = Hand(layer, _SHIFT, escape, language)
    return render_document(document, mentions, link_of, hand, _margin(contents, source, layer))


def _margin(contents: Contents, source: Source, layer: Layer) -> list[MarginNote]:
    """The notes that stand beside one of a source's texts."""
    page = paths.source_page(source.id)
    return [
        MarginNote(
            span=one.span,
            number=contents.relations.annotations.numbers[one.note.id],
            anchor=paths.note_anchor(one.note.id),
            passage=paths.passage_anchor(one.note.id),
            name=(view := note_view(contents, one, page)).name,
            status=view.status,
            aside=note_aside(view),
        )
        for one in _notes(contents, source)
        if one.span is not None and one.layer is layer
    ]


def _notes(contents: Contents, source: Source) -> Sequence[Anchored]:
    return contents.relations.annotations.by_source.get(source.id, ())


def _elsewhere(
    contents: Contents, source: Source, page: PurePosixPath
) -> Iterator[dict[str, object]]:
    """The notes that stand beside no passage, in groups."""
    notes = [one for one in _notes(contents, source) if not is_marked(one)]
    for heading, anchor, whole in (
        ("Notes on the whole", "notes-on-the-whole", True),
        ("Notes on passages not shown here", "notes-elsewhere", False),
    ):
        found = [one for one in notes if (one.standing is Standing.WHOLE) is whole]
        if found:
            asides = [note_aside(note_view(contents, one, page)) for one in found]
            yield {"heading": heading, "anchor": anchor, "asides": asides}


def _dates(contents: Contents, source: Source) -> Iterator[dict[str, str]]:
    for statement in contents.relations.statements_in(source.id):
        yield {
            "spoken": spoken(statement.date),
            "words": statement.span.of(source.document(statement.layer).text),
            "basis": statement.basis,
            "href": f"#{statement.block}",
        }


def _related(contents: Contents, source: Source, page: PurePosixPath) -> Iterator[dict[str, str]]:
    for related in contents.relations.related[source.id]:
        other = contents.sources[related.source]
        yield {
            "title": other.record.title.text,
            "href": paths.html_link(page, paths.source_page(other.id)),
            "language": foreign(contents, other),
            "date": date_of(other),
            "topics": ", ".join(contents.topics[topic].label for topic in related.topics),
        }


def _aside(source: Source) -> Iterator[dict[str, object]]:
    """What was set aside, where the edition carries the text that it was set aside from."""
    for placed in source.placed if source.text else ():
        verdict = placed.verdict
        if verdict.fate is Fate.SET_ASIDE:
            yield {
                "number": verdict.part.line,
                "reason": verdict.reason.replace("-", " "),
                "text": verdict.part.text,
            }


def _aside_summary(source: Source) -> str:
    aside = Counter(placed.verdict.fate for placed in source.placed)[Fate.SET_ASIDE]
    return f"{count(aside, 'line was', 'lines were')} set aside"


def _account(source: Source) -> str:
    """Where every line of the capture went, in a sentence."""
    fates = Counter(_destination(placed.verdict.fate) for placed in source.placed)
    parts = ", ".join(f"{fates[place]} {place}" for place in _DESTINATIONS if fates[place])
    return f"{len(source.placed)} not blank: {parts}"


def _destination(fate: Fate) -> str:
    text, metadata, aside = _DESTINATIONS
    return text if fate in IN_TEXT else aside if fate is Fate.SET_ASIDE else metadata


def _provenance(contents: Contents, source: Source) -> Iterator[Fact]:
    record, capture = source.record, source.capture
    # A file's name on this machine is nobody's business where its text is not shown.
    at_hand = capture if source.text else None
    if name := record.capture_file or (at_hand.path.name if at_hand else ""):
        yield Fact("Capture", name, code=True)
    if sha256 := record.capture_sha256 or (at_hand.sha256 if at_hand else ""):
        yield Fact("SHA-256", sha256, code=True)
    if source.text and source.reading and capture:
        yield Fact("Read as", f"{source.reading.format}, {source.reading.encoding}")
        yield Fact("Size", f"{capture.size:,} bytes, unchanged since import")
        yield Fact("Lines", _account(source))
    yield Fact("Record", f"{contents.settings.sources.name}/{record.path.name}", code=True)


def _why_no_text(contents: Contents, source: Source) -> str:
    if not (source.record.capture_file or source.record.capture_sha256):
        return "There is no capture: this source is a record and a digest."
    if source.record.rights is Rights.RESTRICTED and contents.settings.edition is Edition.PUBLIC:
        return (
            "The text belongs to others. This edition carries our digest and not the text itself."
        )
    return "The capture was not at hand when this edition was made."


def _data(source: Source, page: PurePosixPath) -> Iterator[dict[str, str]]:
    main = source.main_layer
    for layer, _ in source.layers:
        name = "text" if layer is Layer.TEXT else "digest"
        yield {
            "label": f"{name} (plain)",
            "href": paths.html_link(page, paths.text_file(source.id, layer)),
        }
        yield {
            "label": f"annotations of the {name} (JSON-LD)",
            "href": paths.html_link(page, paths.annotations_file(source.id, layer, main)),
        }
    if source.text:
        yield {
            "label": "provenance of every line (JSON)",
            "href": paths.html_link(page, paths.provenance_file(source.id)),
        }
