"""Atom feeds: what RFC 4287 asks for, nothing that an edition does not publish, and no clock."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from generator import pipeline
from generator.plugin import build_site
from generator.write import Contents
from generator.write.feeds import feed_files
from tests.dossiers import MKDOCS, TOPICS, make_dossier, settings_of_dossier

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://skarv.example/lamp"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
#: RFC 4151: tag:authority,date:specific
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}:[A-Za-z0-9./~_%-]+")

HOSTILE = "<script>alert(1)</script> \"x\" ]]>&amp; 'y'"

SOURCES = {
    "1937-oil": ("issued: 1937", "The Skarv lamp has oil. Nobody says who paid."),
    "1938-<>": ("issued: 1938-05-06", "Again the Skarv lamp smokes & stinks ]]> they\ufffe say."),
    "note": ("", "Somebody lit the Skarv lamp."),
}


def dossier(root: Path, site_url: str = SITE, **options: str) -> Path:
    config = make_dossier(root / "d", **options)
    config.write_text(MKDOCS.replace("theme:", f"site_url: {site_url}\ntheme:"), "utf-8")
    for name, (issued, digest) in SOURCES.items():
        path = config.parent / "sources" / f"{name.replace('<>', 'smoke')}.md"
        path.write_text(
            f"---\ntitle: About {name}\n{issued}\nlanguage: en\n---\n\n{digest}\n", "utf-8"
        )
    return config


def contents_of(config: Path, **overrides: object) -> Contents:
    return pipeline.build(settings_of_dossier(config, **overrides))


def feeds(contents: Contents) -> dict[str, ElementTree.Element]:
    return {str(path): ElementTree.fromstring(data) for path, data in feed_files(contents)}


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> ElementTree.Element:
    contents = contents_of(dossier(tmp_path_factory.mktemp("feeds")))
    return feeds(contents)["topics/skarv-light.xml"]


def texts(parent: ElementTree.Element, name: str) -> list[str]:
    return [element.text or "" for element in parent.findall(ATOM + name)]


def links(parent: ElementTree.Element) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in parent.findall(ATOM + "link")}


def test_a_feed_and_its_entries_have_what_the_standard_asks_for(feed: ElementTree.Element) -> None:
    assert feed.tag == ATOM + "feed"
    for parent in (feed, *feed.findall(ATOM + "entry")):
        (id_,), (title,), (updated,) = (texts(parent, name) for name in ("id", "title", "updated"))
        assert TAG.fullmatch(id_)
        assert title
        assert RFC_3339.fullmatch(updated)
        assert all(urlsplit(href).scheme == "https" for href in links(parent).values())
    assert [texts(author, "name") for author in feed.findall(ATOM + "author")] == [
        ["The Lamp at Skarv Point"]
    ]
    assert set(links(feed)) == {"self", "alternate"}
    assert links(feed)["self"] == f"{SITE}/topics/skarv-light.xml"


def test_ids_are_all_different(feed: ElementTree.Element) -> None:
    ids = [element.text for element in feed.iter(ATOM + "id")]
    assert len(ids) == len(set(ids)) == 4


def test_entries_are_the_dated_sources_the_newest_first(feed: ElementTree.Element) -> None:
    entries = feed.findall(ATOM + "entry")
    assert [texts(entry, "updated")[0][:10] for entry in entries] == [
        "1938-05-06",
        "1937-01-01",
        "1936-03-03",
    ]
    assert texts(feed, "updated") == ["1938-05-06T00:00:00Z"]
    assert links(entries[0])["alternate"] == f"{SITE}/topics/skarv-light.html#in-1938-smoke"


def test_a_summary_says_where_when_and_what(feed: ElementTree.Element) -> None:
    entry = feed.findall(ATOM + "entry")[1]
    assert texts(entry, "summary") == ["publication not stated, 1937: The Skarv lamp has oil."]


def test_without_an_address_of_the_site_there_is_no_feed(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    assert feeds(contents_of(config)) == {}
    pipeline.run(settings_of_dossier(config))
    assert "atom" not in (tmp_path / "d/docs/topics/skarv-light.md").read_text("utf-8")


def test_a_topic_that_only_undated_sources_name_has_no_feed_and_no_link_to_one(
    tmp_path: Path,
) -> None:
    config = dossier(tmp_path, topics=TOPICS + "- {id: lit, label: Somebody lit, kind: person}\n")
    contents = contents_of(config)
    assert contents.relations.reach(contents.dossier.topics[2].id) == 1
    assert set(feeds(contents)) == {"topics/harbour-board.xml", "topics/skarv-light.xml"}
    site = build_site(config, {}, site=None, strict=False).site
    linked = {
        path.stem
        for path in site.glob("topics/*.html")
        if "application/atom+xml" in path.read_text()
    }
    assert (
        linked
        == {path.stem for path in site.glob("topics/*.xml")}
        == {"harbour-board", "skarv-light"}
    )


def test_hostile_labels_are_text(tmp_path: Path) -> None:
    quoted = '"' + HOSTILE.replace('"', '\\"') + '"'
    config = dossier(tmp_path, topics=TOPICS.replace("label: Skarv light", f"label: {quoted}"))
    contents = contents_of(config)
    label = contents.dossier.topics[1].label
    feed = feeds(contents)["topics/skarv-light.xml"]
    assert label.startswith("<script>")
    assert texts(feed, "title") == [f"{label} – The Lamp at Skarv Point"]
    assert (
        "smokes & stinks ]]> they\ufffd say."
        in texts(feed.findall(ATOM + "entry")[0], "summary")[0]
    )


def test_a_feed_of_the_public_edition_has_no_word_of_a_restricted_text(tmp_path: Path) -> None:
    config = dossier(tmp_path)
    shown = {
        edition: dict(feed_files(contents_of(config, edition=edition)))
        for edition in ("public", "full")
    }
    said = {edition: b"".join(files.values()) for edition, files in shown.items()}
    assert b"was dark for two nights" in said["full"]
    assert b"was dark for two nights" not in said["public"]


def test_the_same_dossier_gives_the_same_feeds(tmp_path: Path) -> None:
    one, two = (dict(feed_files(contents_of(dossier(tmp_path / name)))) for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    ("site_url", "tag"),
    [
        ("https://skarv.example", "tag:skarv.example,2024:/topics/skarv-light"),
        ("http://127.0.0.1:8000/a%20b/", "tag:127.0.0.1,2024:/a%20b/topics/skarv-light"),
    ],
)
def test_an_id_is_made_of_the_address(tmp_path: Path, site_url: str, tag: str) -> None:
    feed = feeds(contents_of(dossier(tmp_path, site_url)))["topics/skarv-light.xml"]
    assert texts(feed, "id") == [tag]
