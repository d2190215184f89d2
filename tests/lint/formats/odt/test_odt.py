"""OpenDocument: what is read, and what is written back."""

import importlib.util
import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from resolint.lint import api
from resolint.lint.formats.decoder import decode
from resolint.lint.formats.errors import UnreadableFileError
from resolint.lint.session import lint


def _module():
    spec = importlib.util.spec_from_file_location("open_document", Path(__file__).with_name("open_document.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


files = _module()


@pytest.mark.parametrize("data", [files.flat(), files.zipped()], ids=["fodt", "odt"])
def test_numbers_italics_footnotes_changes_and_tables_are_read_as_shown(data):
    document = decode(data, ".odt")
    assert document.text == files.TEXT
    assert document.warnings == ("read with all tracked changes accepted",)
    assert document.source_map.at(document.text.index("the the")) == "paragraph 3"


def test_a_fix_changes_only_the_content():
    data = files.zipped()
    document = decode(data, ".odt")
    after = document.text.replace("the the", "the").replace("count the", "count all the")
    written = document.written(after)
    assert decode(written, ".odt").text == after
    before, now = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, written))
    assert before.namelist() == now.namelist()
    assert now.read("Pictures/x.png") == b"lamp"
    assert b"letters" not in now.read("content.xml")
    assert now.read("content.xml").replace(b"all the lamps", b"the lamps").count(b"<") == before.read(
        "content.xml"
    ).count(b"<")


def _annotated(data):
    document = decode(data, ".odt")
    result = lint("a.odt", document.text, api.configure())
    return document, document.annotated(result.checked, document.text.replace("lamps;", "lanterns;")), result


def test_comments_and_tracked_changes_are_added_once():
    data = files.flat()
    document, written, result = _annotated(data)
    again = decode(written, ".odt")
    assert again.text == document.text.replace("lamps;", "lanterns;")
    root = etree.fromstring(written)
    comments = [each for each in root.iter("{*}annotation") if each.findtext("{*}creator") == "resolint"]
    assert len(comments) == len(result.checked.diagnostics) > 0
    regions = [each for each in root.iter("{*}changed-region") if "resolint" in map(str, each.itertext())]
    assert len(regions) == 2
    twice = etree.fromstring(again.annotated(result.checked, again.text))
    assert len(list(twice.iter("{*}annotation"))) == len(list(root.iter("{*}annotation")))


def test_a_fix_of_an_automatic_number_is_left_to_the_user():
    document = decode(files.flat(), ".odt")
    result = lint("a.odt", document.text, api.configure())
    adapted = document.adapted(result.checked)
    assert len(adapted.diagnostics) == len(result.checked.diagnostics)


@pytest.mark.parametrize(
    ("list_item", "label"),
    [("", "1."), (' text:start-value="4"', "4."), (' text:style-override="L2"', "-")],
)
def test_numbers_follow_the_list(list_item, label):
    item = f"<text:list-item{list_item}><text:p>To sail;</text:p></text:list-item>"
    body = f'<text:list text:style-name="L1">{item}</text:list>'
    assert decode(files.flat(body), ".fodt").text == f"{label} To sail;\n\n"


def test_white_space_is_reduced_as_the_format_prescribes():
    body = '<text:p>\n  To <text:span>\n sail</text:span><text:s text:c="2"/>far<text:tab/>away<text:line-break/>now '
    body += "</text:p>"
    assert decode(files.flat(body), ".fodt").text == "To sail  far away\nnow\n\n"


def test_hidden_words_comments_and_text_boxes_are_not_read():
    body = (
        '<text:p>To <text:span text:style-name="T3">not </text:span>sail<draw:frame><draw:text-box><text:p>box</text:p>'
        "</draw:text-box></draw:frame></text:p>"
    )
    document = decode(files.flat(body), ".fodt")
    assert document.text == "To sail\n\n"
    assert document.warnings == ("1 text box not read",)


def test_a_spreadsheet_is_refused():
    data = files.flat().replace(b"office:text>", b"office:spreadsheet>")
    with pytest.raises(UnreadableFileError, match="without text"):
        decode(data, ".fodt")
