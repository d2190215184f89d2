"""lint.batch"""
