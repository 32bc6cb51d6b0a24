"""Anchor: notes and where they stand."""
