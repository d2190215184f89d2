"""The report as one HTML page, to read, search and print in a browser."""

from .report import report

__all__ = ["report"]
