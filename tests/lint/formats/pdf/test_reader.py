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


def reference(before, label, after=""):
    return [("r", SIZE, 0, before), ("r", 6, 4, label), ("r", SIZE, 0, after)]


def test_italics_paragraphs_headings_and_furniture():
    made = page(
        [[("b", SIZE, 0, "Resolution 27/2")]], [opened("Recalling", f" its {FULL}"), "and the mole,"], ["1. Sand"]
    )
    assert text(made) == f"### Resolution 27/2\n\n*Recalling* its {FULL} and the mole,\n\n1. Sand\n"


def test_footnote_references_are_raised_digits_and_footnotes_are_at_the_foot():
    note = [("r", 5, 3, "1"), ("r", 8, 0, " See "), ("i", 8, 0, "The Tide"), ("r", 8, 0, ".")]
    made = page([reference(f"Noting {FULL},", "1"), "and the sand,"], [FULL, FULL, FULL], notes=[note])
    assert text(made) == f"Noting {FULL},¹ and the sand,\n\n{FULL} {FULL} {FULL}\n\n[^1]: See *The Tide*.\n"


def test_a_footnote_reference_at_the_start_of_a_line_follows_the_word_above():
    assert text(page([f"Noting {FULL},", reference("", "1", " and the sand,")])) == f"Noting {FULL},¹ and the sand,\n"


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
    expected = f"2. Noting {FULL} and the sand,\n\nThe shelves of the library\n\n3. Noting {FULL} and the tide;\n"
    assert text(first, second) == expected


def test_a_footnote_that_is_only_a_symbol_is_not_a_running_foot():
    notes = [[("r", 8, 0, "1 See the book.")], [("r", 8, 0, "2 A/80/999")]]
    made = page([reference(f"Noting {FULL},", "1"), reference("and the sand", "2")], notes=notes)
    assert text(made).endswith("[^1]: See the book.\n\n[^2]: A/80/999\n")


def test_a_footnote_with_an_open_bracket_continues_on_the_next_page():
    first = page([reference(f"Noting {FULL},", "1"), FULL], notes=[[("r", 8, 0, "1 The Tide (Port Fenna, Shelf No.")]])
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
    written = page([opened("Noting", f" the sand {FULL}"), reference("of the mole", "1", ";")], ["2. Fog;"])
    assert read(pdf(written, scale=scale)).text == read(pdf(written)).text


def test_the_heading_of_a_resolution_at_the_head_of_each_page_is_no_running_head():
    def beginning(number):
        below = ("Sand.", "Fog and mist.", "The tide at noon.", "Rope.", "Chalk and flint.")[number - 1]
        lines = page([[("b", SIZE, 0, f"Resolution no. {number}")]], [below])
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


def at(y, text, *, x=LEFT, font="r", size=SIZE):
    """A line at a place."""
    return (x, y, [(font, size, 0, text)])


SHORT = "and the sand that the tide has carried"


def column(x, y, *texts, size=SIZE):
    """Lines one below the other."""
    return [at(y - LEAD * number, line, x=x, size=size) for number, line in enumerate(texts)]


@pytest.mark.parametrize("mark", ["1.", "(1)", "(a)", "a)", "a.", "iv.", "(iv)", "12)", "•"])
def test_marks_begin_paragraphs_without_space_between_them(mark):
    made = [at(700, f"Noting {FULL},"), at(688, "the following:"), at(676, f"{mark} Sand,"), at(664, f"{mark} Salt,")]
    assert text(made).endswith(f"the following:\n\n{mark} Sand,\n\n{mark} Salt,\n")


def test_an_abbreviation_at_the_start_of_a_line_is_not_a_mark():
    assert text([at(700, f"Noting {FULL},"), at(688, "i.e. sand, as in p. 4,")]).count("\n\n") == 0


def test_a_line_that_ends_before_its_margin_ends_its_paragraph():
    lines = [
        FULL,
        "of it;",
        "The Keeper,",
        "Noting the sand,",
        f"Notes {FULL[:90]},",
        "of it, and",
        "Requests the mole to stay.",
    ]
    expected = [f"{FULL} of it;", "The Keeper,", "Noting the sand,", f"Notes {FULL[:90]}, of it, and", lines[-1]]
    assert text(column(LEFT, 700, *lines)) == "\n\n".join(expected) + "\n"


@pytest.mark.parametrize("font", ["r", "i"])
def test_full_lines_of_a_tight_preamble_are_separated_by_their_openers(font):
    made = []
    for number, opener in enumerate(("Recalling", "Guided", "Noting")):
        made.append((LEFT, 700 - LEAD * number, [(font, SIZE, 0, opener), ("r", SIZE, 0, f" by {FULL[:95]},")]))
    assert text(made).count("\n\n") == 2


def test_a_name_in_italics_at_the_start_of_a_line_begins_no_paragraph():
    made = [at(700, f"See {FULL[:95]},"), (LEFT, 688, [("i", SIZE, 0, "The Tide"), ("r", SIZE, 0, ", p. 4,")])]
    assert "\n\n" not in text(made)


def test_a_paragraph_that_ends_a_page_with_a_full_line_ends():
    first = [at(700, f"Noting {FULL},"), at(60, f"Noting {FULL[:90]};")]
    assert text(first, [at(750, "Underscoringllanfairpwllgwyngyll the sand")]).count("\n\n") == 2


def test_short_lines_at_the_head_of_a_draft_are_separate():
    made = [*column(LEFT, 720, "FORUM: The Keepers", "QUESTION OF: The sand"), at(690, f"Noting {FULL},")]
    assert text(made).startswith("FORUM: The Keepers\n\nQUESTION OF: The sand\n\nNoting")


def test_a_line_that_had_no_space_for_the_next_word_does_not_end_its_paragraph():
    lines = [FULL, f"{FULL[:-12]}", "Llanfairpwllgwyngyllgogerych, too,"]
    assert "\n\n" not in text(column(LEFT, 700, *lines))


def test_letters_that_overlap_do_not_divide_words():
    made = [(LEFT, 700, [("r", SIZE, 0, "Noting the inf")]), (LEFT + 56, 700, [("r", SIZE, 0, "ormation of the f")])]
    made.append((LEFT + 123, 700, [("r", SIZE, 0, "und")]))
    assert "information" in text(made)


def test_a_footnote_reference_apart_from_its_line_follows_it():
    note = [("r", 5, 3, "3"), ("r", 8, 0, "See the book.")]
    made = page(["Noting the sand;"], ["1. Sand"], [FULL], notes=[note])
    assert text([*made, (500, 706, [("r", 6, 0, "3")])]).startswith("Noting the sand;³\n\n")


def test_a_footnote_of_normal_size_without_space_after_its_label():
    note = [("r", 6, 5, "3"), ("r", SIZE, 0, "Documents 66/8 and 66/9.")]
    assert text(page([reference(f"Noting {FULL},", "3")], [FULL], notes=[note])).endswith(
        "\n\n[^3]: Documents 66/8 and 66/9.\n"
    )


def test_a_footnote_that_is_on_each_page_is_read_once():
    note = [("r", 5, 3, "1"), ("r", 8, 0, " See the book.")]
    made = [page([reference(f"{n}. Noting {FULL},", "1")], [FULL], notes=[note], foot=f"{n}/4") for n in range(1, 5)]
    assert text(*made).count("[^1]: See the book.") == 1


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("x", [40, 560])
def test_line_numbers_in_the_margin_are_dropped(step, x):
    lines = [f"{n}. Noting {FULL[:90]};" for n in range(1, 31)]
    numbers = [at(700 - LEAD * n, str(n + 1), x=x) for n in range(0, 30, step)]
    expected = "\n\n".join(lines) + "\n"
    assert text(column(LEFT, 700, *lines) + numbers) == expected


def test_line_numbers_that_are_drawn_with_their_lines_are_dropped():
    lines = [
        line for n in range(1, 20) for line in [at(700 - LEAD * n, f"{n}", x=50), at(700 - LEAD * n, f"{n}. Sand;")]
    ]
    assert text(lines) == "".join(f"{n}. Sand;\n\n" for n in range(1, 20))[:-1]


def test_numbers_of_paragraphs_and_cells_remain():
    rows = [at(700 - LEAD * n, f"{n} {n + 3} {n + 7}") for n in range(1, 9)]
    assert "4 7 11" in text([at(720, "The shelves"), *rows])
    assert "4. Sand" in text(column(LEFT, 700, *(f"{n}. Sand;" for n in range(1, 9))))


def test_a_numbered_title_at_the_top_of_each_page_remains():
    made = [
        [at(750, f"Resolution 2019/{n}"), at(730, f"{n}. Noting {FULL};"), at(40, f"page {n} of 9")]
        for n in range(1, 6)
    ]
    read_text = text(*made)
    assert all(f"Resolution 2019/{n}\n" in read_text for n in range(1, 6))
    assert "page" not in read_text


def test_a_numbered_title_that_is_repeated_is_a_running_head():
    made = [[at(750, "Resolution 2019/4"), at(730, f"{n}. Noting {FULL};"), at(40, f"– {n} –")] for n in range(1, 6)]
    assert text(*made).count("Resolution") == 1
    assert "–" not in text(*made)


def test_the_running_foot_of_two_pages_is_dropped():
    made = [[at(730, f"{n}. Noting {FULL};"), at(40, f"Draft of the keepers, page {n}")] for n in (1, 2)]
    assert "Draft" not in text(*made)


def test_columns_are_read_one_after_the_other():
    left = column(72, 700, *(f"{SHORT} {n}" for n in "abcdefgh"))
    right = column(330, 700, *(f"{SHORT} {n}" for n in "ijklmnop"))
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    made = text([at(730, "The shelves of the library"), *mixed])
    assert made.index("carried h") < made.index("carried i")
    assert read(pdf([at(730, "The shelves"), *mixed])).warnings == ()


def test_text_beside_the_main_text_is_not_read_with_a_warning():
    main = column(72, 700, *(f"{SHORT} along the coast {n}" for n in "abcdefgh"))
    beside = column(
        400, 691, "this box has words", "about the tide and", "the sand that it", "carried to shelves", size=8
    )
    canonical = read(pdf([*main[:4], *beside, *main[4:]]))
    assert "box" not in canonical.text
    assert canonical.text.count(SHORT) == 8
    assert canonical.warnings == ("text beside the main text is not checked (page 1)",)


def test_headings_at_the_right_margin_are_not_a_column():
    made = [
        line
        for n in range(6)
        for line in (at(700 - 60 * n, f"Resolution {n}"), at(700 - 60 * n, f"Agenda item {n}", x=450))
    ]
    made += [at(680 - 60 * n, FULL) for n in range(6)]
    assert all(f"Resolution {n} Agenda item {n}" in text(made) for n in range(6))


def test_letters_that_no_font_names_are_an_error():
    lost = pdf(page([FULL])).replace(
        b"/Encoding/WinAnsiEncoding", b"/Encoding<</Differences[32" + b" /u1" * 95 + b"]>>"
    )
    with pytest.raises(UnreadableFileError, match="fonts do not say"):
        read(lost)
