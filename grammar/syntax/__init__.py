"""grammar.syntax"""
