"""Edits that change several places together, such as renumbering."""
