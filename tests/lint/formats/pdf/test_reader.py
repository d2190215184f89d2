"""PDF, with generated files."""

from time import process_time

import pytest

from resolint.lint.formats.errors import UnreadableFileError
from resolint.lint.formats.pdf.reader import read

FONTS = {"r": "Times-Roman", "i": "Times-Italic", "b": "Times-Bold"}
LEFT, INDENT, TOP, LEAD, SIZE = 72, 100, 700, 12, 10
FULL = (
    "and again of all the sand that the tide has carried to the shelves of the library since the mole was built of it"
)


def pdf(*pages, mode=0, scale=1):
    """A file whose pages are lists of lines: x, y, and pieces of (font, size, rise, text).

    The matrix of each line enlarges its letters by the scale, and the size of the font is smaller in turn.
    """
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {1: "<</Type/Catalog/Pages 2 0 R>>", 2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"}
    for number, (_, font) in enumerate(FONTS.items(), 3):
        objects[number] = f"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>"
    for number, lines in enumerate(pages):
        shown = []
        for x, y, pieces in lines:
            shown.append(f"{scale} 0 0 {scale} {x} {y} Tm")
            shown += [
                f"/{font} {size / scale} Tf {rise / scale} Ts ({_escaped(text)}) Tj"
                for font, size, rise, text in pieces
            ]
        stream = f"BT {mode} Tr " + "\n".join(shown) + " ET"
        fonts = " ".join(f"/{name} {3 + at} 0 R" for at, name in enumerate(FONTS))
        looks = f"/MediaBox[0 0 612 792]/Contents {11 + 2 * number} 0 R/Resources<</Font<<{fonts}>>>>"
        objects[10 + 2 * number] = f"<</Type/Page/Parent 2 0 R{looks}>>"
        objects[11 + 2 * number] = f"<</Length {len(stream.encode('cp1252'))}>>stream\n{stream}\nendstream"
    body, places = "%PDF-1.4\n", {}
    for number, written in objects.items():
        places[number] = len(body.encode("cp1252"))
        body += f"{number} 0 obj{written}endobj\n"
    start = len(body.encode("cp1252"))
    body += "xref\n0 1\n0000000000 65535 f \n"
    body += "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    body += f"trailer<</Root 1 0 R/Size {max(objects) + 1}>>\nstartxref\n{start}\n%%EOF"
    return body.encode("cp1252")


def _escaped(text):
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def page(*paragraphs, notes=(), foot="1/9", indent=INDENT):
    """Lines of a page: each paragraph a list of lines, each line text or pieces; the first line is indented."""
    lines, y = [(LEFT, 750, [("r", SIZE, 0, "A/27/L.2")])], TOP
    for paragraph in paragraphs:
        for number, line in enumerate(paragraph):
            pieces = [("r", SIZE, 0, line)] if isinstance(line, str) else line
            lines.append((LEFT if number else indent, y, pieces))
            y -= LEAD
        y -= 6
    y = 120
    for line in notes:
        lines.append((LEFT, y, line))
        y -= 10
    return [*lines, (LEFT, 40, [("r", SIZE, 0, foot)])]


def text(*pages):
    return read(pdf(*pages)).text


def opened(opener, rest):
    return [("i", SIZE, 0, opener), ("r", SIZE, 0, rest)]


def call(before, label, behind=""):
    return [("r", SIZE, 0, before), ("r", 6, 4, label), ("r", SIZE, 0, behind)]


def test_italics_paragraphs_headings_and_furniture():
    made = page(
        [[("b", SIZE, 0, "Resolution 27/2")]], [opened("Recalling", f" its {FULL}"), "and the mole,"], ["1. Sand"]
    )
    assert text(made) == f"### Resolution 27/2\n\n*Recalling* its {FULL} and the mole,\n\n1. Sand\n"


def test_footnote_references_are_raised_digits_and_footnotes_are_at_the_foot():
    note = [("r", 5, 3, "1"), ("r", 8, 0, " See "), ("i", 8, 0, "The Tide"), ("r", 8, 0, ".")]
    made = page([call(f"Noting {FULL},", "1"), "and the sand,"], [FULL, FULL, FULL], notes=[note])
    assert text(made) == f"Noting {FULL},¹ and the sand,\n\n{FULL} {FULL} {FULL}\n\n[^1]: See *The Tide*.\n"


def test_a_footnote_reference_at_the_start_of_a_line_follows_the_word_above():
    assert text(page([f"Noting {FULL},", call("", "1", " and the sand,")])) == f"Noting {FULL},¹ and the sand,\n"


def test_a_paragraph_continues_on_the_next_page_and_each_half_has_its_page():
    canonical = read(pdf(page(["1. Sand,"], [f"2. Noting {FULL}"]), page(["and the sand,"], foot="2/9", indent=LEFT)))
    assert canonical.text == f"1. Sand,\n\n2. Noting {FULL} and the sand,\n"
    places = [
        canonical.source_map.at(canonical.text.index(words)) for words in ("1. Sand", "2. Noting", "and the sand")
    ]
    assert places == ["page 1", "page 1", "page 2"]


def test_a_paragraph_begins_on_a_new_page():
    made = [page([f"Noting {FULL},"]), page([opened("Recalling", f" {FULL}"), "and the mole,"], foot="2/9")]
    assert text(*made) == f"Noting {FULL},\n\n*Recalling* {FULL} and the mole,\n"


def test_short_paragraphs_are_separated_even_if_most_have_one_line():
    made = page(
        ["The Keeper,"], [opened("Recalling", " the mole,")], ["1. Sand;"], ["2. Salt,", "and wind;"], ["Part two"]
    )
    assert text(made) == "The Keeper,\n\n*Recalling* the mole,\n\n1. Sand;\n\n2. Salt, and wind;\n\nPart two\n"


def test_full_lines_are_separated_by_indent_only():
    lines = [(INDENT, 700, opened("Recalling", f" {FULL},")), (INDENT, 688, opened("Noting", f" {FULL},"))]
    more = [(LEFT, 676, [("r", SIZE, 0, f"{FULL}, too,")]), (INDENT, 664, [("r", SIZE, 0, "1. Sand")])]
    assert text([*lines, *more]) == f"*Recalling* {FULL},\n\n*Noting* {FULL}, {FULL}, too,\n\n1. Sand\n"


def test_a_number_below_a_subheading_begins_a_paragraph_on_the_next_page_too():
    first = page([f"2. Noting {FULL}", "and the sand,"], ["The shelves of the library"])
    second = page([f"3. Noting {FULL}", "and the tide;"], foot="2/9")
    wanted = f"2. Noting {FULL} and the sand,\n\nThe shelves of the library\n\n3. Noting {FULL} and the tide;\n"
    assert text(first, second) == wanted


def test_a_footnote_that_is_only_a_symbol_is_not_a_running_foot():
    notes = [[("r", 8, 0, "1 See the book.")], [("r", 8, 0, "2 A/80/999")]]
    made = page([call(f"Noting {FULL},", "1"), call("and the sand", "2")], notes=notes)
    assert text(made).endswith("[^1]: See the book.\n\n[^2]: A/80/999\n")


def test_a_footnote_with_an_open_bracket_continues_on_the_next_page():
    first = page([call(f"Noting {FULL},", "1"), FULL], notes=[[("r", 8, 0, "1 The Tide (Port Fenna, Shelf No.")]])
    second = page([FULL, FULL], notes=[[("r", 8, 0, "12), p. 4.")]], foot="2/9")
    assert "[^1]: The Tide (Port Fenna, Shelf No. 12), p. 4." in text(first, second)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (f"{FULL} lib-", "rary,", "library,"),
        (f"{FULL} long-", "tide and the tide long ago, long-tide", "long-tide and"),
        (f"{FULL} Secretary -", "General,", "Secretary-General,"),
        (f"{FULL} 2023-", "2025,", "2023-2025,"),
    ],
)
def test_words_hyphenated_at_a_line_end_are_rejoined(first, second, whole):
    assert whole in text(page([first, second]))


@pytest.mark.parametrize("scale", [2, 10, 12])
def test_the_size_of_letters_may_be_in_the_matrix_of_a_line(scale):
    written = page([opened("Noting", f" the sand {FULL}"), call("of the mole", "1", ";")], ["2. Fog;"])
    assert read(pdf(written, scale=scale)).text == read(pdf(written)).text


def test_the_heading_of_a_resolution_at_the_head_of_each_page_is_no_running_head():
    def beginning(number):
        lines = page([[("b", SIZE, 0, f"Resolution no. {number}")]], [f"Sand of year {number}."])
        return lines[1:]  # without the symbol above

    found = text(*(beginning(number) for number in range(1, 6)))
    assert [line for line in found.splitlines() if "Resolution" in line] == [
        f"### Resolution no. {number}" for number in range(1, 6)
    ]


def test_a_number_in_brackets_begins_a_paragraph_on_the_next_page():
    found = text(page([f"(1) Sand {FULL}", "of it;"]), page([f"(2) Fog {FULL}", "of it."]))
    assert [line[:3] for line in found.splitlines() if line] == ["(1)", "(2)"]


def test_scanned_pages_disable_italics_with_a_warning():
    canonical = read(pdf(page(["Sand,"]), mode=3))
    assert (canonical.text, canonical.disabled_rules) == ("Sand,\n", frozenset({"ITA"}))
    assert "italics not checked" in canonical.warnings[0]


def test_pages_without_text_are_reported():
    assert "no text found on page 2" in read(pdf(page(["Sand,"]), [])).warnings[0]
    with pytest.raises(UnreadableFileError, match="scanned"):
        read(pdf([], []))


def test_a_damaged_file_is_an_error():
    for broken in (b"%PDF-1.7\nsand", pdf(page(["Sand,"]))[:200]):
        with pytest.raises(UnreadableFileError, match="damaged"):
            read(broken)


def test_many_pages_end_soon():
    many = [page(*[[f"{n}. {FULL}", f"sand {n + p};"] for n in range(p, p + 6)], foot=f"{p}/60") for p in range(60)]
    begun = process_time()
    assert read(pdf(*many)).text.count(";") == 360
    assert process_time() - begun < 20
