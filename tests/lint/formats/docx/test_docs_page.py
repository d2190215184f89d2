"""The commands on the page about formats run unchanged and do what it says."""

import re
import shlex
from pathlib import Path

import pytest

from resolint.cli.main import main

ROOT = Path(__file__).resolve().parents[4]
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^resolint ([^#\n]+?) *(?:#.*)?$", PAGE, re.MULTILINE)
DRAFT = "*The General Assembly*,\n\n*Noting* the crane , the grey one,\n\n1.  *Decides* to keep the marsh wet.\n"


@pytest.fixture
def ran(word_files, tmp_path, monkeypatch):
    """Run the only command of the page with these words on a draft and return its status."""
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text(DRAFT, encoding="utf-8")
    # The content determines the format: a Word file with the name of a PDF is read as a Word file.
    for name in ("draft.docx", "draft.pdf"):
        Path(name).write_bytes(word_files.Writer().file(DRAFT))

    def run(words):
        (command,) = (command for command in COMMANDS if words in command)
        return main(shlex.split(command))

    return run


def test_each_command_of_the_page_is_tried():
    words = ("--fix", "--annotate reviewed.docx", "--annotate reviewed/", "-o draft.md", "-o draft.xml")
    assert [word for word in words for command in COMMANDS if word in command] == list(words)
    assert len(COMMANDS) == len(words)


def test_fix_makes_the_certain_changes(ran, capsys):
    assert ran("--fix") == 0
    capsys.readouterr()
    assert main(["convert", "draft.docx"]) == 0
    assert "the crane, the grey one" in capsys.readouterr().out


def test_annotate_changes_nothing_and_marks_a_second_file(ran, capsys):
    before = Path("draft.docx").read_bytes()
    assert ran("--annotate reviewed.docx") == 1
    assert Path("draft.docx").read_bytes() == before
    capsys.readouterr()
    assert main(["check", "reviewed.docx"]) == 0
    assert main(["check", "reviewed.docx", "--revisions", "original"]) == 1
    assert "PUN007" in capsys.readouterr().out


def test_annotate_writes_the_copies_of_a_directory_to_another(ran):
    Path("drafts").mkdir()
    Path("draft.docx").rename("drafts/draft.docx")
    assert ran("--annotate reviewed/") == 1
    assert [path.name for path in Path("reviewed").iterdir()] == ["draft.docx"]


def test_convert_writes_markdown_and_akoma_ntoso(ran, capsys):
    assert ran("-o draft.xml") == 0
    assert main(["check", "draft.xml", "--output-format", "concise"]) == 1
    assert "draft.xml:container_" in capsys.readouterr().out
    Path("draft.md").unlink()
    assert ran("-o draft.md") == 0
    assert "*Noting* the crane , the grey one," in Path("draft.md").read_text(encoding="utf-8")
