"""Annotating an annotated file updates its comments and leaves those of others as they are."""

import io
import re
import zipfile

import pytest
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
TYPES = "http://schemas.microsoft.com/office/2011/relationships"
DRAFT = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the wick lit, and the lamp;

2. *Requests* the keepers to trim the wick.

"""


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def comments(data):
    """The id, date, author and words of each comment."""
    root = etree.fromstring(parts(data)["word/comments.xml"].encode())
    return [
        (
            each.get(f"{W}id"),
            each.get(f"{W}date"),
            each.get(f"{W}author"),
            "".join(map(str, next(each.iter(f"{W}p")).itertext())),
        )
        for each in root
    ]


@pytest.fixture
def annotate(run, tmp_path):
    """Annotate a file, and return the bytes of the copy."""

    def annotating(data):
        (tmp_path / "a.docx").write_bytes(data)
        done = run("check", "a.docx", "--annotate", "b.docx", "--no-cache")
        assert done.status in (0, 1), done.err
        return (tmp_path / "b.docx").read_bytes()

    return annotating


@pytest.fixture
def first(annotate, word_files):
    return annotate(word_files.Writer().file(DRAFT))


def edited(data, *changes):
    """A file with changed parts: the name, and what is replaced by what."""
    files = parts(data)
    for name, old, new in changes:
        assert re.search(old, files[name])
        files[name] = re.sub(old, new, files[name])
    return packed(files)


def with_states(data, states, replies=""):
    """A file in which Word keeps a state of each comment: its index, and whether it is resolved."""
    files = parts(data)
    for index, _ in enumerate(states):
        paragraphs = files["word/comments.xml"].split("</w:p></w:comment>")
        head, _, tail = paragraphs[index].rpartition("<w:p>")
        paragraphs[index] = f'{head}<w:p xmlns:w14="{W14}" w14:paraId="0000000{index}">{tail}'
        files["word/comments.xml"] = "</w:p></w:comment>".join(paragraphs)
    entries = "".join(f'<w15:commentEx w15:paraId="0000000{n}" w15:done="{done}"/>' for n, done in enumerate(states))
    files["word/commentsExtended.xml"] = f'<w15:commentsEx xmlns:w15="{W15}">{entries}{replies}</w15:commentsEx>'
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="ex" Type="{TYPES}/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
    )
    return packed(files)


def test_a_comment_keeps_its_id_and_date_and_one_without_a_finding_is_removed(annotate, first):
    assert [each[0] for each in comments(first)] == ["0", "1", "2"]
    dated = edited(
        first,
        ("word/comments.xml", 'w:id="2"', 'w:id="2" w:date="2026-05-04T03:02:01Z"'),
        ("word/document.xml", "keep the ", "keep each "),
        ("word/document.xml", ">wick<", ">fuse<"),
    )
    again = annotate(dated)
    assert comments(again) == [("1", None, "resolint", "PHR901 lamp: “lamp” is old")]
    assert 'commentRangeStart w:id="0"' not in parts(again)["word/document.xml"]


def test_a_comment_on_the_same_words_stays_if_the_text_around_it_changes(annotate, first):
    dated = edited(
        first,
        ("word/comments.xml", 'w:id="2"', 'w:id="2" w:date="2026-05-04T03:02:01Z"'),
        ("word/document.xml", "Recalling", "Recalling once more"),
        ("word/document.xml", " the keepers to trim the ", " all keepers on the mole to trim the "),
    )
    assert comments(annotate(dated))[2] == ("2", "2026-05-04T03:02:01Z", "resolint", "PHR902 wick: “wick” is old")


def test_a_resolved_comment_stays_and_its_finding_is_not_commented_on_again(annotate, first):
    done = with_states(first, [0, 1, 1])
    again = annotate(done)
    assert comments(again) == comments(done)
    assert parts(again)["word/commentsExtended.xml"] == parts(done)["word/commentsExtended.xml"]
    assert parts(again)["word/document.xml"].count("commentRangeStart") == 3


def test_a_change_that_was_rejected_and_resolved_is_not_proposed_again(annotate, first):
    rejected = edited(
        first,
        ("word/document.xml", r"<w:ins [^>]*>.*?</w:ins>", ""),
        ("word/document.xml", r"<w:del [^>]*>(.*?)</w:del>", r"\1"),
        ("word/document.xml", "delText", "t"),
    )
    assert "w:ins" in parts(annotate(rejected))["word/document.xml"]
    assert "w:ins" not in parts(annotate(with_states(rejected, [0, 1, 0])))["word/document.xml"]


def test_a_change_that_was_accepted_loses_its_comment(annotate, first):
    accepted = edited(
        first,
        ("word/document.xml", r"<w:del [^>]*>.*?</w:del>", ""),
        ("word/document.xml", r"<w:ins [^>]*>(.*?)</w:ins>", r"\1"),
    )
    assert [each[0] for each in comments(annotate(accepted))] == ["0", "2"]


def test_a_comment_that_was_answered_stays(annotate, first):
    reply = f'<w15:commentEx xmlns:w15="{W15}" w15:paraId="0000000A" w15:paraIdParent="00000000" w15:done="0"/>'
    answered = edited(with_states(first, [0, 0, 0], reply), ("word/document.xml", ">wick<", ">fuse<"))
    assert [each[0] for each in comments(annotate(answered))] == ["0", "1"]


def test_the_comments_of_others_stay_as_they_are(annotate, first):
    theirs = (
        '<w:comment w:id="9" w:author="Ana" w:date="2026-05-04T03:02:01Z"><w:p><w:r><w:t>PHR901 lamp: “lamp” is old'
    )
    others = edited(
        first,
        ("word/comments.xml", "</w:comments>", f"{theirs}</w:t></w:r></w:p></w:comment></w:comments>"),
        ("word/document.xml", r"(<w:commentRangeStart w:id=.1.)", r'<w:commentRangeStart w:id="9"/>\1'),
        ("word/document.xml", r"(<w:commentRangeEnd w:id=.1.)", r'<w:commentRangeEnd w:id="9"/>\1'),
    )
    again = annotate(others)
    assert comments(again) == comments(others)
    assert 'commentRangeStart w:id="9"' in parts(again)["word/document.xml"]


def test_a_comment_links_to_the_page_of_its_rule(first):
    files = parts(first)
    links = dict(re.findall(r'Id="(\w+)"[^>]*Target="([^"]*)"', files["word/_rels/comments.xml.rels"]))
    used = re.findall(r'r:id="(\w+)"', files["word/comments.xml"])
    assert [links[each] for each in used] == ["docs/rules/wick.md", "docs/rules/lamp.md", "docs/rules/wick.md"]
    assert len(links) == 2


def test_a_link_that_no_comment_uses_is_removed(annotate, first):
    again = annotate(edited(first, ("word/document.xml", ">wick<", ">fuse<")))
    assert "wick" not in parts(again)["word/_rels/comments.xml.rels"]
