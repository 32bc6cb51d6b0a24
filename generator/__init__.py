"""Annotated dossiers: captures and records in, pages with mentions, notes and provenance out."""

__version__ = "0.1.0"
