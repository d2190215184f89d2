"""Rules for italics and other emphasis."""
