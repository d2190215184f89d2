"""grammar.refactor"""
