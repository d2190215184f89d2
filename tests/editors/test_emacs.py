"""Emacs in batch mode: a session with eglot, and the modes in which resolint starts and does not start."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DERIVED = ("latex", "html", "org", "nxml", "rst", "sgml", "texinfo", "outline", "change-log", "bibtex", "nroff")


@pytest.fixture
def emacs(editors, project):
    """Return a function that runs Emacs with expressions, and returns what it prints."""
    program = shutil.which("emacs")
    if program is None:
        pytest.skip("emacs is not installed")

    def run(*words, needs="eglot", statuses=(0,)):
        command = [program, "--batch", "--no-init-file", *os.environ.get("EMACS_PACKAGES", "").split()]
        if subprocess.run([*command, "--eval", f"(require '{needs})"], capture_output=True, check=False).returncode:
            pytest.skip(f"this Emacs has no {needs}")
        done = subprocess.run(
            [*command, "-L", str(editors / "emacs"), *words],
            env={**os.environ, "FOUND": str(project / "found.txt")},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode in statuses, f"{done.returncode}: {done.stdout}{done.stderr}"
        return done.stdout

    return run


def test_session_with_eglot(project, emacs, found, fixed):
    emacs("-l", str(HERE / "session.el"))
    lines = (project / "found.txt").read_text().splitlines()
    assert sorted(int(line.split()[0]) for line in lines) == sorted(row for row, _ in found)
    assert (project / "draft.md").read_text() == fixed


CONTACTS = """
(progn
  (require 'eglot)
  (define-derived-mode markdown-mode text-mode "Markdown")
  (defun contacts ()
    (mapcar (lambda (mode) (condition-case nil (eglot--lookup-mode mode) (error nil))) '(%s text-mode)))
  (let ((before (contacts)))
    (require 'resolint)
    (princ (equal before (contacts)))
    (princ (format " %%s" (eglot--lookup-mode 'markdown-mode)))))
"""


def test_modes_derived_from_text_mode_keep_their_servers(emacs):
    same, markdown = emacs("--eval", CONTACTS % " ".join(f"{mode}-mode" for mode in DERIVED)).split(" ", 1)
    assert same == "t"
    assert "resolint--command" in markdown


STARTED = """
(progn
  (require 'eglot)
  (require 'resolint)
  (setq eglot-sync-connect 30)
  (add-hook 'text-mode-hook #'resolint-eglot-ensure-text)
  (dolist (file '("draft.txt" "paper.tex" "page.html" "notes.org" "../elsewhere.txt"))
    (with-current-buffer (find-file-noselect file)
      (run-hooks 'post-command-hook)
      (princ (format "%s %s\\n" file (if (eglot-current-server) "started" "not started")))))
  (setq kill-emacs-hook nil)) ; on a busy machine, the server may not answer the shutdown in time
"""


def test_only_text_files_beside_a_settings_file_start_the_server(project, emacs):
    for name in ("draft.txt", "paper.tex", "page.html", "notes.org", "../elsewhere.txt"):
        (project / name).write_text("The lamps are counted.\n")
    ended = (0, 255)  # Emacs 28 may end with 255 if a server is still running, which is not the subject
    assert emacs("--eval", STARTED, statuses=ended).splitlines() == [
        "draft.txt started",
        "paper.tex not started",
        "page.html not started",
        "notes.org not started",
        "../elsewhere.txt not started",
    ]


LSP_MODE = """
(progn
  (require 'lsp-mode)
  (require 'resolint)
  (define-derived-mode gfm-mode text-mode "Markdown")
  (let ((client (gethash 'resolint lsp-clients)))
    (dolist (case '(("draft.md" . gfm-mode) ("draft.txt" . text-mode) ("paper.tex" . latex-mode)
                    ("page.html" . html-mode) ("notes.org" . org-mode) ("../elsewhere.txt" . text-mode)))
      (with-current-buffer (find-file-noselect (car case))
        (funcall (cdr case))
        (princ (format "%s %s\\n" (car case) (if (lsp--matching-clients? client) "starts" "does not start")))))
    (with-current-buffer (find-file-noselect "draft.txt")
      (princ (lsp-buffer-language)))))
"""


def test_lsp_mode(project, emacs):
    for name in ("draft.txt", "paper.tex", "page.html", "notes.org", "../elsewhere.txt"):
        (project / name).write_text("The lamps are counted.\n")
    assert emacs("--eval", LSP_MODE, needs="lsp-mode").splitlines() == [
        "draft.md starts",
        "draft.txt starts",
        "paper.tex does not start",
        "page.html does not start",
        "notes.org does not start",
        "../elsewhere.txt does not start",
        "plaintext",
    ]
