"""The built site: law 2 through MkDocs itself, whole or not at all, and left alone when it is current."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import BuildError, SettingsError, WriteError
from generator.plugin import Built, DossierPlugin, build_site
from generator.site import fingerprint, is_current, remember, replacing
from generator.verify import parsed
from tests.dossiers import MKDOCS, make_dossier, tree
from tests.strategies import lines


def built(config: Path, site: Path | None = None, **overrides: object) -> Built:
    return build_site(config, overrides, site=site, strict=False)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_dossier(tmp_path_factory.mktemp("dossier") / "d", rights="open")


def test_a_page_shows_exactly_the_text(config: Path) -> None:
    build = built(config)
    source = build.outcome.contents.dossier.sources[0]
    page = parsed((build.site / "sources/1936-lamp.html").read_text("utf-8"))
    assert source.text is not None
    for document in (source.digest, source.text):
        for block in document.blocks:
            element = page.find(id=block.id)
            assert element is not None
            assert element.get_text() == document.text_of(block)


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(st.lists(lines(max_size=30), min_size=8, max_size=30))
def test_a_page_shows_exactly_the_text_whatever_it_is(
    tmp_path_factory: pytest.TempPathFactory, captured: list[str]
) -> None:
    """Law 2 through a real build, with the extensions of the site's own mkdocs.yml."""
    root = tmp_path_factory.mktemp("any")
    config = make_dossier(root / "d", rights="open", capture="\n\n".join(captured))
    build = built(config)
    source = next(s for s in build.outcome.contents.dossier.sources if s.text)
    page = parsed((build.site / f"sources/{source.id}.html").read_text("utf-8"))
    assert source.text is not None
    for block in source.text.blocks:
        element = page.find(id=block.id)
        assert element is not None, source.text.text_of(block)
        assert element.get_text() == source.text.text_of(block)
    shutil.rmtree(root)


def test_under_unknown_extensions_the_text_is_still_the_text(tmp_path: Path) -> None:
    capture = (
        'A "quoted" line -- with (c) signs, 1/2 and ... dots, in --- prose that goes on.\n\n' * 3
    )
    config = make_dossier(tmp_path / "d", rights="open", capture=capture)
    config.write_text(MKDOCS.replace("toc]", "toc, smarty, pymdownx.smartsymbols]"))
    build = built(config)
    source = build.outcome.contents.dossier.sources[0]
    page = parsed((build.site / "sources/1936-lamp.html").read_text("utf-8"))
    assert source.text is not None
    for block in source.text.blocks:
        element = page.find(id=block.id)
        assert element is not None
        assert element.get_text() == source.text.text_of(block)


def test_every_internal_link_and_anchor_leads_somewhere(config: Path) -> None:
    site = built(config).site
    pages = {
        path: BeautifulSoup(path.read_text("utf-8"), "html.parser") for path in site.rglob("*.html")
    }
    ids = {path: {e["id"] for e in page.find_all(id=True)} for path, page in pages.items()}
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for link in page.find_all("a", href=True):
            href = str(link["href"])
            if "://" in href or href.startswith("mailto:"):
                continue
            name, _, anchor = href.partition("#")
            target = (path.parent / name).resolve() if name else path
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), f"{path.name}: {href}"
            if anchor and target in ids:
                assert anchor.split(":~:")[0] in ids[target] or anchor == "__codelineno", (
                    f"{path.name}: {href}"
                )


def test_wiki_links_in_hand_written_pages_become_links(config: Path) -> None:
    page = BeautifulSoup((built(config).site / "about.html").read_text("utf-8"), "html.parser")
    link = page.find("a", string="Harbour Board")
    assert link is not None
    assert link["href"] == "topics/harbour-board.html"


def test_no_page_asks_another_host_for_anything(config: Path) -> None:
    for path in built(config).site.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for element in page.find_all(["script", "img", "iframe", "link", "source"]):
            address = str(element.get("src") or element.get("href") or "")
            rel = element.get("rel") or []
            assert "://" not in address or "canonical" in rel, f"{path.name}: {address}"


def test_two_builds_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    config = make_dossier(tmp_path / "d")
    sites = [tree(built(config, tmp_path / name).site) for name in ("one", "two")]
    assert sites[0].keys() == sites[1].keys()
    assert [n for n in sites[0] if sites[0][n] != sites[1][n]] == []


def test_a_build_without_changes_leaves_the_site_alone(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    assert built(config).fresh
    times = {p: p.stat().st_mtime_ns for p in (tmp_path / "d/site").rglob("*")}
    assert not built(config).fresh
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "d/site").rglob("*")} == times
    (tmp_path / "d/docs/about.md").write_text("# About\n\nSomething else.\n")
    assert built(config).fresh


def test_a_site_that_was_touched_is_built_again(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    site = built(config).site
    (site / "about.html").unlink()
    assert built(config).fresh
    assert (site / "about.html").exists()


def test_a_failed_build_leaves_the_site_that_was_there(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    before = tree(built(config).site)
    (tmp_path / "d/sources/bad.md").write_text("no front matter")
    strict = build_site(config, {}, site=None, strict=True)
    assert strict.outcome.problems
    assert tree(strict.site) == before


def test_a_strict_build_stops_at_a_dead_link_of_a_hand_written_page(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    before = tree(built(config).site)
    (tmp_path / "d/docs/about.md").write_text("# About\n\nSee [[harbor-board]].\n")
    strict = build_site(config, {}, site=None, strict=True)
    assert [finding.code for finding in strict.outcome.problems] == ["unknown-link"]
    assert tree(tmp_path / "d/site") == before


def test_a_strict_build_stops_at_a_warning_of_mkdocs(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    before = tree(built(config).site)
    (tmp_path / "d/docs/about.md").write_text("# About\n\nSee [nothing](nowhere.md).\n")
    with pytest.raises(BuildError):
        build_site(config, {}, site=None, strict=True)
    assert tree(tmp_path / "d/site") == before


def test_another_folder_is_not_taken_for_a_site(tmp_path: Path) -> None:
    precious = tmp_path / "thesis"
    precious.mkdir()
    (precious / "chapter.txt").write_text("years of work")
    with pytest.raises(WriteError) as caught, replacing(precious):
        pass
    assert caught.value.code == "not-a-site"
    assert (precious / "chapter.txt").read_text() == "years of work"


def test_what_fails_inside_leaves_the_old_site_and_no_rubbish(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with replacing(site) as fresh:
        (fresh / "index.html").write_text("old")
    with pytest.raises(RuntimeError), replacing(site) as fresh:
        (fresh / "index.html").write_text("half")
        raise RuntimeError
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_a_fingerprint_tells_names_contents_and_words_apart(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("x")
    two.write_text("x")
    prints = {
        fingerprint([one], ["a"]),
        fingerprint([two], ["a"]),
        fingerprint([one], ["b"]),
        fingerprint([one], []),
    }
    one.write_text("y")
    assert len(prints | {fingerprint([one], ["a"])}) == 5


def test_memory_of_one_site_is_not_that_of_another(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    remember(tmp_path / "a", tmp_path / "memory", "print")
    assert is_current(tmp_path / "a", tmp_path / "memory", "print")
    assert not is_current(tmp_path / "b", tmp_path / "memory", "print")


def test_settings_that_are_wrong_say_what_is_known(tmp_path: Path) -> None:
    config = make_dossier(tmp_path / "d")
    with pytest.raises(SettingsError) as caught:
        built(config, edition="secret")
    assert "public, full" in caught.value.advice


@pytest.mark.parametrize(
    "option", ["captures: [docs/captures]", "sources: docs/sources", "captures: [.]"]
)
def test_inputs_that_docs_would_publish_are_refused(tmp_path: Path, option: str) -> None:
    config = make_dossier(tmp_path / "d")
    config.write_text(MKDOCS.replace("  - dossier\n", f"  - dossier:\n      {option}\n"))
    with pytest.raises(SettingsError) as caught:
        built(config)
    assert caught.value.code == "inputs-published"


def test_a_folder_with_a_repository_in_it_is_not_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / "index.html").write_text("a site, in a repository of its own")
    with pytest.raises(WriteError), replacing(site):
        pass
    assert (site / ".git").is_dir()


def test_a_title_is_shown_as_it_is_under_any_extensions(tmp_path: Path) -> None:
    title = "Oil (c) $5$ :smile: http://x.example ++z++ *a* <b>"
    config = make_dossier(tmp_path / "d")
    unsafe = "pymdownx.emoji, pymdownx.arithmatex, pymdownx.magiclink, pymdownx.smartsymbols, pymdownx.keys"
    config.write_text(MKDOCS.replace("toc]", f"toc, {unsafe}]"))
    for file, old in (
        ("1936-lamp.md", "Keeper Blames Harbour Board for Dark Lamp"),
        ("topics.yml", "Skarv light"),
    ):
        path = tmp_path / "d/sources" / file
        path.write_text(path.read_text().replace(old, f"'{title}'", 1))
    site = built(config).site
    for name in ("sources/1936-lamp.html", "topics/skarv-light.html"):
        heading = parsed((site / name).read_text("utf-8")).find("h1")
        assert heading is not None
        assert heading.get_text() == title
        assert heading.find() is None


def test_after_a_failed_build_the_next_one_reads_everything_anew(tmp_path: Path) -> None:
    """While serving, MkDocs keeps the plugin from build to build."""
    plugin = DossierPlugin()
    plugin.outcome = built(make_dossier(tmp_path / "d")).outcome
    plugin.on_build_error(error=ValueError())
    assert plugin.outcome is None
