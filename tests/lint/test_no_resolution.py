"""A file that is named and has no resolution."""

from __future__ import annotations

import pytest

from resolint.lint.no_resolution import reason

PROSE = "Dear colleagues, the lamps are lit and the bells are rung, and all is well with us in the harbour.\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no text"),
        ("```\nThe General Assembly,\n```\n", "code"),
        ("| The Assembly | lamps |\n|---|---|\n| 1 | Decides to open a register of lamps |\n", "table"),
        ("".join(f"{n} lamps and {n} bells by the sea\n" for n in range(3, 30, 7)), "numbered"),
        ("Генеральная Ассамблея, напоминая о своих фонарях и колоколах,\n", "Russian"),
        ("La Asamblea General, recordando los faros de la costa y las campanas del puerto,\n", "Spanish"),
        (PROSE, "no organ line"),
    ],
)
def test_the_likely_reason(text, words):
    assert words in reason(text, "en")


def test_a_named_file_is_reported_and_fails_only_if_a_resolution_is_required(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(PROSE, encoding="utf-8")
    done = run("check", "a.md")
    assert done.status == 0
    assert "a.md: no resolution found: no organ line" in done.err
    assert run("check", ".").err == ""
    (tmp_path / "resolint.toml").write_text("require-resolution = true\n", encoding="utf-8")
    assert run("check", "a.md").status == 1
    assert run("check", ".").status == 0


@pytest.mark.parametrize("name", ["~$draft.docx", ".~lock.draft.docx#"])
def test_owner_files_are_skipped_also_if_they_are_named(run, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(b"\x05keeper")
    done = run("check", name)
    assert (done.status, done.err) == (0, "")
