"""grammar.database"""
