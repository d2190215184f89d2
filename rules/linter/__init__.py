"""The linter's own findings: about itself and about suppression comments."""
