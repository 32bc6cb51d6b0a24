"""Edit notes files: an entry at the end, or another quote in one entry. Whole or not at all, and
every byte that is not about it stays.

``placing`` goes from words to places and back, ``entry`` writes a note as YAML, ``append`` adds it,
``requote`` changes the quote of one that is there, by the cuts of ``pairs``.
"""
