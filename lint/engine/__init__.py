"""Linting of one text."""
