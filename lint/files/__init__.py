"""Drafts on disk: discovery, reading and atomic writing."""
