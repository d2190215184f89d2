"""A project with a draft, and the results of the command to compare with."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def editors():
    """Return the folder with the settings for editors."""
    return ROOT / "editors"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Create a folder with a draft that has findings, and put this version of `resolint` on the PATH."""
    programs = tmp_path / "bin"
    programs.mkdir()
    command = programs / "resolint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m resolint "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "typings"))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "resolint.toml").write_text('profile = "ga"\n')
    shutil.copy(ROOT / "examples" / "lighthouses.md", folder / "draft.md")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def fixed(project):
    """Return the draft as the command fixes it."""
    copy = project.parent / "fixed"
    shutil.copytree(project, copy)
    subprocess.run(
        [sys.executable, "-m", "resolint", "check", "--fix", "draft.md"], cwd=copy, check=False, capture_output=True
    )
    return (copy / "draft.md").read_text()


@pytest.fixture
def found(project):
    """Return row (from 1) and code of each finding of the command, in the order of the text."""
    done = subprocess.run(
        [sys.executable, "-m", "resolint", "check", "--output-format", "json", "draft.md"],
        cwd=project,
        check=False,
        capture_output=True,
    )
    return [(finding["location"]["row"], finding["code"]) for finding in json.loads(done.stdout)]
