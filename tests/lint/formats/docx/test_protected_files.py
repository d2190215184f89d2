"""Fixes respect the mode and the protection of a document, and what is locked or of another author in it."""

import io
import zipfile

import pytest
from lxml import etree

from resolint.grammar.text.positions import LineIndex
from resolint.lint.engine.results import LintResult
from resolint.lint.formats.decoder import decode
from resolint.lint.formats.errors import UnwritableFileError
from resolint.lint.formats.source_document import TrackedChanges

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAMPS = """\
*The General Assembly*,

*Recalling* the mole,[^1]

1. *Decides* to keep the lamp lit.

[^1]: The lamp.

"""


def document(data, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


@pytest.fixture
def with_settings(word_files):
    """A file with settings, as the XML in them."""

    def made(inside):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(word_files.Writer().file(LAMPS))) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                data = old.read(name).decode()
                if name == "word/_rels/document.xml.rels":
                    relation = f'<Relationship Id="s" Type="{word_files.TYPES}/settings" Target="settings.xml"/>'
                    data = data.replace("</Relationships>", f"{relation}</Relationships>")
                new.writestr(name, data)
            new.writestr("word/settings.xml", f"<w:settings {word_files.W}>{inside}</w:settings>")
        return out.getvalue()

    return made


def protection(kind, enforced="1"):
    return f'<w:documentProtection w:edit="{kind}" w:enforcement="{enforced}"/>'


@pytest.mark.parametrize("setting", ["<w:trackRevisions/>", protection("trackedChanges")])
def test_fixes_are_tracked_if_the_document_tracks_changes(run, tmp_path, with_settings, setting):
    original = with_settings(setting)
    (tmp_path / "a.docx").write_bytes(original)
    assert run("check", "a.docx", "--fix").status == 0
    fixed = (tmp_path / "a.docx").read_bytes()
    changes = [(each.tag, each.get(f"{W}author")) for each in document(fixed).iter(f"{W}ins", f"{W}del")]
    assert changes == [(f"{W}del", "resolint"), (f"{W}ins", "resolint")]
    assert decode(fixed, ".docx", TrackedChanges.ORIGINAL).text == decode(original, ".docx").text
    assert run("check", "a.docx", "--fix").status == 0
    assert (tmp_path / "a.docx").read_bytes() == fixed


def test_fixes_are_not_tracked_if_the_mode_is_off(run, tmp_path, with_settings):
    (tmp_path / "a.docx").write_bytes(
        with_settings('<w:trackRevisions w:val="0"/>' + protection("trackedChanges", "0"))
    )
    run("check", "a.docx", "--fix")
    fixed = (tmp_path / "a.docx").read_bytes()
    assert "lantern" in decode(fixed, ".docx").text
    assert not list(document(fixed).iter(f"{W}ins", f"{W}del"))


@pytest.mark.parametrize(
    ("kind", "reason"),
    [("readOnly", "is read-only"), ("comments", "allows only comments"), ("forms", "allows only filling in forms")],
)
def test_a_protected_document_is_not_fixed(run, tmp_path, with_settings, kind, reason):
    original = with_settings(protection(kind))
    (tmp_path / "a.docx").write_bytes(original)
    done = run("check", "a.docx", "--fix")
    assert (done.status, done.err) == (1, f"resolint: a.docx: not fixed, because the document {reason}\n")
    assert (tmp_path / "a.docx").read_bytes() == original
    with pytest.raises(UnwritableFileError, match=reason):
        decode(original, ".docx").written(decode(original, ".docx").text)

    done = run("check", "a.docx", "--annotate", "b.docx")
    assert f"fixes are only in the comments, because the document {reason}" in done.err
    copy = (tmp_path / "b.docx").read_bytes()
    assert "Manual fix" in "".join(document(copy, "word/comments.xml").itertext())
    assert not list(document(copy).iter(f"{W}ins", f"{W}del"))


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<w:fldSimple w:instr="REF a">{}</w:fldSimple>', "edit the source of the field"),
        ('<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>', "unlock"),
        ("<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", "edit the data"),
        ('<w:ins w:id="7" w:author="Ana">{}</w:ins>', "accept or reject the tracked change"),
        ('<w:moveTo w:id="7" w:author="Ana">{}</w:moveTo>', "accept or reject the tracked change"),
    ],
)
def test_what_is_not_the_drafters_to_edit_is_fixed_by_hand(run, tmp_path, word_files, inside, reason):
    body = LAMPS.partition("1. ")[0].replace("[^1]", "").strip().split("\n\n")
    made = word_files.Writer()
    paragraphs = [made.block(block, []) for block in [*body, "1. *Decides* to keep the LAMP lit."]]
    run_of = word_files.run("lamp")
    paragraphs[-1] = paragraphs[-1].replace(
        "LAMP lit.", f'</w:t></w:r>{inside.format(run_of)}<w:r><w:t xml:space="preserve"> lit.'
    )
    original = word_files.package("".join(paragraphs))
    (tmp_path / "a.docx").write_bytes(original)
    done = run("check", "a.docx", "--fix", "--output-format", "json")
    assert reason in done.out
    assert (tmp_path / "a.docx").read_bytes() == original
    run("check", "a.docx", "--annotate", "b.docx")
    root = document((tmp_path / "b.docx").read_bytes())
    guarded = next(root.iter(f"{W}fldSimple", f"{W}sdt"), None)
    if guarded is not None:
        assert guarded.getprevious().tag == f"{W}commentRangeStart"
        assert guarded.getnext().tag == f"{W}commentRangeEnd"
    else:
        assert next(root.iter(f"{W}commentRangeStart"), None) is not None


def _annotated(draft, text):
    return draft.annotated(LintResult(draft.text, LineIndex(draft.text), (), 0), text)


@pytest.mark.parametrize(("old", "new"), [("new oil", "new, oil"), ("oil", "oil,"), ("new oil", "new oil, and")])
def test_what_is_inserted_in_the_insertion_of_another_is_beside_it(read, word_files, old, new):
    theirs = f'<w:ins w:id="7" w:author="Ana">{word_files.run("the new oil")}</w:ins>'
    draft = read(word_files.paragraph(word_files.run("Keep ") + theirs + word_files.run(" here")))
    for data in (_annotated(draft, draft.text.replace(old, new)), draft.written(draft.text.replace(old, new))):
        assert decode(data, ".docx").text == draft.text.replace(old, new)
        root = document(data)
        changes = list(root.iter(f"{W}ins", f"{W}del"))
        assert {each.get(f"{W}author") for each in changes} == {"Ana", "resolint"}
        assert len({each.get(f"{W}id") for each in changes}) == len(changes)
        assert all(each.getparent().tag == f"{W}p" and len(each) for each in changes)
        assert "".join(root.itertext(f"{W}t")) == draft.text.replace(old, new).strip()
        assert decode(data, ".docx", TrackedChanges.ORIGINAL).text == "Keep  here\n\n"


def test_a_change_in_a_footnote_of_a_document_that_tracks_changes_can_be_rejected(with_settings):
    draft = decode(with_settings("<w:trackRevisions/>"), ".docx")
    after = draft.text.replace("The lamp.", "A lamp.")
    data = draft.written(after)
    assert decode(data, ".docx").text == after
    assert decode(data, ".docx", TrackedChanges.ORIGINAL).text == draft.text
