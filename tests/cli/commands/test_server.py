"""``resolint server --check``: whether the server can be started."""

import subprocess
import sys

import pytest


def server(*words, hidden=""):
    """Run the command in an environment without a package."""
    program = (
        "import sys, importlib.machinery as machinery\n"
        "find = machinery.PathFinder.find_spec\n"
        f"hide = lambda name, path=None, target=None: None if name == {hidden!r} else find(name, path, target)\n"
        "machinery.PathFinder.find_spec = staticmethod(hide)\n"
        "from resolint.cli.main import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program, "server", *words], capture_output=True, text=True, check=False, timeout=60
    )


def test_the_check_passes_silently():
    done = server("--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("words", [("--check",), ()], ids=["check", "start"])
@pytest.mark.parametrize("package", ["pygls", "lsprotocol"])
def test_a_missing_package_is_reported_with_the_command_that_installs_it(words, package):
    done = server(*words, hidden=package)
    assert done.returncode == 2
    assert done.stderr == "resolint: the language server needs pygls; install it with: pip install 'resolint[lsp]'\n"
