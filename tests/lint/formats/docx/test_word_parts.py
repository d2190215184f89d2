"""What Word shows is read: headings, notes with marks of their own, fields, boxes, and numbers in all formats."""

import pytest

STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="_ H_1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H _Ch"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="H23"><w:name w:val="_ H_2/3"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Own"/></w:style>
<w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="Toc"/><w:basedOn w:val="Own"/>
<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
</w:styles>"""
LIST = '<w:abstractNum w:abstractNumId="1">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    ("properties", "words", "level"),
    [
        ('<w:pStyle w:val="HCh"/>', "II. Organization of the session", 1),
        ('<w:pStyle w:val="H1"/>', "A. Lamps", 2),
        ('<w:pStyle w:val="H23"/>', "Wicks", 3),
        ('<w:pStyle w:val="Sub"/>', "Oil", 3),
        ('<w:pStyle w:val="Toc"/>', "Oil", 0),
        ('<w:outlineLvl w:val="0"/>', "Lamps of the mole", 1),
        ('<w:pStyle w:val="Own"/><w:outlineLvl w:val="9"/>', "Lamps of the mole", 0),
        ('<w:outlineLvl w:val="0"/>', "1. Decides to keep the lamps lit;", 0),
        ('<w:outlineLvl w:val="1"/>', "The keepers met in spring.", 0),
    ],
)
def test_headings_are_known_by_style_and_outline_level(text, p, properties, words, level):
    assert text(p(words, properties), styles=STYLES) == "#" * level + " " * bool(level) + words


def test_a_report_goes_on_after_a_resolution(run, tmp_path, word_files, p):
    body = (
        p("I. Adoption of a text", '<w:pStyle w:val="HCh"/>')
        + p("1. The keepers adopted the following text.")
        + p("Draft resolution I", '<w:pStyle w:val="H23"/>')
        + p("The General Assembly,")
        + p("Recalling the mole,")
        + p("1. Decides to keep the oil dry;")
        + p("2. Requests the keepers to count the oil.")
        + p("II. Organization of the session", '<w:pStyle w:val="HCh"/>')
        + p("2. The keepers met on the mole, and elected a chair. They then ate.")
        + p("3. The chair opened the lamp.")
    )
    (tmp_path / "a.docx").write_bytes(word_files.package(body, styles=STYLES))
    assert run("check", "a.docx").status == 0


@pytest.mark.parametrize(
    "reference",
    [
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>',
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:sym w:font="Symbol" w:char="F02A"/></w:r>',
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/></w:r><w:proofErr/><w:r><w:t>*</w:t></w:r>',
    ],
)
@pytest.mark.parametrize(
    "note", ["<w:r><w:t>* A mole.</w:t></w:r>", "<w:r><w:t>*</w:t></w:r><w:r><w:t>A mole.</w:t></w:r>"]
)
def test_the_mark_of_a_note_is_no_word_of_it(text, p, word_files, reference, note):
    notes = f'<w:footnote w:id="2"><w:p>{note}</w:p></w:footnote>'
    assert (
        text(p(word_files.run("oil") + reference + word_files.run(" here")), footnotes=notes)
        == "oil[^*] here\n\n[^*]: A mole."
    )


def test_a_note_that_begins_with_a_sign_keeps_it_if_its_mark_is_a_number(text, p, word_files):
    notes = f'<w:footnote w:id="2">{p("* A mole.")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert text(p(word_files.run("oil") + reference), footnotes=notes) == "oil[^1]\n\n[^1]: \\* A mole."


def test_a_field_without_an_end_loses_nothing_and_is_reported(read, p, word_files):
    run = word_files.run
    inner = BEGIN + run(" REF ", tag="instrText") + SEPARATE + run("3") + END
    body = p(run("see ") + BEGIN + run(" IF ", tag="instrText") + SEPARATE + run("para. ") + inner) + p("here")
    draft = read(body)
    assert draft.text == "see para. 3\n\nhere\n\n"
    assert draft.warnings == ("1 field without an end; read as ordinary text",)


def test_a_field_that_numbers_a_paragraph_shows_its_number(text, p, word_files):
    field = BEGIN + word_files.run(" AUTONUM ", tag="instrText") + END
    assert text(p(field + word_files.run(" Decides")) * 2) == "1. Decides\n\n2. Decides"


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("the oil ", " of"), "the oil of"), (("the oil ", ", and"), "the oil, and"), (("the oil", " of"), "the oil of")],
)
def test_a_box_or_picture_leaves_no_second_space(text, p, word_files, words, expected):
    box = '<w:r><w:drawing><a xmlns="urn:a"/></w:drawing></w:r>'
    assert text(p(box.join(map(word_files.run, words)))) == expected


def test_two_spaces_without_a_box_stay(text, p, word_files):
    assert text(p(word_files.run("the oil ") + word_files.run(" of"))) == "the oil  of"


@pytest.mark.parametrize(
    ("form", "third"),
    [
        ("decimal", "3."),
        ("decimalZero", "03."),
        ("ordinal", "3rd."),
        ("ordinalText", "Third."),
        ("cardinalText", "Three."),
        ("upperLetter", "C."),
        ("lowerRoman", "iii."),
        ("chicago", "‡."),
        ("chineseCounting", "三."),
        ("numberInDash", "- 3 -."),
        ("unknown", "3."),
    ],
)
def test_automatic_numbers_have_the_format_that_word_shows(text, p, form, third):
    level = f'<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = LIST.format(level)
    assert (
        text(p("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), numbering=numbering) == f"{third} x"
    )


def test_a_format_of_an_own_number_of_zeros_is_read(text, p):
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    form = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    choice = f'<mc:Choice Requires="w14">{form}</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent {space}>{choice}</mc:AlternateContent>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )
    numbering = LIST.format(level)
    assert text(p("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), numbering=numbering) == "007. x"
