"""Rules that compare a draft with its base text."""
