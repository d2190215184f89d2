"""lint.formats.akn"""
