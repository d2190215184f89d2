"""Rich text: what is read."""

import pytest

from resolint.lint.formats.decoder import decode

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}{\f1\fcharset204 Times Cyr;}}"
    rb"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}{\info{\title hidden}}"
)


def text(body, head=HEAD):
    return decode(head + body + b"}", ".rtf").text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (rb"{\i Recalling} its lamps,\par", "*Recalling* its lamps,"),
        (rb"\i Recalling\i0  its \ul lamps\ulnone ,\par", "*Recalling* its <u>lamps</u>,"),
        (rb"\pard\plain\s1 The isles\par", "# The isles"),
        (rb"caf\'e9 \ldblquote lamp\rdblquote\par", "café “lamp”"),
        (rb"\uc1\u8220?lamp\u8221?\par", "“lamp”"),
        (rb"\uc2\u8220\'81\'69lamp\par", "“lamp"),
        (rb"{\uc0\u233}t\'e9\par", "été"),
        (rb"a\~b\_c\-d\emdash e\par", "a\u00a0b\u2011cd—e"),
        (rb"\f1\'cf\'ee\f0  isle\par", "По isle"),
        (rb"a\tab b\line c\par", "a b\nc"),
        (rb"{\listtext\pard\plain 1.\tab}Decides;\par", "1. Decides;"),
        (rb"{\listtext\pard\plain \'95\tab}Decides;\par", "- Decides;"),
        (rb"to {\deleted dark }sail{\revised  far}\par", "to sail far"),
        (rb"to {\v not }sail\par", "to sail"),
        (rb"{\*\unknown lost}kept{\*\bkmkstart x}\par", "kept"),
        (
            rb'a{\field{\*\fldinst HYPERLINK "https://example.org/x"}{\fldrslt link}}\par',
            "a[link](https://example.org/x)",
        ),
        (rb"a{\field{\*\fldinst PAGE}{\fldrslt 4}}b\par", "a4b"),
        (rb"{\pict\wmetafile8 0102}a{\*\annotation no}b\par", "ab"),
        (rb"\{a\}\\b\par", r"{a}\\b"),
        (b"a\r\nb\\\nc\\par", "ab\n\nc"),
        (rb"CO{\super 2}\par", "CO²"),
        (rb"a\bin4 {}{}b\par", "ab"),
    ],
)
def test_words_are_read_as_shown(body, words):
    assert text(body) == words + "\n\n"


def test_footnotes_keep_their_marks():
    body = (
        rb"The lamps{\super\chftn{\footnote\pard\plain{\super\chftn} See A/1.\par Also A/2.}}"
        rb" and isles{\super *}{\footnote\pard\plain * See A/3.}"
        rb" end{\super\chftn}{\footnote\ftnalt{\super\chftn} Last.}.\par"
    )
    assert text(body) == (
        "The lamps[^1] and isles[^*] end[^2].\n\n[^1]: See A/1. Also A/2.\n\n[^*]: See A/3.\n\n[^2]: Last.\n\n"
    )


def test_tables_are_read_by_row_and_cell():
    body = rb"\trowd\intbl Isle\cell Lamps\cell\row\trowd\intbl North\cell 4\cell\row\pard After\par"
    assert text(body) == "| Isle | Lamps |\n| --- | --- |\n| North | 4 |\n\nAfter\n\n"


@pytest.mark.parametrize(("word", "byte"), [(rb"\mac", rb"\'8e"), (rb"\pca", rb"\'82"), (rb"\ansi", rb"\'e9")])
def test_the_character_set_of_the_file_is_used(word, byte):
    assert text(b"caf" + byte + rb"\par", rb"{\rtf1" + word + b" ") == "café\n\n"


def test_a_file_that_is_cut_off_is_read_with_a_note():
    document = decode(HEAD + rb"The {\i lamps", ".rtf")
    assert document.text == "The *lamps*\n\n"
    assert "cut off" in document.warnings[0]


def test_fixes_are_made_by_hand():
    assert "cannot be fixed" in decode(HEAD + b"a}", ".rtf").read_only
