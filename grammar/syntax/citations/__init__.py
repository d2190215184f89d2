"""Reading of cited resolutions and decisions."""
