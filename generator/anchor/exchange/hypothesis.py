"""Annotations of Hypothesis: the JSON of its API (a search's ``rows``), and of its own export.

https://h.readthedocs.io/en/latest/api-reference/v1/ has the fields. Bodies are Markdown there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from generator.anchor.exchange.arrivals import MOST, Aim, Arrival, Arrivals
from generator.anchor.exchange.moments import edtf_of
from generator.anchor.exchange.selectors import aim_at
from generator.anchor.exchange.texts import address_in, body_in, line_in
from generator.model import Motivation, Note, NoteId, NoteStatus, Target

#: Where an annotation of the public service can be seen.
_LINK: Final = "https://hypothes.is/a/"
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ACCOUNT: Final = re.compile(r"acct:(.+)@[^@]+")

_EVERYBODY: Final = "group:__world__"

_LISTS: Final = ("rows", "annotations")


def is_hypothesis(data: Any) -> bool:
    """Whether JSON looks like annotations of Hypothesis."""
    if isinstance(data, dict):
        return not {"type", "@type"} & set(data) and any(
            isinstance(data.get(name), list) for name in _LISTS
        )
    first = data[0] if isinstance(data, list) and data else None
    return isinstance(first, dict) and "uri" in first and not {"type", "@type"} & set(first)


def read_hypothesis(data: Any, arrivals: Arrivals) -> None:
    """The annotations of a file, the oldest first, so that answers follow what they answer."""
    rows = list(_rows(data))
    known = [row for row in rows if isinstance(row, dict) and "uri" in row]
    arrivals.broken += len(rows) - len(known)
    for row in sorted(known, key=lambda row: str(row.get("created", "")))[:MOST]:
        arrivals.notes.append(_arrival(row))
    if len(known) > MOST:
        arrivals.refuse_rest()


def _rows(data: Any) -> Iterable[Any]:
    if isinstance(data, list):
        return data
    found = (data.get(name) for name in _LISTS) if isinstance(data, dict) else ()
    return next((rows for rows in found if isinstance(rows, list)), [data])


def _arrival(row: dict[str, Any]) -> Arrival:
    body = body_in(row.get("text"))
    created, updated = edtf_of(line_in(row.get("created"))), edtf_of(line_in(row.get("updated")))
    readers = _readers(row)
    hidden = readers == [] or row.get("hidden") is True
    address = _address(row)
    return Arrival(
        Note(
            NoteId(""),
            Target(),
            body,
            _name(row),
            created,
            updated if updated != created else "",
            NoteStatus.DRAFT if hidden else None,
            Motivation.COMMENTING if body else Motivation.HIGHLIGHTING,
            tuple(_texts(row.get("tags"))),
            via=address,
        ),
        _aim(row),
        address,
        answers=tuple(f"{_LINK}{id_}" for id_ in reversed(list(_ids(row.get("references"))))),
        is_private=hidden,
        is_of_group=bool(readers and _EVERYBODY not in readers) and not hidden,
    )


def _address(row: dict[str, Any]) -> str:
    """Where the annotation can be seen."""
    id_ = next(_ids([row.get("id")]), "")
    return f"{_LINK}{id_}" if id_ else ""


def _ids(values: Any) -> Iterator[str]:
    for value in values if isinstance(values, list) else ():
        if isinstance(value, str) and _ID.fullmatch(value):
            yield value


def _name(row: dict[str, Any]) -> str:
    """The name that a writer shows, or else that of the account."""
    info = row.get("user_info")
    shown = line_in(info.get("display_name")) if isinstance(info, dict) else ""
    user = line_in(row.get("user"))
    account = _ACCOUNT.fullmatch(user)
    return shown or (account[1] if account else user)


def _readers(row: dict[str, Any]) -> list[str] | None:
    """The groups that may read it: none if only its writer may; None where nothing is said."""
    permissions = row.get("permissions")
    readers = permissions.get("read") if isinstance(permissions, dict) else None
    if not isinstance(readers, list):
        return None
    return [one for one in readers if isinstance(one, str) and one.startswith("group:")]


def _texts(values: Any) -> Iterator[str]:
    for value in values if isinstance(values, list) else [values]:
        if text := line_in(value):
            yield text


def _aim(row: dict[str, Any]) -> Aim:
    targets = row.get("target")
    target = (
        next((t for t in targets if isinstance(t, dict)), {}) if isinstance(targets, list) else {}
    )
    document = row.get("document")
    titles = _texts(document.get("title")) if isinstance(document, dict) else iter(())
    addresses = (address_in(row.get("uri")), address_in(target.get("source")))
    return aim_at(
        Aim(tuple(dict.fromkeys(filter(None, addresses))), next(titles, "")),
        target.get("selector"),
    )
