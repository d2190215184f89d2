"""Rules on the numbers of paragraphs, sub-paragraphs, sections and resolutions."""
