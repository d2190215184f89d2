"""The places of a unit's words in the source."""

import pytest

from resolint.grammar.compare.units import Part, Unit, units
from resolint.grammar.syntax.parser import parse

TEXT = """\
# Lamps of the
# north mole

*The General Assembly*,

*Recalling*  the lamps\tof
the [mole](https://example.org/mole),[^1]

| lens | wick |
|---|---|
| 1 | 2 |

1. *Decides*:

   (a) To trim **the wick**.

[^1]: The north mole.
"""
DOCUMENT = parse(TEXT)
UNITS = units(DOCUMENT, DOCUMENT.resolutions[0])


def unit(part: Part) -> Unit:
    return next(found for found in UNITS if found.part is part)


@pytest.mark.parametrize(
    ("part", "words", "source"),
    [
        (Part.PREAMBULAR, "lamps of the mole", "lamps\tof\nthe [mole"),
        (Part.PREAMBULAR, "Recalling the", "Recalling*  the"),
        (Part.SUB, "the wick", "the wick"),
        (Part.NOTE, "mole.", "mole."),
        (Part.OPERATIVE, "Decides", "Decides"),
    ],
)
def test_a_range_of_the_text_has_a_place_in_the_source(part: Part, words: str, source: str) -> None:
    here = unit(part)
    start = here.text.index(words)
    place = here.place(start, start + len(words))
    assert TEXT[place.start : place.end] == source


def test_a_range_over_the_lines_of_a_title_has_a_place() -> None:
    document = parse("## Lamps of the\n\n## north mole\n\n*The General Assembly*,\n\n1. *Decides* so.\n")
    title = units(document, document.resolutions[0])[0]
    start = title.text.index("the north")
    place = title.place(start, start + len("the north"))
    assert document.source[place.start : place.end] == "the\n\n## north"


def test_an_empty_range_is_before_a_character_or_after_the_last() -> None:
    here = unit(Part.SUB)
    assert TEXT[here.place(3, 3).start :].startswith("trim")
    end = here.place(len(here.text), len(here.text))
    assert end.start == end.end == TEXT.index("wick**.") + len("wick**.")


def test_an_offset_in_the_words_of_a_paragraph_is_one_in_the_text_with_single_spaces() -> None:
    here = unit(Part.PREAMBULAR)
    words = here.proses[0].text
    assert here.text[here.offset(words.index("mole")) :].strip().startswith("mole")
