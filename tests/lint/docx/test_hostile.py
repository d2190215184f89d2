"""Damaged or malicious files give an error in one sentence, quickly."""

import io
import zipfile

import pytest

from resolint.lint.formats.decoder import decode as read_bytes
from resolint.lint.formats.errors import UnreadableFileError


@pytest.fixture
def with_part(word_files):
    """A valid file with one part replaced."""

    def make(name, data):
        out = io.BytesIO()
        sound = word_files.package(word_files.paragraph(word_files.run("lamp")))
        with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                new.writestr(part, data if part == name else old.read(part))
        return out.getvalue()

    return make


@pytest.fixture
def document(word_files, with_part):
    """A file with this between the tags of the body."""

    def make(inside, before=b""):
        head = f"<w:document {word_files.W}><w:body>".encode()
        return with_part("word/document.xml", before + head + inside + b"</w:body></w:document>")

    return make


@pytest.mark.parametrize(
    ("inside", "before", "words"),
    [
        (b" " * (65 << 20), b"", "64 MB"),
        (b"<w:p/>" * 3_000_001, b"", "tags"),
        (b"<w:sdt>" * 5000 + b"</w:sdt>" * 5000, b"", "nested"),
        (b"<w:p>", b"", "well-formed"),
        (b"", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "document type"),
    ],
    ids=["spaces", "tags", "deep", "unclosed", "entity"],
)
def test_documents_that_are_too_much_are_refused(document, inside, before, words):
    with pytest.raises(UnreadableFileError, match=words):
        read_bytes(document(inside, before), ".docx")


def test_half_a_file_is_refused(word_files):
    sound = word_files.package(word_files.paragraph(word_files.run("lamp")))
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_bytes(sound[: len(sound) // 2], ".docx")


RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def test_a_file_that_points_out_of_itself_is_not_followed(with_part):
    outside = '<Relationship Id="a" Type="x/officeDocument" Target="../../../../etc/passwd"/>'
    with pytest.raises(UnreadableFileError, match="no document"):
        read_bytes(with_part("_rels/.rels", RELATIONS.format(outside)), ".docx")
    styles = '<Relationship Id="a" Type="x/styles" TargetMode="External" Target="file:///etc/passwd"/>'
    assert read_bytes(with_part("word/_rels/document.xml.rels", RELATIONS.format(styles)), ".docx").text == "lamp\n\n"


def test_styles_that_are_based_on_one_another_come_to_an_end(text, p):
    styles = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
    <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style></w:styles>"""
    assert text(p("lamp", '<w:pStyle w:val="A"/>'), styles=styles) == "*lamp*"
