"""Also and Further: the rules of the sequencing adverbs."""
