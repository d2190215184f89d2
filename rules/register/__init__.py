"""The register of resolutions and decisions: their dates and titles, and the checks that use them."""
