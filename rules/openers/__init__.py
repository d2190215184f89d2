"""Rules on openers: their form, their part, their spelling and what links them."""
