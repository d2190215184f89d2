"""Model United Nations papers: how they are known, and the rules that their guides make."""
