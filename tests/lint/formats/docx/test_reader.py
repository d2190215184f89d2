"""Word files are read as they look on the page."""

import re

import pytest

from resolint.lint.formats.source_document import TrackedChanges

DRAFT = """\
# Resolution 27/2

## Tidal libraries

*The General Assembly*,

*Recalling* its resolution [27/1](https://example.org/27/1) of 3 May 2027,[^1]

*Noting* that the keepers of 14 lighthouses lend books at low tide,[^2]

1. *Decides* to open a library on each mole:

(a) At low tide;

(b) At spring tide:

(i) In the north;

(ii) In the south;

(c) At neap tide;

2. *Requests* the keepers to report on *Ardea cinerea*;[^2]

| Mole | Books |
| --- | --- |
| North | 12 |

3. *Decides* to remain seized of the matter.

[^1]: A note on tides.

[^2]: See *The Heron*, vol. 2.

"""
ITALIC = "<w:i/>"


@pytest.mark.parametrize("automatic", [False, True])
def test_a_draft_reads_as_its_markdown(word_files, automatic):
    from resolint.lint.formats.decoder import decode

    source = decode(word_files.Writer(automatic=automatic).file(DRAFT), ".docx")
    assert source.text == DRAFT
    assert source.warnings == ()
    places = {words: source.source_map.at(source.text.index(words)) for words in ("27/2", "(i)", "Books", "Heron")}
    assert places == {"27/2": "paragraph 1", "(i)": "paragraph 9", "Books": "paragraph 14", "Heron": "footnote 2"}


@pytest.mark.parametrize(
    ("properties", "style", "italic"),
    [
        ("", "", False),
        ("<w:i/>", "", True),
        ('<w:i w:val="0"/>', "Slanted", False),
        ("", "Slanted", True),
        ('<w:rStyle w:val="Verb"/>', "", True),
        ('<w:rStyle w:val="Verb"/>', "Slanted", False),
        ('<w:rStyle w:val="Verb"/><w:i/>', "Slanted", True),
    ],
)
def test_italics_come_from_runs_and_styles_and_a_style_turns_round_the_one_below(
    text, word_files, properties, style, italic
):
    inside = word_files.run("Decides", properties) + word_files.run(" now", '<w:i w:val="0"/>')
    reported = text(word_files.paragraph(inside, f'<w:pStyle w:val="{style}"/>' if style else ""))
    assert reported == ("*Decides* now" if italic else "Decides now")


def test_white_space_is_outside_italics_and_joins_them(text, p, word_files):
    run = word_files.run
    assert text(p(run("Takes", ITALIC) + run(" ") + run("note ", ITALIC) + run("of"))) == "*Takes note* of"


LEVELS = """<w:abstractNum w:abstractNumId="4">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Slanted"/>
<w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlRestart w:val="0"/><w:suff w:val="nothing"/>
<w:lvlText w:val="(%3) "/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="4"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>"""


def listed(level, number=1):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_lists_are_numbered_as_word_shows_them(text, p):
    places = [(0, 1), (1, 1), (1, 1), (2, 1), (0, 1), (1, 1), (2, 1), (3, 1), (0, 2), (0, 1), (0, 0)]
    reported = text("".join(p("x", listed(*place)) for place in places), numbering=LEVELS)
    labels = [paragraph[:-1].strip() for paragraph in reported.split("\n\n")]
    assert labels == ["I.", "1.3", "1.4", "(a)", "II.", "2.3", "(b)", "-", "VII.", "VIII.", ""]


def test_a_style_may_number_paragraphs(text, p):
    styles = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    <w:style w:type="paragraph" w:styleId="Slanted"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    </w:styles>"""
    numbered = p("x", '<w:pStyle w:val="Slanted"/>')
    assert text(numbered * 2, numbering=LEVELS, styles=styles) == "I. x\n\nII. x"


def test_fields_show_their_result_and_hidden_words_do_not_show(text, p, word_files):
    run = word_files.run
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    field = mark("begin") + run(" REF x ", tag="instrText") + mark("separate") + run("14") + mark("end")
    assert text(p(run("para. ") + field + run(" hidden", "<w:vanish/>") + run(" of"))) == "para. 14 of"


def test_breaks_tabs_hyphens_and_contents_of_controls(text, p, word_files):
    run = word_files.run
    one = "<w:r><w:noBreakHyphen/></w:r><w:r><w:br/></w:r>"
    control = f"<w:sdt><w:sdtContent>{run('books')}</w:sdtContent></w:sdt>"
    assert text(p("<w:r><w:tab/></w:r>" + run("co") + one + control)) == "co\u2011\nbooks"
    assert text(f"<w:sdt><w:sdtContent>{p('lamp')}</w:sdtContent></w:sdt>") == "lamp"


def test_letters_that_would_be_markup_are_escaped(text, p):
    assert text(p("Algeria*, see [x](y) and a_b")) == r"Algeria\*, see \[x](y) and a_b"


def test_raised_digits_are_raised(text, p, word_files):
    assert text(p(word_files.run("m") + word_files.run("2", '<w:vertAlign w:val="superscript"/>'))) == "m²"


def test_text_boxes_are_reported_once_each(read, p):
    box = "<w:txbxContent>" + p("a box") + "</w:txbxContent>"
    run = f"<w:r><w:pict>{box}</w:pict></w:r>"
    source = read(p("<w:r><w:t>lamp</w:t></w:r>" + run))
    assert source.text == "lamp\n\n"
    assert source.warnings == ("1 text box not read",)


REVISED = """<w:p><w:r><w:t xml:space="preserve">Keep </w:t></w:r>
<w:ins w:id="1" w:author="a"><w:r><w:t>lanterns</w:t></w:r></w:ins>
<w:del w:id="2" w:author="a"><w:r><w:delText>lamps</w:delText></w:r></w:del>
<w:r><w:rPr><w:i/><w:rPrChange w:id="3" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t> lit</w:t></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del w:id="4" w:author="a"/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>
<w:p><w:r><w:t>Two</w:t></w:r></w:p>"""


def test_tracked_changes_are_read_as_accepted_or_as_not_made(read):
    body = REVISED.replace("<w:t> lit", '<w:t xml:space="preserve"> lit')
    final, original = read(body), read(body, TrackedChanges.ORIGINAL)
    assert final.text == "Keep lanterns *lit*\n\nOneTwo\n\n"
    assert original.text == "Keep lamps lit\n\nOne\n\nTwo\n\n"
    assert re.search("tracked changes", final.warnings[0])
    assert original.warnings == ()
