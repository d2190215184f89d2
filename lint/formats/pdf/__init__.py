"""lint.formats.pdf"""
