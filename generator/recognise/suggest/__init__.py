"""Terms that may be worth a topic, and names that known topics lack.

1. **Read.** Sentences in words; "S-300", "U.S.", "P5+1" and "al-Amin" are one word each (``tokens``).
2. **Learn.** Which words are names, by their capitals within sentences; which are forms of one word:
   plurals, adjectives of countries, transliterations (``lexis``, ``spelling``).
3. **Find.** Names without their titles (``names``), terms in small letters whose words recur together
   (``phrases``), acronyms with their expansions (``brackets``).
4. **Choose.** What is only a part of a longer term, or too rare, is left out (``choose``).
5. **Unite.** Short and full names, acronyms and expansions are one suggestion (``unite``).
6. **Rank.** By the kind of term, its count and its sources (``rank``).

Linear in the texts, deterministic, and the same for any order of the sources.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Dossier, Topic
from generator.recognise.suggest.assemble import Assembly, with_ids
from generator.recognise.suggest.choose import chosen
from generator.recognise.suggest.collect import collect
from generator.recognise.suggest.entries import entries, entry
from generator.recognise.suggest.model import (
    Example,
    SuggestInput,
    Suggestion,
    SuggestionKind,
    Variant,
)
from generator.recognise.suggest.unite import unite


def suggest(documents: Sequence[SuggestInput], topics: Sequence[Topic]) -> tuple[Suggestion, ...]:
    """Terms that are no topic yet and names that known topics lack, the most promising first."""
    documents = sorted(documents, key=lambda one: (one.source, one.issued, one.document.text))
    collection = collect(documents, topics)
    explained = {key for pair in collection.expansions for key in pair}
    groups = unite(collection, chosen(collection.forms, explained))
    assembly = Assembly(documents, collection)
    found = [one for group in groups for one in assembly.suggestions(group)]
    found.sort(key=lambda one: (-one.score, one.term, one.id))
    taken = (id_ for topic in topics for id_ in (topic.id, *topic.formerly))
    return tuple(with_ids(found, taken))


def inputs(dossier: Dossier, language: str) -> tuple[SuggestInput, ...]:
    """The texts of a dossier where the edition carries them, else the digests.

    ``language`` (BCP 47) is that of sources which state none.
    """
    return tuple(
        SuggestInput(
            source.id,
            source.document(source.main_layer),
            source.record.issued.text,
            source.record.language.text or language,
        )
        for source in dossier.sources
    )


__all__ = [
    "Example",
    "SuggestInput",
    "Suggestion",
    "SuggestionKind",
    "Variant",
    "entries",
    "entry",
    "inputs",
    "suggest",
]
