"""Footnotes: the rules of note calls and notes."""
