"""lint.formats.html"""
