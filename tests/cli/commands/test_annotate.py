"""``check --annotate`` writes one copy, or the copies of several drafts to a directory."""

import io
import zipfile

import pytest

pytest.importorskip("lxml", reason="reading Word files needs lxml")

SPACE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _file(words="Decides to keep the lamp lit."):
    lines = ("The General Assembly,", "Recalling the mole,", f"1. {words}")
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{SPACE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{SPACE}/relationships"><Relationship Id="a" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "archive/sub").mkdir(parents=True)
    for name in ("archive/a.docx", "archive/sub/a.docx", "archive/b.docm"):
        (tmp_path / name).write_bytes(_file())
    (tmp_path / "archive/c.md").write_text("*The General Assembly*,\n\n1. *Decides* to keep the lamp lit.\n")
    return tmp_path / "archive"


def _copies(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_directory_is_annotated_into_another_with_the_same_names(run, archive, tmp_path):
    done = run("check", "archive", "--annotate", "out", "--no-cache")
    assert done.status == 1
    assert done.err == "resolint: archive/c.md: cannot be annotated, because it is not a Word or OpenDocument file\n"
    assert _copies(tmp_path / "out") == ["a.docx", "b.docm", "sub/a.docx"]
    with zipfile.ZipFile(tmp_path / "out/sub/a.docx") as copy:
        assert "lantern" in copy.read("word/document.xml").decode()
    assert (archive / "a.docx").read_bytes() == _file()


def test_copies_in_the_linted_directory_are_not_linted_again(run, archive):
    for _ in range(2):
        done = run("check", "archive", "--annotate", "archive/out", "--no-cache", "--output-format", "concise")
        assert "archive/out" not in done.out
    assert _copies(archive / "out") == ["a.docx", "b.docm", "sub/a.docx"]


@pytest.mark.usefixtures("archive")
def test_several_files_are_annotated_and_two_of_one_name_are_refused(run, tmp_path):
    done = run("check", "archive/a.docx", "archive/b.docm", "--annotate", "out", "--no-cache")
    assert (done.status, _copies(tmp_path / "out")) == (1, ["a.docx", "b.docm"])
    done = run("check", "archive/a.docx", "archive/sub/a.docx", "--annotate", "out2", "--no-cache")
    assert (done.status, _copies(tmp_path / "out2")) == (2, ["a.docx"])
    assert "archive/sub/a.docx: not annotated, because the copy of archive/a.docx has the same name" in done.err


@pytest.mark.usefixtures("archive")
def test_one_file_goes_into_a_directory_that_exists(run, tmp_path):
    (tmp_path / "out").mkdir()
    run("check", "archive/a.docx", "--annotate", "out", "--no-cache")
    assert _copies(tmp_path / "out") == ["a.docx"]


@pytest.mark.usefixtures("archive")
def test_a_named_file_that_is_no_word_file_is_an_error(run):
    done = run("check", "archive/c.md", "archive/a.docx", "--annotate", "out", "--no-cache")
    assert (done.status, done.err) == (
        2,
        "resolint: archive/c.md: cannot be annotated, because it is not a Word or OpenDocument file\n",
    )


FLAT = """\
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>The General Assembly,</text:p><text:p>Recalling the mole,</text:p>
<text:p>1. Decides to rest;</text:p><text:p>3. Requests the keeper to count the lamps.</text:p>
</office:text></office:body></office:document>
"""


def test_an_open_document_file_is_annotated_under_a_name_of_its_kind(run, archive):
    (archive / "d.fodt").write_text(FLAT, encoding="utf-8")
    assert run("check", "archive/d.fodt", "--annotate", "copy.fodt", "--no-cache").status == 1
    assert "<office:annotation" in (archive.parent / "copy.fodt").read_text(encoding="utf-8")
    done = run("check", "archive/d.fodt", "--annotate", "copy.docx", "--no-cache")
    assert (done.status, done.err) == (
        2,
        "resolint: --annotate: copy.docx: the name of the copy must end in .fodt\n",
    )


@pytest.mark.parametrize(
    ("paths", "target", "reason"),
    [
        (["archive"], "archive", "must be another directory"),
        (["archive"], "archive/a.docx", "must be a directory"),
        (["archive/a.docx"], "out.md", "must end in .docx"),
        (["archive/b.docm"], "out.docx", "must end in .docm"),
        (["-", "archive/a.docx"], "out", "standard input"),
    ],
)
def test_a_target_that_does_not_fit_is_refused(run, archive, paths, target, reason):
    done = run("check", *paths, "--annotate", target)
    assert done.status == 2
    assert reason in done.err
    assert (archive / "a.docx").read_bytes() == _file()


def test_a_copy_never_replaces_a_named_draft(run, archive):
    done = run("check", "archive/a.docx", "archive/c.md", "--annotate", "archive", "--no-cache")
    assert done.status == 2
    assert "archive/a.docx: not annotated, because the copy would replace the draft" in done.err
    assert (archive / "a.docx").read_bytes() == _file()
