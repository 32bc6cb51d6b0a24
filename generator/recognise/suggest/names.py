"""Names in a sentence: runs of capitalised words, acronyms and designations, without titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generator.recognise.suggest.forms import Found, Key
from generator.recognise.suggest.lexis import Lexis
from generator.recognise.suggest.naming import Naming, naming
from generator.recognise.suggest.roles import Role
from generator.recognise.suggest.stopwords import NOUN_LAST, stop_words
from generator.recognise.suggest.tokens import Sentence, Shape, Token

#: A name has so many words at most; a longer run is a list or a headline.
LONGEST_NAME: Final = 7
#: So many particles may follow each other: "of the".
_MOST_PARTICLES: Final = 2

#: A title behind a name is among so many words.
_APPOSITION: Final = 5
#: Acronyms of so many letters do not stand side by side.
_LOUD: Final = 3
_IN_TERMS: Final = frozenset({Role.NAME, Role.WORD, Role.NUMBER})

#: The numbers of the words of a name.
Run = range


def key_of(tokens: Sequence[Token], lexis: Lexis, language: str) -> Key:
    return tuple(lexis.base(token.folded, language) for token in tokens)


class Names:
    """Finds the names of one sentence."""

    def __init__(self, sentence: Sentence, roles: Sequence[Role], lexis: Lexis) -> None:
        self._sentence, self._roles, self._lexis = sentence, roles, lexis
        self._tokens = sentence.tokens
        self._words: Naming = naming(sentence.language)
        self._stops = stop_words(sentence.language)

    def __iter__(self) -> Iterator[Found]:
        for pieces in self._runs():
            names = [
                name for piece in self._untitled(pieces) for name in self._without_titles(piece)
            ]
            for name, titled in names:
                yield from self._found(name, titled=titled)
            for one, other in pairwise(pieces):
                if (len(names) == len(pieces)) and len(other) + len(one) < LONGEST_NAME:
                    yield from self._joined(range(one.start, other.stop))
            if len(names) == len(pieces) > 2:
                yield from self._joined(range(pieces[0].start, pieces[-1].stop))

    # --- runs ---

    def _runs(self) -> Iterator[list[Run]]:
        """Runs of names that particles join, each in its pieces."""
        at = 0
        while at < len(self._tokens):
            if self._roles[at] is not Role.NAME:
                at += 1
                continue
            pieces = [self._piece(at)]
            while (start := self._after_particles(pieces[-1].stop)) is not None:
                pieces.append(self._piece(start))
            at = pieces[-1].stop
            pieces = [piece for piece in pieces if not self._is_loud(piece)]
            if pieces:
                yield pieces

    def _is_loud(self, piece: Run) -> bool:
        """Whether words are set in capitals for the sake of it: a photo agency's line."""
        loud = (
            token.shape is Shape.ACRONYM and token.end - token.start >= _LOUD
            for token in self._tokens[piece.start : piece.stop]
        )
        return sum(loud) > 1

    def _piece(self, start: int) -> Run:
        """The words from one on that belong together, with a number at the end."""
        end = start + 1
        while (following := self._next_of_piece(end)) is not None:
            end = following
        if self._is_linked(end) and self._roles[end] is Role.NUMBER:
            end += 1
        return range(start, end)

    def _next_of_piece(self, at: int) -> int | None:
        if self._is_linked(at) and self._roles[at] is Role.NAME:
            return at + 1
        start = self._beyond(at, self._words.ties)
        return None if start is None else start + 1

    def _after_particles(self, at: int) -> int | None:
        return self._beyond(at, self._words.particles)

    def _beyond(self, at: int, particles: frozenset[str]) -> int | None:
        """Where a name goes on after particles, if it does."""
        start = at
        while (
            self._is_linked(at)
            and at - start < _MOST_PARTICLES
            and self._tokens[at].shape is Shape.LOWER
            and self._tokens[at].folded in particles
        ):
            at += 1
        goes_on = at > start and self._is_linked(at) and self._roles[at] is Role.NAME
        return at if goes_on else None

    def _is_linked(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].linked

    # --- titles ---

    def _untitled(self, pieces: Sequence[Run]) -> Iterator[Run]:
        """The pieces, without what belongs to a title before them: "Minister of [Defence] Ann Lee"."""
        after_title = False
        for piece in pieces:
            start = piece.start
            while after_title and start < piece.stop - 1 and self._belongs_to_title(start):
                start += 1
            yield range(start, piece.stop)
            after_title = self._tokens[piece.stop - 1].folded in self._words.titles

    def _without_titles(self, piece: Run) -> Iterator[tuple[Run, bool]]:
        """What a title divides: what is before it ("Russian"), and whose it is."""
        at = self._last_title(piece)
        if at is None:
            yield piece, self._is_after_title(piece.start) or self._is_before_title(piece)
            return
        first = at
        while first > piece.start and self._belongs_to_title(first - 1):
            first -= 1
        if first > piece.start:
            yield range(piece.start, first), False
        rest = at + 1
        while rest < piece.stop and self._roles[rest] is not Role.NAME:
            rest += 1
        if rest < piece.stop:
            yield range(rest, piece.stop), True

    def _last_title(self, piece: Run) -> int | None:
        for at in reversed(piece):
            word = self._tokens[at].folded
            if word not in self._words.titles or self._roles[at] is not Role.NAME:
                continue
            if word not in self._words.doubtful or self._is_titled(range(at + 1, piece.stop)):
                return at
        return None

    def _is_titled(self, rest: Run) -> bool:
        """Whether words after a doubtful title are a person's name: in small letters they are nothing."""
        folded = [self._tokens[at].folded for at in rest]
        return bool(folded) and not any(map(self._lexis.lower.get, folded))

    def _belongs_to_title(self, at: int) -> bool:
        word = self._tokens[at].folded
        return word in self._words.titles or word in self._words.qualifiers

    def _is_after_title(self, at: int) -> bool:
        if at == 0 or not self._tokens[at].linked:
            return False
        before = self._tokens[at - 1]
        return before.shape is Shape.LOWER and before.folded in self._words.titles

    def _is_before_title(self, name: Run) -> bool:
        """Whether a title is set behind a name: "Ann Lee, the harbour's director"."""
        at = name.stop
        if len(name) == 1 or at >= len(self._tokens) or self._tokens[at].linked:
            return False
        gap = self._sentence.text[self._tokens[at - 1].end : self._tokens[at].start]
        if gap.strip() not in (",", "(", "،"):
            return False
        following = self._tokens[at : at + _APPOSITION]
        for number, token in enumerate(following):
            if number and not token.linked:
                return False
            if token.folded in self._words.titles:
                return True
        return False

    # --- places ---

    def _joined(self, run: Run) -> Iterator[Found]:
        for found in self._found(run):
            yield replace(found, joined=True)

    def _found(self, name: Run, *, titled: bool = False) -> Iterator[Found]:
        tokens = self._tokens[name.start : name.stop]
        if len(tokens) > LONGEST_NAME or (len(tokens) == 1 and not self._is_term(tokens[0])):
            return
        language = self._sentence.language
        yield Found(
            key_of(tokens, self._lexis, language),
            tokens[0].start,
            tokens[-1].end,
            named=len(tokens) > 1 or self._is_named(tokens[0]),
            titled=titled,
            placed=self._is_placed(name.start),
            head=self._is_head(name.stop),
            sign=any(one.shape in (Shape.ACRONYM, Shape.DESIGNATION) for one in tokens)
            and len(tokens) == 1,
        )

    def _is_term(self, token: Token) -> bool:
        return len(token.folded) > 1 and (
            token.shape is not Shape.CAPITAL
            or (token.folded not in self._stops and token.folded not in self._words.titles)
        )

    def _is_named(self, token: Token) -> bool:
        return token.shape is not Shape.CAPITAL or self._lexis.is_name(token.folded)

    def _is_head(self, at: int) -> bool:
        if self._sentence.language not in NOUN_LAST or not self._is_linked(at):
            return True
        return self._roles[at] not in _IN_TERMS

    def _is_placed(self, at: int) -> bool:
        return (
            self._is_linked(at)
            and at > 0
            and self._tokens[at - 1].folded in self._words.not_before_people
        )
