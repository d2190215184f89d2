"""lint.formats.docx"""
