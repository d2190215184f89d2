"""Model United Nations papers: how they are recognized, and the rules that their guides prescribe."""
