"""Rules on the structure of a resolution and of the report that contains it."""
