"""grammar.syntax.openers"""
