"""Reading of the words that open a paragraph."""
