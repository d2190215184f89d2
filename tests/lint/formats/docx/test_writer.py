"""Word files are written with the requested changes and no others."""

import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from resolint.lint.formats.decoder import decode as read_bytes
from resolint.lint.formats.errors import UnwritableFileError
from resolint.lint.formats.source_document import TrackedChanges

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAFT = """\
*The General Assembly*,

*Recalling* its resolution [27/1](https://example.org/27/1) of 3 May 2027[^1] and the lamps,

1. *Decides* to keep every lamp of the *Ardea* lit;

2. *Requests* the keepers, (a) to count lamps.

[^1]: See the lamp of *The Heron*.

"""


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(data, name="word/document.xml"):
    return etree.fromstring(parts(data)[name])


@pytest.fixture(params=[False, True], ids=["typed", "automatic"])
def draft(request, word_files):
    """A draft with typed numbers, and with automatic ones."""
    return read_bytes(word_files.Writer(automatic=request.param).file(DRAFT), ".docx")


CHANGES = [
    ("lamps", "lanterns"),
    ("every lamp", "the light"),
    ("*Decides* to", "*Decides also* to"),
    ("*Requests* the", "Requests *the*"),
    ("*Ardea*", "Ardea"),
    ("the keepers,", "*the keepers*"),
    ("2027[^1]", "2027,[^1]"),
    ("27/1](", "27/2]("),
    (") of 3", "), of 3"),
    ("*The General", "The *General"),
    ("lit;", "lit."),
    ("See the", "The"),
    (" (a)", " (b)"),
]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.sets(st.sampled_from(CHANGES)))
def test_the_written_file_reads_as_the_requested_text(draft, changes):
    text = draft.text
    for old, new in sorted(changes):
        text = text.replace(old, new)
    assert read_bytes(draft.written(text), ".docx").text.replace("* *", " ") == text.replace("* *", " ")
    proposed = draft.annotated(_nothing(draft), text)
    assert read_bytes(proposed, ".docx").text.replace("* *", " ") == text.replace("* *", " ")
    assert read_bytes(proposed, ".docx", TrackedChanges.ORIGINAL).text == draft.text


def _nothing(draft):
    from resolint.grammar.text.positions import LineIndex
    from resolint.lint.engine.results import LintResult

    return LintResult(draft.text, LineIndex(draft.text), (), 0)


def test_only_the_changed_part_is_rewritten(draft):
    before, after = parts(draft.data), parts(draft.written(draft.text.replace("every", "each")))
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    assert list(before) == list(after)


def test_letters_that_come_look_like_those_before_them(read, word_files):
    look = '<w:rStyle w:val="Verb"/><w:b/><w:color w:val="FF0000"/>'
    canonical = read(word_files.paragraph(word_files.run("Decides", look) + word_files.run(" to keep lamps lit")))
    root = document(canonical.written(canonical.text.replace("Decides", "Decides also")))
    runs = {"".join(run.itertext()): run.find(f"{W}rPr") for run in root.iter(f"{W}r")}
    added = next(properties for words, properties in runs.items() if "also" in words)
    assert [child.tag.removeprefix(W) for child in added] == ["rStyle", "b", "color"]


def test_italics_that_come_are_a_change_that_can_be_rejected(read, p):
    canonical = read(p("Decides to keep lamps lit"))
    root = document(canonical.annotated(_nothing(canonical), canonical.text.replace("Decides", "*Decides*")))
    (change,) = root.iter(f"{W}rPrChange")
    assert change.get(f"{W}author") == "resolint"
    assert change.getparent().find(f"{W}i") is not None
    assert change.find(f"{W}rPr/{W}i") is None


def test_a_file_read_as_it_was_cannot_be_fixed(word_files):
    canonical = read_bytes(word_files.Writer().file(DRAFT), ".docx", TrackedChanges.ORIGINAL)
    with pytest.raises(UnwritableFileError, match="tracked changes"):
        canonical.written(canonical.text.replace("lamp", "light"))


LAMPS = """\
*The General Assembly*,

*Recalling* the mole,[^1]

1. *Decides* to keep the lamp and its wick lit.

[^1]: A lamp.

"""


def comments(data):
    """The words of each comment, and the words it is attached to."""
    root, noted = document(data), document(data, "word/comments.xml")
    found = []
    for comment in noted:
        mark = comment.get(f"{W}id")
        inside, words = False, ""
        for element in root.iter():
            if element.tag == f"{W}commentRangeStart" and element.get(f"{W}id") == mark:
                inside = True
            elif element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == mark:
                inside = False
            elif inside and element.tag in (f"{W}t", f"{W}delText"):
                words += element.text
            elif inside and element.tag == f"{W}footnoteReference":
                words += "[note]"
        found.append((["".join(paragraph.itertext()) for paragraph in comment], words))
    return found


def test_the_command_annotates_the_words_and_proposes_the_fixes(run, tmp_path, word_files):
    draft = tmp_path / "draft.docx"
    draft.write_bytes(word_files.Writer(automatic=True).file(LAMPS))
    before = draft.read_bytes()
    done = run("check", "draft.docx", "--annotate", "reviewed.docx", "--output-format", "concise")
    assert (done.status, draft.read_bytes()) == (1, before)
    assert done.out.startswith("draft.docx:paragraph 3: PHR901 ")
    reviewed = (tmp_path / "reviewed.docx").read_bytes()
    assert comments(reviewed) == [
        (["PHR901 lamp: “lamp” is old", "Safe fix: Write “lantern”."], "lamplantern"),
        (["PHR902 wick: “wick” is old", "Unsafe fix: Write “fuse”."], "wick"),
    ]
    run("check", "draft.docx", "--fix")
    assert read_bytes(reviewed, ".docx").text == read_bytes(draft.read_bytes(), ".docx").text
    assert "lantern" in read_bytes(draft.read_bytes(), ".docx").text


def test_a_comment_on_a_footnote_is_at_its_reference(word_files):
    from resolint.grammar.text.positions import Span
    from resolint.lint.formats.docx.comments import Remark
    from resolint.lint.formats.docx.writer import annotated

    data = word_files.Writer().file(LAMPS)
    start = LAMPS.index("lamp.")
    written = annotated(data, TrackedChanges.FINAL, LAMPS, LAMPS, [Remark(Span(start, start + 4), ["said"])])
    assert comments(written) == [(["In footnote 1: said"], "[note]")]


def test_comments_of_others_stay(word_files):
    from resolint.grammar.text.positions import Span
    from resolint.lint.formats.docx.comments import Remark
    from resolint.lint.formats.docx.writer import annotated

    theirs = f'<w:comments {word_files.W}><w:comment w:id="3" w:author="a"><w:p/></w:comment></w:comments>'
    data = word_files.package(
        word_files.paragraph(word_files.run("lamp")),
        more={
            "word/comments.xml": theirs,
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="a" Type="{word_files.TYPES}/comments" Target="comments.xml"/>'
            "</Relationships>",
        },
    )
    written = annotated(data, TrackedChanges.FINAL, "lamp\n\n", "lamp\n\n", [Remark(Span(0, 4), ["said"])])
    assert comments(written) == [([""], ""), (["said"], "lamp")]


def test_automatic_numbers_are_to_be_changed_by_hand(word_files):
    from resolint.grammar.text.positions import Span
    from resolint.lint.formats.docx.document import opened
    from resolint.lint.formats.docx.edit_planner import UneditableRegionError
    from resolint.lint.formats.docx.writer import Lines
    from resolint.rules.finding import Edit

    for automatic in (False, True):
        page = opened(word_files.Writer(automatic=automatic).file(DRAFT)).page
        start = page.text.index("2. ")
        lines, edit = Lines(page, page.text, page.text), Edit(Span(start, start + 1), "3")
        if automatic:
            with pytest.raises(UneditableRegionError, match="edit the list in Word"):
                lines.try_out([edit])
        else:
            lines.try_out([edit])


@pytest.mark.parametrize(
    ("words", "target"), [(("a.docx", "--fix"), "out.docx"), (("a.docx",), "out.pdf"), (("a.docx", "b.docx"), "a.docx")]
)
def test_options_and_targets_that_do_not_fit_are_refused(run, tmp_path, word_files, words, target):
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(word_files.Writer().file(LAMPS))
    done = run("check", *words, "--annotate", target)
    assert done.status == 2
    assert re.search("--annotate", done.err)
