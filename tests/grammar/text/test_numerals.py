"""Roman numerals."""

from resolint.grammar.text.numerals import roman_numeral, roman_value


def test_every_number_has_a_roman_numeral_with_its_value():
    assert [roman_value(roman_numeral(number)) for number in range(1, 4000)] == list(range(1, 4000))
