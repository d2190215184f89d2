"""What rules, editor and commands ask of a tree, computed once for each analysis."""
