"""lint.engine"""
