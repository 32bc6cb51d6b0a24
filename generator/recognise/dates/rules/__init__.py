"""The rules, one a file: a passage in, readings out."""
