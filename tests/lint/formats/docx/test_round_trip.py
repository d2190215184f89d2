"""Annotated copies of many kinds of file: accepted they are the fixed file, and rejected the original."""

import io
import zipfile

import pytest
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = (
    '<w:r><w:drawing><a xmlns="urn:a"><w:txbxContent><w:p><w:r><w:t>A lamp in a box</w:t></w:r></w:p>'
    "</w:txbxContent></a></w:drawing></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def r(text, look=""):
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def by(kind, inside, author="Ana", mark=70):
    return f'<w:{kind} w:id="{mark}" w:author="{author}">{inside}</w:{kind}>'


def control(inside, properties):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


DELETED = '<w:r><w:delText xml:space="preserve">old </w:delText></w:r>'
LOCK = '<w:lock w:val="sdtContentLocked"/>'
BODIES = {
    "plain": r("to keep the lamp lit"),
    "divided in runs": r("to keep the la") + r("m") + r("p lit"),
    "bold": r("to keep the ") + r("lamp", "<w:b/>") + r(" lit"),
    "italics": r("to keep the ") + r("lamp", "<w:i/>") + r(" lit"),
    "coloured and large": r("to keep the lamp lit", '<w:color w:val="FF0000"/><w:sz w:val="40"/>'),
    "link": r("to keep the ") + f'<w:hyperlink w:anchor="a">{r("lamp")}</w:hyperlink>' + r(" lit"),
    "bookmark": r("to keep the la") + '<w:bookmarkStart w:id="3" w:name="b"/><w:bookmarkEnd w:id="3"/>' + r("mp lit"),
    "permission": r("to keep the ")
    + '<w:permStart w:id="9" w:edGrp="everyone"/>'
    + r("lamp")
    + '<w:permEnd w:id="9"/>',
    "smart tag": r("to keep the ") + f'<w:smartTag w:element="a">{r("lamp")}</w:smartTag>' + r(" lit"),
    "spelling error": r("to keep the ") + '<w:proofErr w:type="spellStart"/>' + r("lamp") + r(" lit"),
    "box": r("to keep the lamp ") + DRAWING + r(" lit"),
    "tab and break": r("to keep") + "<w:r><w:tab/></w:r>" + r("the lamp") + "<w:r><w:br/></w:r>" + r("lit"),
    "hidden": r("to keep ") + r("no ", "<w:vanish/>") + r("the lamp lit"),
    "field": r("to keep the ") + FIELD.format("REF a", r("lamp")) + r(" and the lamp lit"),
    "field in a field": FIELD.format("IF 1", r("to ") + FIELD.format("REF a", r("lamp"))) + r(" the lamp lit"),
    "field of a link": r("to keep the ") + FIELD.format('HYPERLINK "a"', r("lamp")) + r(" and the lamp"),
    "field at the end": r("to keep the ") + FIELD.format("REF a", r("lamp")),
    "simple field": r("to keep the ") + f'<w:fldSimple w:instr="REF a">{r("lamp")}</w:fldSimple>' + r(" and lamps"),
    "field without an end": r("to keep the lamp") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r(" lit"),
    "control": r("to keep the ") + control(r("lamp"), '<w:lock w:val="sdtLocked"/>') + r(" lit"),
    "locked control": r("to keep the ") + control(r("lamp"), LOCK) + r(" and the lamp lit"),
    "bound control": r("to keep the ") + control(r("lamp"), '<w:dataBinding w:xpath="/a"/>') + r(" and lamps"),
    "insertion by another": r("to keep the lamp ") + by("ins", r("at the mole")) + r(" lit"),
    "word inserted by another": r("to keep the ") + by("ins", r("lamp")) + r(" and the lamp lit"),
    "half a word inserted by another": r("to keep the la") + by("ins", r("mp")) + r(" and the lamp lit"),
    "deletion by another": r("to keep the ") + by("del", DELETED) + r("lamp lit"),
    "note": r("to keep the lamp") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" lit"),
    "note with its own mark": r("to keep the lamp")
    + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    + r(" lit"),
}


def body(name):
    return (
        "<w:p>" + r("The General Assembly", "<w:i/>") + r(",") + "</w:p>"
        "<w:p>" + r("Recalling", "<w:i/>") + r(" the lamps of the north mole,") + "</w:p>"
        "<w:p>" + r("1. ") + r("Decides", "<w:i/>") + r(" ") + BODIES[name] + r(";") + "</w:p>"
        "<w:p>" + r("2. ") + r("Requests", "<w:i/>") + r(" the keepers to count.") + "</w:p>"
    )


NOTES = f'<w:footnote w:id="2"><w:p>{r("* A lamp of the mole.")}</w:p></w:footnote>'


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def settled(data, *, accept):
    """The words of the document after all changes by this program are accepted or rejected, and those of others."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    for change in list(root.iter(f"{W}ins", f"{W}del")):
        if change.get(f"{W}author") == "resolint" and (change.tag == f"{W}ins") is not accept:
            parent = change.getparent()
            assert parent is not None
            parent.remove(change)
    return "".join(element.text or "" for element in root.iter(f"{W}t", f"{W}delText"))


@pytest.mark.parametrize("name", BODIES)
def test_accepting_gives_the_fixed_file_and_rejecting_the_original(run, tmp_path, word_files, name):
    original = word_files.package(body(name), footnotes=NOTES)
    for file in ("a.docx", "fixed.docx"):
        (tmp_path / file).write_bytes(original)
    done = run("check", "a.docx", "--annotate", "b.docx", "--no-cache")
    assert done.status == 1, done.err
    assert run("check", "fixed.docx", "--fix", "--no-cache").status in (0, 1)
    annotated = (tmp_path / "b.docx").read_bytes()
    fixed = (tmp_path / "fixed.docx").read_bytes()
    assert settled(annotated, accept=True) == settled(fixed, accept=True) != settled(original, accept=True)
    assert settled(annotated, accept=False) == settled(original, accept=False)
    before, after = parts(original), parts(annotated)
    changed = {part for part in before if before[part] != after[part]}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(after) - set(before) == {"word/comments.xml", "word/_rels/comments.xml.rels"}

    assert run("check", "b.docx", "--annotate", "c.docx", "--no-cache").status == 1
    assert (tmp_path / "c.docx").read_bytes() == annotated


@pytest.mark.parametrize("name", BODIES)
def test_no_change_is_inside_the_insertion_of_another_author(run, tmp_path, word_files, name):
    (tmp_path / "a.docx").write_bytes(word_files.package(body(name), footnotes=NOTES))
    run("check", "a.docx", "--annotate", "b.docx")
    root = etree.fromstring(parts((tmp_path / "b.docx").read_bytes())["word/document.xml"])
    for change in root.iter(f"{W}ins", f"{W}del"):
        authors = {each.get(f"{W}author") for each in change.iterancestors(f"{W}ins", f"{W}del")}
        assert authors <= {change.get(f"{W}author")}
