"""Punctuation of the sentence frame: a resolution is one sentence, and its marks hold it together."""
