"""CIT: citations of resolutions and decisions."""
