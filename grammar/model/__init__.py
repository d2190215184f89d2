"""grammar.model"""
