"""What stands in and before names: particles, articles, honorifics and job titles. Folded, by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.wording.fold import fold_phrase


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold_phrase, words.split()))


#: Between two words of a name; one or two in a row: "Bank of the West".
PARTICLES: Final[dict[str, frozenset[str]]] = {
    "": _folded(
        "de da do dos das du del della di la le van von der den ten ter zu zum zur bin ibn bint ben y e al el"
    ),
    "en": _folded("of the for on"),
    "de": _folded("für des und"),
    "fr": _folded("des d l et pour aux"),
    "es": _folded("de los las para"),
    "it": _folded("dei delle degli per"),
    "nl": _folded("voor het"),
}
#: Between the words of a lower-case term: "legal status of the lake".
LINKS: Final[dict[str, frozenset[str]]] = {
    "en": _folded("of the"),
    "fr": _folded("de la du des d l"),
    "es": _folded("de la del los las"),
    "it": _folded("di del della dei delle"),
    "pt": _folded("de do da dos das"),
    "de": _folded("der des"),
}
ALL_LINKS: Final = frozenset().union(*LINKS.values())
#: Articles and the like that are tied to a name by a dash: "al-Amin".
PREFIXES: Final = _folded("al el an ar as ash at az ad ul bin ibn")
#: No person's name stands after these words, but names of places and bodies do.
NOT_BEFORE_PEOPLE: Final[dict[str, frozenset[str]]] = {"en": _folded("the in at into")}

_TITLES: Final[dict[str, frozenset[str]]] = {
    "en": _folded(
        """mr mrs ms gov sen rep adm pres miss mx dr prof professor sir dame lord lady reverend rev father sister brother rabbi imam sheikh
        shaikh ayatollah hojjatoleslam mullah pope cardinal bishop archbishop king queen prince princess emperor empress
        sultan emir shah president presidents premier chancellor minister ministers secretary ambassador ambassadors envoy
        senator senators governor mayor congressman congresswoman representative deputy mp speaker leader spokesman
        spokeswoman spokesperson chairman chairwoman chair chief director commander admiral general gen colonel col major
        captain capt lieutenant lt sergeant sgt brigadier marshal judge justice counterpart adviser advisor official
        officials analyst journalist author editor lawyer attorney inspector commissioner detective engineer keeper"""
    ),
    "de": _folded(
        """herr frau dr prof professor präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler
        bundeskanzlerin minister ministerin außenminister außenministerin verteidigungsminister innenminister
        ministerpräsident botschafter sprecher sprecherin general oberst könig königin fürst papst bischof abgeordneter
        chef direktor senator bürgermeister"""
    ),
    "fr": _folded(
        """m mme mlle docteur dr professeur président présidente ministre chancelier chancelière ambassadeur ambassadrice
        porte-parole général colonel roi reine prince princesse pape évêque député sénateur maire directeur secrétaire"""
    ),
    "es": _folded(
        """señor señora sr sra don doña dr doctor presidente presidenta ministro ministra canciller embajador portavoz
        general coronel rey reina príncipe papa obispo senador alcalde director secretario"""
    ),
    "it": _folded(
        "signor signora dottor dott professor presidente ministro ministra cancelliere ambasciatore portavoce generale re "
        "regina papa vescovo senatore sindaco direttore segretario"
    ),
    "ru": _folded(
        "президент министр глава премьер посол генерал полковник канцлер царь король аятолла шейх доктор профессор директор"
    ),
}
#: Titles that are also words of other names; they count where the rest is in no dictionary of ours.
_DOUBTFUL: Final = _folded(
    "general major chief justice king prince premier author judge father brother sister marshal bishop pope "
    "queen lord speaker engineer keeper deputy"
)
#: What stands between a nationality and a title, as in "Deputy Prime Minister".
_QUALIFIERS: Final[dict[str, frozenset[str]]] = {
    "en": _folded(
        """foreign defense defence prime deputy vice supreme interior finance energy oil trade culture education health
        justice security economy transport labour labor environment agriculture information acting former special chief
        first senior assistant major lieutenant brigadier rear under grand permanent national press crown state visiting
        late incumbent affairs relations"""
    ),
    "fr": _folded("premier vice ancien grand"),
    "es": _folded("primer vice ex gran"),
}


@dataclass(frozen=True, slots=True)
class Naming:
    """What a language puts into and before names.

    ``ties`` are the particles that never part a name in two: "Charles de Gaulle".
    """

    particles: frozenset[str]
    links: frozenset[str]
    ties: frozenset[str]
    titles: frozenset[str]
    doubtful: frozenset[str]
    qualifiers: frozenset[str]
    not_before_people: frozenset[str]


@cache
def naming(language: str) -> Naming:
    """The words of a language (primary subtag); English where none is stated."""
    of = language or "en"
    nothing: frozenset[str] = frozenset()
    return Naming(
        PARTICLES[""] | PARTICLES.get(of, nothing),
        LINKS.get(of, nothing),
        PARTICLES[""],
        _TITLES.get(of, nothing),
        _DOUBTFUL,
        _QUALIFIERS.get(of, nothing),
        NOT_BEFORE_PEOPLE.get(of, nothing),
    )
