"""Pages out of templates: values are escaped unless they say that they are Markdown.

Decisions are made in Python (generator/write/pages/), phrases stand in templates/*.md.j2. Every
value is escaped for raw HTML, which is right in Markdown too under the extensions that are known.
A value in a line of Markdown takes the filter ``in_markdown``, which is right under any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import Any, Final

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.write.escape import escape_in_markdown, escape_value

#: Front matter of pages that repeat what others say: a search should find the others.
NOT_SEARCHED: Final = {"search": {"exclude": True}}

#: Longest description that search engines and link previews show, in characters.
DESCRIPTION_LENGTH: Final = 160


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be written: where, under which title, and its Markdown without front matter."""

    path: PurePosixPath
    title: str
    description: str
    body: str
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        return f"---\n{self._front_matter()}---\n\n{self.body.strip()}\n".encode()

    def _front_matter(self) -> str:
        meta = {"title": self.title, "description": shorten(self.description), **self.meta}
        return yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1_000_000)


def fill(template: str, **values: Any) -> str:
    """The template of that name (without its endings), filled in."""
    return _environment().get_template(f"{template}.md.j2").render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.write"),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=True,
    )
    environment.filters["in_markdown"] = lambda value: escape_in_markdown(str(value))
    return environment


def _finalize(value: Any) -> Any:
    """Escape what a template puts out, unless it is Markdown already or made by a macro."""
    return value if isinstance(value, Markup) else escape_value(str(value))


def shorten(text: str, length: int = DESCRIPTION_LENGTH) -> str:
    """A text on one line, cut at a word's end where it is too long."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
