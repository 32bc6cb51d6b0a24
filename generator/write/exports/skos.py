"""``topics.json``: the topics as a SKOS concept scheme in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.model import Topic
from generator.recognise.topic_edit.skos import scheme_of
from generator.settings import Settings
from generator.write import paths
from generator.write.contents import Contents
from generator.write.exports.annotations import iri_below
from generator.write.exports.as_json import as_json


def skos_files(contents: Contents) -> Iterator[tuple[PurePosixPath, bytes]]:
    yield paths.DATA / "topics.json", as_skos(contents.dossier.topics, contents.settings)


def as_skos(topics: Sequence[Topic], settings: Settings) -> bytes:
    """Topics with the addresses that they have in the site."""
    base = settings.site_url
    return as_json(
        scheme_of(
            topics,
            settings.title,
            iri_below(base, paths.TOPICS.with_suffix(".html")),
            lambda topic: iri_below(base, paths.topic_page(topic).with_suffix(".html")),
        )
    )
