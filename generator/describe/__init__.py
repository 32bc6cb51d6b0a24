"""Describe: a record -> metadata with origins, and a digest. Dates, names, YAML with lines."""
