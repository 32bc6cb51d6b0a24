"""Verify: read the built site as a browser would, and hold it against what it was made from.

Law 2 on the very pages that are about to be published: every block of every text shows exactly
its words. Law 3 likewise: what is marked for a note is what the note is on. And no link of the site to itself, or to a place in a page, leads nowhere. Every page
is parsed once more for this, so only strict builds do it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from generator.model import Anchored, Document, Finding, Severity, Source
from generator.write import Contents
from generator.write.paths import note_anchor, source_page

#: Served for addresses that do not exist: its links start at the site's root.
_NOT_FOUND: Final = "404.html"

#: What stands behind it in an address is for the browser: words to highlight.
_DIRECTIVE: Final = ":~:"


#: The parser would make one space of several between two tags, as in no other place.
_VERBATIM: Final = frozenset(
    {"body", "p", "li", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd"}
)


def parsed(html: str) -> BeautifulSoup:
    """HTML with every white space in it kept."""
    return BeautifulSoup(html, "html.parser", preserve_whitespace_tags=_VERBATIM)


class Built:
    """A built page: its elements by id, and where its links lead."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._soup = parsed(path.read_text("utf-8", errors="replace"))
        self.texts = {str(e["id"]): e.get_text() for e in self._soup.find_all(id=True)}

    @cached_property
    def marked(self) -> dict[str, str]:
        """What is marked for each note, by the note's HTML id."""
        words: dict[str, str] = {}
        for mark in self._soup.find_all("mark", attrs={"data-note": True}):
            for note in str(mark["data-note"]).split():
                words[note] = words.get(note, "") + mark.get_text()
        return words

    @cached_property
    def links(self) -> list[str]:
        return [str(link["href"]) for link in self._soup.find_all("a", href=True)]


def verify(site: Path, contents: Contents) -> list[Finding]:
    """What is wrong with a built site; nothing, if all is well."""
    pages = {
        path: Built(path) for path in sorted(site.rglob("*.html")) if path != site / _NOT_FOUND
    }
    return [*_changed_texts(site, pages, contents), *_dead_links(site, pages)]


def _changed_texts(site: Path, pages: dict[Path, Built], contents: Contents) -> Iterator[Finding]:
    for source in contents.dossier.sources:
        page = pages.get(site / source_page(source.id).with_suffix(".html"))
        for _, document in source.layers:
            yield from _changed_blocks(page, document, source.record.path)
        yield from _misplaced_notes(page, source, contents)


def _changed_blocks(page: Built | None, document: Document, record: Path) -> Iterator[Finding]:
    for block in document.blocks:
        if page is None or page.texts.get(block.id) != document.text_of(block):
            yield Finding(
                Severity.ERROR,
                "text-changed",
                f"The built page does not show block {block.id} as it is: "
                f"“{document.text_of(block)[:60]}”.",
                record,
                advice="A Markdown extension or a theme changes text: take the last one that you added out of mkdocs.yml.",
            )


def _misplaced_notes(page: Built | None, source: Source, contents: Contents) -> Iterator[Finding]:
    for one in contents.relations.annotations.by_source.get(source.id, ()):
        anchor = note_anchor(one.note.id)
        if (
            page is None
            or anchor not in page.texts
            or page.marked.get(anchor) != _words(one, source)
        ):
            yield Finding(
                Severity.ERROR,
                "note-misplaced",
                f"The built page does not show note {one.note.id} where it belongs.",
                one.note.path,
                one.note.line,
                "A Markdown extension or a theme changes text: take the last one that you added out of mkdocs.yml.",
            )


def _words(one: Anchored, source: Source) -> str | None:
    """What should be marked for a note: its passage, without what is between blocks."""
    if one.span is None or one.layer is None:
        return None
    document, span = source.document(one.layer), one.span
    return "".join(
        document.text[max(span.start, block.span.start) : min(span.end, block.span.end)]
        for block in document.blocks
        if block.span.overlaps(span)
    )


def _dead_links(site: Path, pages: dict[Path, Built]) -> Iterator[Finding]:
    for path, page in pages.items():
        for link in dict.fromkeys(page.links):
            if not _leads_somewhere(link, path, pages):
                yield Finding(
                    Severity.WARNING,
                    "dead-link",
                    f"A link leads nowhere: {link}",
                    path.relative_to(site),
                    advice="Correct it in the page, record or theme that it comes from.",
                )


def _leads_somewhere(link: str, origin: Path, pages: dict[Path, Built]) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    if parts.scheme or parts.netloc:
        return True
    path = origin.parent / unquote(parts.path) if parts.path else origin
    target = Path(path / "index.html" if path.is_dir() else path).resolve()
    if target not in pages:
        return target.is_file()
    anchor = parts.fragment.partition(_DIRECTIVE)[0]
    return not anchor or unquote(anchor) in pages[target].texts
