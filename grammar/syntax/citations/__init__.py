"""grammar.syntax.citations"""
