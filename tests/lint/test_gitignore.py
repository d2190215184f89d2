"""Files that git ignores are skipped."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolint.lint.files.discovery import SourcePath, find


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A repository with drafts in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "old/a.md", "old/c.md", "old/deep/a.md", "build/a.md", "new/build/x.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def found(top="."):
    return [named.name for named in find([top]) if isinstance(named, SourcePath)]


def ignore(text, folder="."):
    (Path(folder) / ".gitignore").write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_files_and_folders_that_are_ignored_are_left_out():
    ignore("# drafts\nbuild/\nold/*.md\n!old/c.md\n")
    assert found() == ["a.md", "b.md", "old/c.md", "old/deep/a.md"]


@pytest.mark.usefixtures("folder")
def test_the_file_of_a_folder_counts_below_it_and_before_those_above():
    ignore("a.md\n")
    ignore("!a.md\nc.md\n", "old")
    assert found() == ["b.md", "new/build/x.txt", "old/a.md", "old/deep/a.md"]


@pytest.mark.usefixtures("folder")
def test_a_named_directory_is_searched():
    ignore("build/\n/a.md\n")
    assert found("build") == ["build/a.md"]
    assert found("a.md") == ["a.md"]


def test_outside_a_repository_nothing_is_ignored(folder):
    (folder / ".git").rmdir()
    ignore("*\n")
    assert len(found()) == 7


GIT = shutil.which("git")
PATTERN = st.sampled_from(
    ["a.md", "/a.md", "*.md", "!a.md", "!c.md", "old/", "old/*", "!old/deep/", "**/build", "", "#"]
)


@pytest.mark.skipif(GIT is None, reason="there is no git here")
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PATTERN, max_size=4), st.lists(PATTERN, max_size=2))
def test_it_is_as_git_has_it(folder, above, below):
    assert GIT is not None
    if not (folder / ".git" / "HEAD").exists():
        subprocess.run([GIT, "init", "-q"], check=True)
    ignore("\n".join(above))
    ignore("\n".join(below), "old")
    listed = subprocess.run(
        [GIT, "ls-files", "-co", "--exclude-standard", "*.md", "*.txt"], capture_output=True, text=True, check=True
    )
    assert sorted(found()) == sorted(listed.stdout.split())
