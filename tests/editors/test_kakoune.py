"""Kakoune reads the settings; the options that kakoune-lsp declares are declared here."""

import os
import shutil
import subprocess
import tomllib

import pytest

SESSION = """
declare-option str lsp_servers
declare-option str lsp_find_root 'root() {{ printf "%s" /drafts; }}; root'
define-command lsp-enable-window %{{ nop }}
try %{{
    source {settings}
    edit -scratch draft
    set-option buffer filetype {filetype}
    nop %sh{{ printf '%s' "$kak_opt_lsp_servers" > {output} }}
}} catch %{{
    nop %sh{{ printf '%s' "$kak_error" > {output} }}
}}
kill 0
"""


@pytest.fixture
def servers(editors, tmp_path, monkeypatch):
    """Return a function that returns the servers for a file type."""
    program = shutil.which("kak")
    if program is None:
        pytest.skip("kak is not installed")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    def read(filetype):
        output, session = tmp_path / "output", tmp_path / "session.kak"
        settings = editors / "kakoune" / "resolint.kak"
        session.write_text(SESSION.format(settings=settings, filetype=filetype, output=output))
        command = [program, "-n", "-d", "-s", f"test{os.getpid()}", "-E", f"source {session}"]
        subprocess.run(command, capture_output=True, timeout=30, check=False)
        return tomllib.loads(output.read_text())

    return read


def test_the_server_is_registered_for_markdown(servers):
    assert servers("markdown") == {"resolint": {"root": "/drafts", "command": "resolint", "args": ["server"]}}


def test_other_files_have_no_server(servers):
    assert servers("latex") == {}
