"""Positions, edits, characters and numerals, which know no grammar."""
