"""``check --base``: a base text from an option or the settings, and what goes wrong with it."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from resolint.cli.main import main
from resolint.lint.api import check, configure

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
BASE = """\
# Resolution 76/310

## Lamps

*The General Assembly*,

1. *Requests* the keepers to report to the General Assembly at its seventy-seventh session ;

2. *Decides* to keep the lamps lit.
"""
DRAFT = BASE.replace("76/310", "77/312").replace("the lamps", "all lamps")


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.md").write_text(BASE, encoding="utf-8")
    Path("draft.md").write_text(DRAFT, encoding="utf-8")


def codes(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    main(["check", "--output-format", "json", *words])
    return [finding["code"] for finding in json.loads(capsys.readouterr().out)]


def test_what_is_agreed_is_not_reported_and_what_was_not_moved_on_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(capsys, "draft.md") == ["PUN007"]
    assert codes(capsys, "--base", "base.md", "draft.md") == ["BAS002"]


def test_the_base_is_a_setting_relative_to_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("drafts").mkdir()
    Path("drafts/draft.md").write_text(DRAFT, encoding="utf-8")
    Path("resolint.toml").write_text('base = "base.md"\n', encoding="utf-8")
    assert codes(capsys, "drafts/draft.md") == ["BAS002"]


def test_files_may_have_bases_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.md").write_text(DRAFT, encoding="utf-8")
    Path("resolint.toml").write_text('[[overrides]]\nfiles = ["draft.md"]\nbase = "base.md"\n', encoding="utf-8")
    assert codes(capsys, "draft.md") == ["BAS002"]
    assert codes(capsys, "other.md") == ["PUN007"]


def test_the_base_itself_is_checked_without_a_base(capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(capsys, "--base", "base.md", "base.md") == ["PUN007"]


def test_a_changed_base_is_noticed_by_the_cache(capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(capsys, "--base", "base.md", "draft.md") == ["BAS002"]
    Path("base.md").write_text(BASE.replace("seventy-seventh session ;", "seventy-sixth session;"), encoding="utf-8")
    assert codes(capsys, "--base", "base.md", "draft.md") == ["PUN007"]


def test_a_base_in_word_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("lxml", reason="reading Word files needs lxml")
    words = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in re.sub(r"[*#]+(?<!\*) ?|\*", "", BASE).split("\n\n")
    )
    related = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    with ZipFile("base.docx", "w") as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>')
        file.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>')
        file.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{words}</w:body></w:document>')
    assert codes(capsys, "--base", "base.docx", "draft.md") == ["BAS002"]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("missing.md", None, "missing.md: no such file or directory"),
        ("notes.md", "Nothing yet.\n", "notes.md: no resolution found"),
        ("table.docx", "PK not a document", "table.docx: "),
    ],
)
def test_a_base_that_cannot_be_used_is_one_sentence(
    capsys: pytest.CaptureFixture[str], name: str, content: str | None, sentence: str
) -> None:
    if content is not None:
        Path(name).write_text(content, encoding="utf-8")
    Path("second.md").write_text(DRAFT, encoding="utf-8")
    assert main(["check", "--base", name, "draft.md", "second.md"]) == 2
    errors = capsys.readouterr().err.strip().splitlines()
    assert [sentence in error for error in errors if error.startswith("resolint:")] == [True]


def test_the_findings_of_a_comparison_are_those_of_check(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--output-format", "json", "--base", "base.md", "draft.md"])
    findings = json.loads(capsys.readouterr().out)
    Path("resolint.toml").write_text('ignore = ["BAS"]\n', encoding="utf-8")
    main(["compare", "base.md", "draft.md", "--output-format", "json", "--isolated"])
    assert json.loads(capsys.readouterr().out)["findings"] == findings
    main(["compare", "base.md", "draft.md", "--output-format", "json"])
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_the_setting_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    Path("resolint.toml").write_text('base = "base.md"\n', encoding="utf-8")
    main(["config", "draft.md"])
    shown = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("base = "))
    assert "base.md" in shown
    assert "resolint.toml:1" in shown


def test_the_base_of_settings_from_python_is_read() -> None:
    assert [d.code for d in check(DRAFT, settings=configure('base = "base.md"'))] == ["BAS002"]
