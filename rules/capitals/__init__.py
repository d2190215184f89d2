"""Rules on capital letters."""
