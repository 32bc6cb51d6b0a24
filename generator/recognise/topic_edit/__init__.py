"""The topics file as a citizen among others: changed in place, brought in, handed out.

What a command does to topics is decided on plain data (``rename``, ``merge``), written into the
file's text with as few cuts as can be (``surgery``), and compared with what was decided before
anything reaches the disk. Other vocabularies come and go as SKOS (``skos``) and CSV (``table``).
"""
