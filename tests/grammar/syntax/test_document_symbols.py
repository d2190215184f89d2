"""Symbols of resolutions are read as they are cited."""

import pytest

from resolint.grammar.syntax.document_symbols import adopted


@pytest.mark.parametrize(
    ("words", "body", "kind", "number"),
    [
        ("A/RES/72/192", "ga", "resolution", "72/192"),
        ("A/res/72/192", "ga", "resolution", "72/192"),
        ("A/RES/57/270 B", "ga", "resolution", "57/270 B"),
        ("A/RES/217(III)A", "ga", "resolution", "217 A (III)"),
        ("A/RES/ES-10/18", "ga", "resolution", "ES-10/18"),
        ("A/DEC/74/550", "ga", "decision", "74/550"),
        ("S/RES/2347 (2017)", "sc", "resolution", "2347 (2017)"),
        ("E/RES/2017/18", "ecosoc", "resolution", "2017/18"),
        ("A/HRC/RES/37/17", "hrc", "resolution", "37/17"),
    ],
)
def test_symbols_of_all_series_are_read(words, body, kind, number):
    text = f"see {words}, annex"
    (symbol,) = adopted(text)
    assert (text[symbol.start : symbol.end], symbol.body, symbol.kind, symbol.number) == (words, body, kind, number)


@pytest.mark.parametrize("words", ["A/72/192", "UNEP/EA.4/RES/6", "https://undocs.org/A/RES/72/192", "A/RES/72/L.4"])
def test_other_symbols_and_addresses_are_ignored(words):
    assert list(adopted(words)) == []
