"""Word rules as data: vocabulary files, and the rule classes that are built from them."""
