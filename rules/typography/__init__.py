"""Typography and numbers: quotation marks, per cent, ordinals, ranges."""
