"""Rules for footnotes and footnote references."""
