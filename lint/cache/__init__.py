"""The result cache on disk."""
