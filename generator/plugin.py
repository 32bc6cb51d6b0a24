"""The edge to MkDocs, and the only place that imports it.

The plugin runs the pipeline before a build and watches the dossier's files while serving, so
that a plain ``mkdocs build`` or ``mkdocs serve`` does the whole job. ``build_site`` and
``serve_site`` are the same for the command line.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any, Final, Literal

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import config_options as options
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.yaml import yaml_load

from generator import pipeline
from generator.errors import BuildError, DossierError, SettingsError
from generator.model import Finding, Severity
from generator.report import as_line
from generator.settings import Settings, edition_named, link_policy_named, pages_folder
from generator.site import files_below, fingerprint, is_current, remember, replacing
from generator.verify import verify
from generator.write.disk import manifest_of, names_by_hand
from generator.write.escape import SAFE_EXTENSIONS
from generator.write.search import Entry, page_entry, search_files
from generator.write.wikilinks import resolve

log = logging.getLogger("mkdocs.plugins.dossier")

THEME: Final = Path(__file__).parent / "theme"
PROGRAM: Final = Path(__file__).parent

#: On every page, in this order.
STYLES: Final = tuple(
    f"assets/stylesheets/{name}.css"
    for name in ("dossier", "notes", "notes-lists", "timeline", "search", "cite")
)
SCRIPTS: Final = tuple(
    f"assets/javascripts/{name}.js" for name in ("search", "notes", "filter", "cite")
)
#: Where editors look at it only: makes a note, on the clipboard, of what is selected.
SERVED_SCRIPT: Final = "assets/javascripts/copy-note.js"
#: Material's own search and what it needs from a disk: a dossier has its own (docs/decisions/0010).
NOT_NEEDED: Final = ("material/search", "material/offline")

#: The date of a build that names none, in seconds: 1 January 1980, the first that a ZIP can hold.
EPOCH: Final = 315_532_800

#: Folder below the project's for what a run remembers; ignored by git.
WORKSHOP: Final = ".dossier"

_LEVELS: Final = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTE: logging.INFO,
}


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's options; docs/guide/settings.md explains each."""

    sources = options.Type(str, default="sources")
    captures = options.ListOfItems(options.Type(str), default=["captures"])
    edition = options.Type(str, default="public")
    link = options.Type(str, default="block")


class DossierPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Writes the dossier's pages before MkDocs looks for pages."""

    settings: Settings
    outcome: pipeline.Outcome | None = None
    serving = False

    def __init__(self) -> None:
        super().__init__()
        self.by_hand: frozenset[str] = frozenset()
        self.own_pages: list[Entry] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"
        if dirty:
            log.warning("--dirty leaves pages and the search index incomplete; build without it")

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        try:
            self.settings = settings_of(config, self.config)
        except SettingsError as error:
            raise PluginError(as_line(error.finding)) from error
        _prepare(config, self.settings, self.serving)
        return config

    @event_priority(100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self.outcome is None:  # else build_site has run the pipeline already
            self.outcome = self._run()
        self.by_hand = frozenset(map(str, names_by_hand(self.settings.docs)))
        self.own_pages = []

    def _run(self) -> pipeline.Outcome:
        try:
            outcome = pipeline.run(self.settings)
        except DossierError as error:
            raise PluginError(as_line(error.finding)) from error
        _log(outcome.findings, self.settings.root)
        return outcome

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Links of editors in hand-written pages; the written ones have theirs resolved."""
        if "[[" not in markdown or self.outcome is None:
            return None
        return resolve(self.outcome.contents, markdown, PurePosixPath(page.file.src_uri))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Hand-written pages are found by what they say once they are HTML, with their real ids."""
        if page.file.src_uri in self.by_hand and not _is_excluded(page):
            self.own_pages.append(page_entry(str(page.title), page.url, html))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.outcome is not None:
            for path, data in search_files(self.outcome.contents, self.own_pages):
                write_file(data, str(Path(config.site_dir) / path))
        self.outcome = None

    def on_build_error(self, *, error: Exception) -> None:
        self.outcome = None

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Watch what people write, not what the generator writes: that would build twice."""
        server.unwatch(config.docs_dir)
        written = {path.parts[0] for path in _written(self.settings)}
        for path in self.settings.docs.iterdir():
            if path.name not in written and not path.name.startswith("."):
                server.watch(str(path))
        for path in (*self.settings.watched, PROGRAM):
            server.watch(str(path))
        return server


def _is_excluded(page: Page) -> bool:
    """Whether a page's front matter leaves it out of the search, in Material's way."""
    said = page.meta.get("search")
    return isinstance(said, dict) and said.get("exclude") is True


def settings_of(config: MkDocsConfig, plugin: Options) -> Settings:
    """The dossier's settings from mkdocs.yml. Raises SettingsError."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    docs = Path(config.docs_dir).resolve()
    edition = edition_named(plugin.edition)
    sources, captures = root / plugin.sources, tuple(root / name for name in plugin.captures)
    _refuse_published_inputs(
        docs, (sources, *captures), Path(config.config_file_path or "mkdocs.yml")
    )
    return Settings(
        root=root,
        docs=docs,
        pages=pages_folder(root, docs, edition),
        sources=sources,
        captures=captures,
        title=config.site_name,
        description=config.site_description or "",
        author=config.site_author or "",
        site_url=config.site_url or "",
        language=_language(config),
        edition=edition,
        link=link_policy_named(plugin.link),
        plain_extensions=set(config.markdown_extensions) <= SAFE_EXTENSIONS,
    )


def _refuse_published_inputs(docs: Path, inputs: Iterable[Path], config_file: Path) -> None:
    """MkDocs publishes all of docs/ as it is: captures and records must lie elsewhere."""
    for folder in inputs:
        place = folder.resolve()
        if place.is_relative_to(docs) or docs.is_relative_to(place):
            raise SettingsError(
                f"{folder.name}/ and {docs.name}/ lie in each other, and all of {docs.name}/ is published",
                code="inputs-published",
                path=config_file,
                advice=f"Move {folder.name}/ beside {docs.name}/.",
            )


def _language(config: MkDocsConfig) -> str:
    return str(config.theme.get("language") or "en")


def _prepare(config: MkDocsConfig, settings: Settings, serving: bool) -> None:
    """What must hold in every dossier, whatever mkdocs.yml says: offline, one build for all uses."""
    settings.pages.mkdir(parents=True, exist_ok=True)
    config.docs_dir = str(settings.pages)
    config.use_directory_urls = False
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(THEME))
    config.theme["font"] = False
    config.extra.setdefault("generator", False)
    for name in NOT_NEEDED:
        if name in config.plugins:
            config.plugins[name].config["enabled"] = False
    said = {"edition": settings.edition.value, "version": version("dossier"), "search": True}
    given = config.extra.get("dossier")
    config.extra["dossier"] = {**(given if isinstance(given, dict) else {}), **said}
    config.extra_css[:0] = [style for style in STYLES if style not in config.extra_css]
    known = {str(script) for script in config.extra_javascript}
    scripts = (*SCRIPTS, SERVED_SCRIPT) if serving else SCRIPTS
    config.extra_javascript += [script for script in scripts if script not in known]


def _log(findings: Iterable[Finding], root: Path) -> None:
    """Findings into MkDocs' log, where a strict build counts the warnings."""
    for finding in findings:
        log.log(_LEVELS[finding.severity], as_line(finding, root))


def _written(settings: Settings) -> Iterable[Path]:
    """The written pages' paths, relative to the pages folder."""
    return (Path(name) for name in manifest_of(settings.pages))


# --- for the command line --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: the site's folder, what was found, and whether anything had to be done."""

    site: Path
    outcome: pipeline.Outcome
    fresh: bool


def configured(config_file: Path, overrides: Mapping[str, Any], **kwargs: Any) -> MkDocsConfig:
    """mkdocs.yml with the command line's options in it. Raises SettingsError."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # Else the day of the build stands in the sitemap, and no two days give the same bytes.
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(EPOCH))
    try:
        return load_config(str(config_file), plugins=_plugins(config_file, overrides), **kwargs)
    except (MkDocsException, OSError) as error:
        raise _unusable(config_file, f"cannot be used: {error}") from error


def _plugins(config_file: Path, overrides: Mapping[str, Any]) -> dict[str, Any]:
    """The plugins as mkdocs.yml lists them, with the overrides among the dossier's options.

    By name, and not as a list of mappings: MkDocs empties those when it reads them, and it reads
    them again for each rebuild while serving.
    """
    with config_file.open("rb") as file:
        loaded = yaml_load(file)
    if not isinstance(loaded, dict):
        raise _unusable(config_file, "holds no settings (`name: value` lines)")
    listed = loaded.get("plugins") or []
    if not isinstance(listed, list | dict):
        raise _unusable(config_file, "`plugins` is no list")
    entries = list(listed.items() if isinstance(listed, dict) else map(_entry, listed))
    for name, given in entries:
        if not isinstance(name, str) or not isinstance(given or {}, dict):
            raise _unusable(
                config_file, f"`plugins` has an entry that is none: {name!r}: {given!r}"
            )
    return {n: {**(o or {}), **(overrides if n == "dossier" else {})} for n, o in entries}


def _entry(plugin: Any) -> tuple[str, Any]:
    return next(iter(plugin.items())) if isinstance(plugin, dict) and plugin else (plugin, {})


def _unusable(config_file: Path, reason: str) -> SettingsError:
    return SettingsError(
        reason,
        code="bad-settings",
        path=config_file,
        advice="Run the command in the dossier's folder, or name its mkdocs.yml with --config.",
    )


def settings_for(config_file: Path, overrides: Mapping[str, Any]) -> Settings:
    """The settings that a build with these options would have. Raises SettingsError."""
    config = configured(config_file, overrides)
    return settings_of(config, _plugin(config, config_file).config)


def build_site(
    config_file: Path, overrides: Mapping[str, Any], *, site: Path | None, strict: bool
) -> Built:
    """Build the dossier's site, whole or not at all. Raises DossierError.

    ``site`` defaults to MkDocs' site_dir. In a strict build any problem is an error, and the
    site that was there before stays.
    """
    config = configured(config_file, overrides, strict=strict)
    place = (site or Path(config.site_dir)).resolve()
    plugin = _plugin(config, config_file)
    settings = settings_of(config, plugin.config)
    outcome = pipeline.run(settings)
    if strict and outcome.problems:
        return Built(place, outcome, fresh=False)
    made_from = _made_from(config_file, settings, overrides)
    memory = settings.root / WORKSHOP / "built"
    if is_current(place, memory, made_from):
        return Built(place, outcome, fresh=False)
    with replacing(place) as fresh:
        config.site_dir = str(fresh)
        plugin.outcome = outcome
        _mkdocs(config)
        if strict and (faults := verify(fresh.resolve(), outcome.contents)):
            _log(faults, settings.root)
            raise _not_as_meant(len(faults))
    remember(place, memory, made_from)
    return Built(place, outcome, fresh=True)


def _not_as_meant(faults: int) -> BuildError:
    return BuildError(
        f"the built site has {faults} faults",
        code="site-faulty",
        advice="The lines above name them. The site that was there before is untouched.",
    )


def serve_site(config_file: Path, overrides: Mapping[str, Any], address: str) -> None:
    """Serve with live reload until interrupted. Raises DossierError."""
    configured(config_file, overrides)
    mkdocs_serve(str(config_file), dev_addr=address, plugins=_plugins(config_file, overrides))


def _plugin(config: MkDocsConfig, config_file: Path) -> DossierPlugin:
    plugin = config.plugins.get("dossier")
    if not isinstance(plugin, DossierPlugin):
        raise SettingsError(
            "the dossier plugin is not switched on",
            code="no-plugin",
            path=config_file,
            advice="Add `- dossier` to `plugins:` in mkdocs.yml.",
        )
    return plugin


def _mkdocs(config: MkDocsConfig) -> None:
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (MkDocsException, UnicodeDecodeError, TemplateError) as error:
        raise BuildError(
            f"MkDocs could not build the site: {error}",
            code="builder-failed",
            advice="The lines above say where. The site that was there before is untouched.",
        ) from error
    finally:
        config.plugins.on_shutdown()


def _made_from(config_file: Path, settings: Settings, overrides: Mapping[str, Any]) -> str:
    """What a site depends on: its pages, its settings, the theme, and the programs' versions."""
    files = {config_file, *files_below(settings.pages), *files_below(PROGRAM)}
    words = [f"{name}={value}" for name, value in sorted(overrides.items())]
    words += [
        f"{name} {version(name)}"
        for name in ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions")
    ]
    words.append(os.environ.get("SOURCE_DATE_EPOCH", ""))
    return fingerprint((f for f in files if "__pycache__" not in f.parts), words)
