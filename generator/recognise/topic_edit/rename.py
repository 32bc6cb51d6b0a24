"""A topic gets another id, and keeps the old one as a former id."""

from __future__ import annotations

from collections.abc import Sequence

from generator.recognise.topic_edit.merge import redirected
from generator.recognise.topic_edit.plain import Entry, normalised, place_of


def renamed(entries: Sequence[Entry], old: str, new: str) -> list[Entry | None]:
    """All entries after a rename. To give a topic back a former id undoes its rename: the one that
    it has in between is not kept."""
    after: list[Entry | None] = [redirected(entry, old, new) for entry in entries]
    place = place_of(entries, old)
    topic = normalised(entries[place])
    former = topic.get("formerly", [])
    now = [id_ for id_ in former if id_ != new] if new in former else [*former, old]
    after[place] = {**redirected(topic, old, new), "id": new, "formerly": now}
    return after
