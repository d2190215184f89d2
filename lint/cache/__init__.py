"""lint.cache"""
