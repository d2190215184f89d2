"""A draft in a project, and the command that serves editors."""

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
    """Where the settings of editors lie."""
    return ROOT / "editors"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with a draft that has slips in it, and a `resolint` on the path that is this one."""
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
def mended(project):
    """The draft as the command mends it."""
    copy = project.parent / "mended"
    shutil.copytree(project, copy)
    subprocess.run(
        [sys.executable, "-m", "resolint", "check", "--fix", "draft.md"], cwd=copy, check=False, capture_output=True
    )
    return (copy / "draft.md").read_text()


@pytest.fixture
def found(project):
    """What the command finds: rows from 1 and codes, in the order of the text."""
    done = subprocess.run(
        [sys.executable, "-m", "resolint", "check", "--output-format", "json", "draft.md"],
        cwd=project,
        check=False,
        capture_output=True,
    )
    return [(finding["location"]["row"], finding["code"]) for finding in json.loads(done.stdout)]
