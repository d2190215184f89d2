"""What ``resolint compare`` prints."""

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
