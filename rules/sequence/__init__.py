"""Rules on the sequencing adverbs “also” and “further”."""
