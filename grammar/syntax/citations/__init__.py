"""Citations of resolutions and decisions."""
