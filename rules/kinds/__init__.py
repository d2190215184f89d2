"""rules.kinds"""
