"""What ``resolint compare`` prints."""

import importlib.util
import json
from pathlib import Path

import pytest

from resolint.cli.main import main

BASE = """\
## Keepers of lighthouses

*The General Assembly*,

*Recalling* its resolution 75/201 of 21 December 2020,

1. *Requests* the Secretary-General to report on lamps at its seventy-sixth session;

2. *Calls upon* Member States to train young keepers in the care of lenses;

3. *Decides* to remain seized of the matter.
"""
DRAFT = """\
## Keepers of lighthouses

*The General Assembly*,

*Recalling* its resolution 75/201 of 21 December 2020,

1. *Commends* the painters of daymarks for their courage in all weathers;

2. *Requests* the Secretary-General to report on lamps at its seventy-seventh session;

3. *Decides* to remain seized of the matter.
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.chdir(tmp_path)
    Path("base.md").write_text(BASE, encoding="utf-8")
    Path("draft.md").write_text(DRAFT, encoding="utf-8")
    return "base.md", "draft.md"


def test_text_shows_what_differs(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *files]) == 0
    assert (
        capsys.readouterr().out
        == """\
--- base.md
+++ draft.md

Paragraph 1: added
    {+Commends the painters of daymarks for their courage in all weathers;+}

Paragraph 2: changed, was 1, numbers and dates only
    Requests the Secretary-General to report on lamps at its [-seventy-sixth-]{+seventy-seventh+}
    session;

Paragraph 2: removed
    [-Calls upon Member States to train young keepers in the care of lenses;-]

3 same, 1 changed, 1 added, 1 removed
"""
    )


def test_json_has_a_pair_for_each_paragraph(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *files, "--output-format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    kinds = [(pair["kind"], pair["part"]) for pair in found["pairs"]]
    assert kinds == [
        *[("same", "title"), ("same", "preambular"), ("added", "operative"), ("changed", "operative")],
        *[("removed", "operative"), ("same", "operative")],
    ]
    changed = found["pairs"][3]
    assert changed["base"] == {
        "number": 1,
        "label": None,
        "text": "Requests the Secretary-General to report on lamps at its seventy-sixth session;",
        "location": {"row": 7, "column": 1},
    }
    assert changed["renumbered"]
    assert [changed["draft"]["text"][slice(*edit["draft"])] for edit in changed["edits"]] == ["seventy-seventh"]


def test_a_split_has_a_list_on_one_side(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_text(
        BASE.replace("young keepers in", "young keepers;\n\n3. *Calls upon* Member States to train them in").replace(
            "3. *Decides", "4. *Decides"
        ),
        encoding="utf-8",
    )
    assert main(["compare", *files, "--output-format", "json"]) == 0
    (split,) = [p for p in json.loads(capsys.readouterr().out)["pairs"] if isinstance(p["draft"], list)]
    assert (split["kind"], [side["number"] for side in split["draft"]]) == ("changed", [2, 3])


def test_html_marks_words_without_colour(files: tuple[str, str], tmp_path: Path) -> None:
    assert main(["compare", *files, "--output-format", "html", "-o", "page.html"]) == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<del>seventy-sixth</del>" in page
    assert "<ins>seventy-seventh</ins>" in page
    assert "<script" not in page


def test_words_of_a_draft_are_escaped_in_html(files: tuple[str, str], tmp_path: Path) -> None:
    Path("draft.md").write_text(DRAFT.replace("daymarks", "day<marks>"), encoding="utf-8")
    main(["compare", *files, "--output-format", "html", "-o", "page.html"])
    assert "day&lt;marks&gt;" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_file_without_a_resolution_is_an_error(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_text("# Notes\n\nNothing yet.\n", encoding="utf-8")
    assert main(["compare", *files]) == 2
    assert "draft.md: no resolution found" in capsys.readouterr().err


def test_a_missing_file_is_an_error(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "nothing.md", files[1]]) == 2
    assert "nothing.md: no such file" in capsys.readouterr().err


@pytest.fixture
def word(files: tuple[str, str]) -> tuple[str, str]:
    """The two drafts, the base as a Word file."""
    pytest.importorskip("lxml", reason="writing Word files needs lxml")
    path = Path(__file__).parents[2] / "lint" / "formats" / "docx" / "word_files.py"
    spec = importlib.util.spec_from_file_location("word_files", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    Path("base.docx").write_bytes(module.Writer(automatic=True).file(BASE))
    return "base.docx", files[1]


def test_tracked_writes_the_base_with_the_differences(
    word: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--author", "Ana", "--date", "2026-01-31T12:00:00Z"]
    assert main(["compare", *word, "--tracked", "out.docx", *options]) == 0
    assert "3 same, 1 changed, 1 added, 1 removed" in capsys.readouterr().out
    assert main(["compare", "out.docx", word[1]]) == 0
    assert capsys.readouterr().out.endswith("5 same\n")
    assert main(["compare", "base.docx", "out.docx", "--untracked"]) == 0
    assert capsys.readouterr().out.endswith("5 same\n")


def test_untracked_fails_if_a_change_is_not_marked(word: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", *word, "--tracked", "out.docx"])
    Path("earlier.md").write_text(BASE.replace("lamps", "bells"), encoding="utf-8")
    capsys.readouterr()
    assert main(["compare", "earlier.md", "out.docx", "--untracked"]) == 1
    assert "Paragraph 1: changed\n    Requests the Secretary-General to report on [-bells-]{+lamps+}" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["base.md", "draft.md", "--tracked", "o.docx"], "base.md: --tracked needs a Word file (.docx) as the base"),
        (["base.docx", "draft.md", "--untracked"], "draft.md: --untracked needs a Word file (.docx) as the draft"),
        (["base.docx", "draft.md", "--author", "Ana"], "--author, --date: only with --tracked"),
        (
            ["base.docx", "draft.md", "--tracked", "o.docx", "--date", "today"],
            "--date: not a date like 2026-01-31T12:00:00Z: 'today'",
        ),
        (
            ["base.docx", "draft.md", "--tracked", "o.docx", "--untracked"],
            "--untracked: cannot be combined with --tracked",
        ),
    ],
)
@pytest.mark.usefixtures("word")
def test_what_word_files_are_needed_for_is_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["compare", *arguments]) == 2
    assert capsys.readouterr().err == f"resolint: {message}\n"
