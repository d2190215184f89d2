"""Numbers of paragraphs, marks of sub-paragraphs, numerals of sections, series of resolutions."""
