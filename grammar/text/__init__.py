"""grammar.text"""
