"""Notes from other programs, and for them: W3C Web Annotation and Hypothesis.

``formats`` reads a file as a reader of its format has it (``w3c``, ``hypothesis``); what comes in
is an ``Arrival``. ``admitting`` passes over what is there already, ``settling`` finds what it is
about, ``placing`` where that stands, ``importing`` puts the notes into their files, ``telling`` says
what a person should know. What is written is described by ``vocabulary``; the writing itself
is a data file like others (``generator/write/exports/note_annotations.py``).
"""
