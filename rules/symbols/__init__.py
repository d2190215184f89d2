"""SYM: symbols of documents."""
