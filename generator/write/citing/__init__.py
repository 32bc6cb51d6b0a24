"""Citing: references in a style, and the same facts in the forms that reference managers read.

Nothing here says more than a record does. Where a style has room for it, square brackets hold what
the source does not state itself; where a form has none, a note says so in words.
"""
