"""A page at every address that a topic had before: it says where the topic is now.

The front matter's ``redirect`` is for the theme, which sends the browser on (``<meta
http-equiv="refresh">``: works from a disk and without scripts). The link in the page is for
everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Topic, TopicId
from generator.write import paths
from generator.write.contents import Contents
from generator.write.escape import escape_value
from generator.write.render import Page


def redirect_pages(contents: Contents) -> Iterator[Page]:
    for old, topic in contents.formerly.items():
        yield _redirect(old, topic)


def _redirect(old: TopicId, topic: Topic) -> Page:
    page, now = paths.topic_page(old), paths.topic_page(topic.id)
    label = escape_value(topic.label)
    link = f"[{label}]({paths.markdown_link(page, now)})"
    body = f"# {label}\n\nThis topic has another address now: {link}."
    meta = {
        "redirect": str(paths.html_link(page, now)),
        "search": {"exclude": True},
        "hide": ["toc"],
    }
    return Page(page, topic.label, f"Now at another address: {topic.label}", body, meta)
