"""A base document with the changes that make it the draft, as tracked changes."""
