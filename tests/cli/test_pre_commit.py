"""The hooks, run by pre-commit on a repository of drafts and installed from this tree."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GIT, PRE_COMMIT = shutil.which("git"), shutil.which("pre-commit")
pytestmark = pytest.mark.skipif(not (GIT and PRE_COMMIT), reason="git and pre-commit are not both here")

CLEAN = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the light lit;

2. *Requests* the keepers to count the ships.
"""
SLIPPED = CLEAN.replace("mole,", "mole;")
CONFIG = "repos:\n- repo: {hooks}\n  rev: {rev}\n  hooks:\n  - id: {hook}\n"


def done(folder, *words, status=0):
    reported = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert reported.returncode == status, reported.stdout + reported.stderr
    return reported.stdout


def git(folder, *words):
    identity = ("-c", "user.name=Keeper", "-c", "user.email=keeper@lighthouse.example")
    return done(folder, GIT, *identity, *words).strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory):
    """This tree as a repository with one commit."""
    copy = tmp_path_factory.mktemp("hooks")
    for name in git(ROOT, "ls-files", "-co", "--exclude-standard", "-z").split("\0"):
        source, target = ROOT / name, copy / name
        if name and os.path.lexists(source):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)
    git(copy, "init", "-q")
    git(copy, "add", "-A")
    git(copy, "commit", "-qm", "as it stands")
    return copy


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The cache of pre-commit, shared by both hooks."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def drafts(tmp_path, hooks, home, monkeypatch):
    """A repository with two drafts and the configuration of a hook."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(home))
    for name in ("PYTHONPATH", "PYTHONHOME", "GIT_DIR", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)

    def make(hook):
        git(tmp_path, "init", "-q")
        config = CONFIG.format(hooks=hooks, rev=git(hooks, "rev-parse", "HEAD"), hook=hook)
        (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
        (tmp_path / "a b.md").write_text(SLIPPED, encoding="utf-8")
        (tmp_path / "b.txt").write_text(CLEAN, encoding="utf-8")
        (tmp_path / "c.py").write_text("# no draft\n", encoding="utf-8")
        git(tmp_path, "add", "-A")
        return tmp_path

    return make


def test_a_finding_stops_the_commit_and_is_shown(drafts):
    folder = drafts("resolint")
    reported = done(folder, PRE_COMMIT, "run", status=1)
    assert "a b.md:3:" in reported
    assert "PUN001" in reported
    assert "b.txt" not in reported
    (folder / "a b.md").write_text(CLEAN, encoding="utf-8")
    git(folder, "add", "-A")
    assert "Passed" in done(folder, PRE_COMMIT, "run")


def test_the_fixing_hook_fixes_and_the_next_commit_passes(drafts):
    folder = drafts("resolint-fix")
    assert "files were modified by this hook" in done(folder, PRE_COMMIT, "run", status=1)
    assert (folder / "a b.md").read_text(encoding="utf-8") == CLEAN
    git(folder, "add", "-A")
    assert "Passed" in done(folder, PRE_COMMIT, "run")
