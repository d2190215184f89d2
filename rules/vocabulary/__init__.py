"""Word rules as data: packs of terms, and the rule classes that are made of them."""
