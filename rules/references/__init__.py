"""Rules on references to the text's own parts."""
