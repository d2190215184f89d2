"""Rules on openers: their form, spelling, link words and addressees."""
