"""Data files of the package are found by package and name."""

import pytest

import resolint.rules.vocabulary
from resolint.grammar.text import package_data

PACKAGE = resolint.rules.vocabulary.__name__


def test_the_text_of_a_file_is_returned_and_names_are_in_order():
    names = package_data.names(PACKAGE)
    assert "shipped.py" in names
    assert names == sorted(names)
    assert '"""The built-in vocabulary files' in package_data.text(PACKAGE, "shipped.py")
    assert "en" in package_data.names("resolint.grammar", "languages")


def test_a_missing_file_is_an_error_and_what_is_no_folder_has_no_names():
    with pytest.raises(FileNotFoundError):
        package_data.text(PACKAGE, "lamps.yaml")
    assert package_data.names(PACKAGE, "shipped.py") == []
    assert package_data.names(PACKAGE, "lamps") == []
