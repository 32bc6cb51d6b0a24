"""Annotations from elsewhere into the notes files: each once, and nothing over what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.anchor.edit.append import append
from generator.anchor.edit.entry import as_yaml
from generator.anchor.exchange.admitting import NO_DEFAULTS, Defaults, fits, new, with_defaults
from generator.anchor.exchange.arrivals import Arrivals
from generator.anchor.exchange.placing import Placing, place
from generator.anchor.exchange.settling import Grounds, Settled
from generator.anchor.exchange.telling import about_homeless, about_notes
from generator.anchor.find import DOSSIER_NOTES, notes_files, source_of
from generator.anchor.notes_file import load_notes, parse_notes
from generator.anchor.report import lost_findings
from generator.errors import DossierError
from generator.model import Anchored, Finding, Layer, Note, NoteId, Source, SourceId, Standing


@dataclass(frozen=True, slots=True)
class Import:
    """What is to be written, file by file, where each note then stands, and what was found out."""

    entries: Mapping[Path, tuple[Note, ...]]
    standings: Mapping[NoteId, Standing]
    sources: Mapping[SourceId, Source]
    findings: tuple[Finding, ...]
    known: int = 0
    mentions: int = 0
    homeless: int = 0

    @property
    def taken(self) -> int:
        return sum(map(len, self.entries.values()))

    def write(self) -> tuple[Finding, ...]:
        """Put the notes into their files; what is lost then, by the line of its entry.

        Raises NotesError and WriteError as ``append`` does; the files before that one are written,
        and the same import again goes on with the rest.
        """
        written = [
            note
            for path, notes in sorted(self.entries.items())
            for note in append(path, notes, source_of(path))
        ]
        return self.lost(written)

    def lost(self, notes: Iterable[Note] | None = None) -> tuple[Finding, ...]:
        """The notes whose words are not found, or more than once."""
        chosen = notes or (note for entries in self.entries.values() for note in entries)
        anchored = [Anchored(note, self.standings[note.id]) for note in chosen]
        return tuple(lost_findings(anchored, self.sources))


def notes_of(folder: Path) -> Iterator[Note]:
    """The notes that are there. Raises NotesError for a file that nothing could be added to."""
    for path, source in notes_files(folder):
        yield from load_notes(path, source)[0]


def import_annotations(
    arrivals: Arrivals,
    sources: Iterable[Source],
    folder: Path,
    *,
    sites: tuple[str, ...] = (),
    fallback: SourceId | None = None,
    defaults: Defaults = NO_DEFAULTS,
) -> Import:
    """What becomes of the annotations of a file; nothing is written yet. ``folder`` has the notes
    files, ``sites`` begin the addresses of this dossier's pages, ``fallback`` is the source of what
    is on no document that is known. Raises NotesError as ``notes_of`` does."""
    here = list(notes_of(folder))
    admitted = list(new(arrivals, here))
    fit = [with_defaults(arrival, defaults) for arrival in admitted if fits(arrival, arrivals)]
    grounds = Grounds.of(sources, here, sites, fallback)
    settled, homeless = grounds.settle(fit)
    placings = _placings(settled, grounds.sources)
    entries = _entries(placings, folder, arrivals)
    path = arrivals.path
    return Import(
        entries,
        {one.note.id: one.standing for one in placings},
        grounds.sources,
        (*arrivals.told(), *about_homeless(homeless, path), *about_notes(placings, path)),
        known=len(arrivals.notes) - len(admitted),
        mentions=arrivals.mentions,
        homeless=len(homeless),
    )


def file_of(note: Note, folder: Path) -> Path:
    """The file that a note belongs into."""
    source = note.target.source
    return folder / (f"{source}.notes.yml" if source else DOSSIER_NOTES)


# --- where it goes -----------------------------------------------------------------------------


def _placings(settled: Sequence[Settled], sources: Mapping[SourceId, Source]) -> list[Placing]:
    """Each note where it stands, in order."""
    by_source: defaultdict[SourceId | None, list[Settled]] = defaultdict(list)
    for one in settled:
        if not one.root:
            by_source[one.note.target.source].append(one)
    placed: dict[NoteId, Placing] = {}
    for id_, group in by_source.items():
        source = sources.get(id_) if id_ else None
        made = place(source, group) if source else [_as_it_is(one) for one in group]
        placed |= {one.note.id: _unchecked(one, sources) for one in made}
    roots = {one.settled.arrival.address: one for one in reversed(placed.values())}
    return [_answer(one, roots[one.root]) if one.root else placed[one.note.id] for one in settled]


def _as_it_is(one: Settled) -> Placing:
    return Placing(one, one.note, Standing.WHOLE)


def _answer(one: Settled, root: Placing) -> Placing:
    """An answer stands where the annotation stands that it answers in the end."""
    return Placing(one, replace(one.note, target=root.note.target), root.standing)


def _unchecked(placing: Placing, sources: Mapping[SourceId, Source]) -> Placing:
    """Words of an original document whose text is not at hand: they belong to it all the same."""
    source, target = sources.get(placing.note.target.source or SourceId("")), placing.note.target
    is_found = placing.standing is Standing.ANCHORED
    if is_found or not placing.settled.is_original or not source or not target.quote or source.text:
        return placing
    note = replace(placing.note, target=replace(target, layer=Layer.TEXT))
    return Placing(placing.settled, note, Standing.WITHHELD)


def _entries(
    placings: Sequence[Placing], folder: Path, arrivals: Arrivals
) -> dict[Path, tuple[Note, ...]]:
    """What is to be written into each file."""
    entries: defaultdict[Path, list[Note]] = defaultdict(list)
    for one in placings:
        path = file_of(one.note, folder)
        if note := _canonical(one.note, path, arrivals):
            entries[path].append(note)
    return {path: tuple(notes) for path, notes in entries.items()}


def _canonical(note: Note, path: Path, arrivals: Arrivals) -> Note | None:
    """A note as it is read from its file; None, and reported, where no file could hold it."""
    source = source_of(path)
    try:
        made, findings = parse_notes(as_yaml(note, source), path, source)
    except DossierError as error:
        made, findings = (), (error.finding,)
    if len(made) == 1 and made[0].id == note.id:
        return replace(made[0], line=0)
    reason = next((finding.message for finding in findings), "it would be read as something else.")
    arrivals.refuse("import-broken", f"An annotation is left out: {reason}", "Correct it there.")
    return None
