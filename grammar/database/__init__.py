"""Facts about resolutions and treaties, each with its index."""
