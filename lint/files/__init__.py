"""lint.files"""
