"""Wording: when two wordings are the same, and where a text says something, by its words.

Recognition finds names: ``fold`` makes spellings of one name equal and knows the way back,
``words`` knows where words begin and end, ``quotes`` finds names by quote and context. Notes find
passages: ``evened`` evens out typography only, ``passages`` finds what is quoted and never cuts a
character (``graphemes``), ``similar`` finds what is nearly the same. Both fold with one machine
(``folded``) and quote as little around a place as tells it apart (``contexts``).
"""
