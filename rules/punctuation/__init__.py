"""Rules on punctuation: a resolution is one sentence, and its marks show where each part of it ends."""
