"""Openers of paragraphs and their addressees."""
