"""lint.formats"""
