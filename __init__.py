"""resolint: a drafting linter for resolutions in the form the United Nations uses."""
__version__ = "0.1.0"
