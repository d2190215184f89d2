"""Editors as people run them, without a screen: a draft is opened, its findings read, mended and saved."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def program(name):
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def session(*command):
    """What the editor says it was shown: lines."""
    told = Path("found.txt").absolute()
    done = subprocess.run(
        command,
        env={**os.environ, "FOUND": str(told)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return told.read_text().splitlines()


def test_neovim(editors, project, found, mended):
    shown = session(
        program("nvim"), "--headless", "--clean",
        "-c", f"luafile {editors / 'neovim' / 'resolint.lua'}",
        "-c", f"luafile {HERE / 'session.lua'}",
    )  # fmt: skip
    assert sorted(shown) == sorted(f"{row} {code}" for row, code in found)
    assert (project / "draft.md").read_text() == mended


def test_emacs_with_eglot(editors, project, found, mended):
    emacs = [program("emacs"), "--batch", "--no-init-file"]
    if subprocess.run([*emacs, "--eval", "(require 'eglot)"], capture_output=True, check=False).returncode:
        pytest.skip("this Emacs has no eglot")
    shown = session(*emacs, "-L", str(editors / "emacs"), "-l", str(HERE / "session.el"))
    assert sorted(int(line.split()[0]) for line in shown) == sorted(row for row, _ in found)
    assert (project / "draft.md").read_text() == mended
