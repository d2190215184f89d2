"""Italics: the rules of how openers are set off."""
