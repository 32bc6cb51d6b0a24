"""Filing: the text files that people keep, read with their lines and written whole.

``yaml_file`` reads, ``yaml_text`` writes values, ``replace`` puts a file in the place of another.
"""
