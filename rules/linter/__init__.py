"""Findings about the linter itself and about suppression comments."""
