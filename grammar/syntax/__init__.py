"""The parser: from text to tree."""
