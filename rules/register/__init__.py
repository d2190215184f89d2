"""The register of resolutions and decisions: their dates and titles, and what rules make of them."""
