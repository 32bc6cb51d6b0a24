"""Wording: when two wordings are the same, and where a text says something, by its words.

``fold`` evens out typography and knows the way back, ``words`` knows where words begin and end,
``quotes`` finds places by quote and context. Recognition and notes both stand on it.
"""
