"""Formats: detection by content, and their effect on reports."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.text.text_changes import changes
from resolint.lint.engine.source_map import SourceMap
from resolint.lint.formats.errors import UnreadableFileError, UnwritableFileError
from resolint.lint.formats.registry import AKN, DOCX, HTML, ODT, PDF, RTF, TEXT
from resolint.lint.formats.sniff import sniff
from resolint.lint.formats.source_document import SourceDocument

DRAFT = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the lamp and its wick lit.
"""


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (b"PK\x03\x04...word/document.xml...", DOCX),
        (b"%PDF-1.7\n", PDF),
        (b"\n\n%PDF-1.4\n", PDF),
        (b"<!DOCTYPE html><p>lamps", HTML),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- kept --> <html>", HTML),
        ("\ufeff<html><body>".encode("utf-16-le"), HTML),
        (b'<?xml version="1.0"?><akomaNtoso xmlns="x">', AKN),
        (b"<an:akomaNtoso>", AKN),
        (b"{\\rtf1", RTF),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", ODT),
        (b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">', ODT),
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".docx", ".html", ""])
def test_content_determines_the_format_before_the_name(data, known, suffix):
    assert sniff(data, suffix) is known


@pytest.mark.parametrize("data", [b"<!-- resolint: disable-file -->\n*The General Assembly*,", b"Lamps", b""])
def test_the_name_determines_the_format_if_the_content_does_not(data):
    assert sniff(data, ".md") is TEXT
    assert sniff(data, ".htm") is HTML
    for suffix in (".docx", ".pdf"):
        with pytest.raises(UnreadableFileError, match=r"content does not match|empty file"):
            sniff(data, suffix)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument", "older version of Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument file without text"),
        (b"PK\x03\x04lamp.png", "without a Word or"),
    ],
)
def test_a_file_that_is_not_a_draft_is_an_error_in_one_sentence(data, words):
    with pytest.raises(UnreadableFileError, match=words):
        sniff(data, ".docx")


TEXTS = st.text(st.sampled_from("ab \n,"), max_size=40)


@given(TEXTS, TEXTS)
def test_changes_make_one_text_of_the_other(before, after):
    made = before
    for edit in reversed(changes(before, after)):
        made = made[: edit.span.start] + edit.content + made[edit.span.end :]
    assert made == after


def test_places_move_with_what_is_changed_before_them():
    source_map = SourceMap((0, 7, 14), ("page 1", "page 2", "page 3"))
    before, after = "lamp.\n\nwick.\n\nfuse.", "a lamp.\n\nfuse.\n\nfuse."
    moved = source_map.moved(before, after)
    assert [moved.at(after.index(word)) for word in ("lamp", "fuse")] == ["page 1", "page 2"]
    assert moved.at(after.rindex("fuse")) == "page 3"


def test_a_read_only_format_has_an_error_with_a_hint():
    with pytest.raises(UnwritableFileError, match="resolint convert"):
        SourceDocument("lamp").written("lantern")


@pytest.fixture
def paged(monkeypatch):
    """Text files read as a format with pages that disables the rule on wicks and has a warning."""

    def read(data, *_):
        text = data.decode()
        return SourceDocument(
            text, SourceMap((0,), ("page 1",)), frozenset({"PHR902"}), ("has a page that was not read",)
        )

    monkeypatch.setattr("resolint.lint.files.source_file.decode", read)


@pytest.mark.usefixtures("paged")
def test_a_finding_has_its_place_in_the_original_and_disabled_rules_do_not_report(run, tmp_path):
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    done = run("check", "a.md", "--output-format", "json")
    assert [(found["code"], found["place"]) for found in json.loads(done.out)] == [("PHR901", "page 1")]
    assert done.err == "resolint: a.md: has a page that was not read\n"
    assert run("check", "a.md", "--output-format", "concise").out.startswith("a.md:page 1: PHR901 ")


@pytest.mark.usefixtures("paged")
def test_fixes_in_a_read_only_format_are_manual(run, tmp_path):
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    done = run("check", "a.md", "--fix")
    assert (done.status, (tmp_path / "a.md").read_text(encoding="utf-8")) == (1, DRAFT)
    assert "a.md: this format cannot be fixed; convert it to Markdown with resolint convert" in done.err
    assert "(apply manually)" in done.out
    assert "with --fix" not in done.out
