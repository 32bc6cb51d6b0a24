"""The search's own page: what a script fills, and where to look without one."""

from __future__ import annotations

from generator.write import paths
from generator.write.contents import Contents
from generator.write.render import NOT_SEARCHED, Page, fill


def search_page(contents: Contents) -> Page:
    page = paths.SEARCH
    lists = [
        {"label": label, "says": says, "href": paths.html_link(page, target)}
        for label, says, target, is_there in (
            ("Sources", "all documents by date", paths.SOURCES, True),
            ("Topics", "what they speak of", paths.TOPICS, True),
            ("Timeline", "dated statements by year", paths.TIMELINE, True),
            ("Notes", "what the editors say", paths.NOTES, bool(contents.dossier.notes)),
            (
                "Claims",
                "what has been said, for and against",
                paths.CLAIMS,
                bool(contents.dossier.claims),
            ),
            ("Bibliography", "the sources as references", paths.BIBLIOGRAPHY, True),
        )
        if is_there
    ]
    body = fill("search", title="Search", lists=lists)
    meta = {"hide": ["toc"], "robots": "noindex", "has_search": True, **NOT_SEARCHED}
    return Page(page, "Search", f"{contents.settings.title}: search", body, meta)
