"""The cache: faster, with the same findings."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from resolint.grammar.text.positions import LineIndex
from resolint.grammar.text.user_cache import folder
from resolint.lint.cache.store import Cache, clean
from resolint.lint.engine.linter import lint_text
from resolint.lint.engine.results import LintResult

DRAFT = "*The General Assembly*,\n\n*Recalling* the mole,\n\n1. *Decides* to keep the lamp and the wick lit.\n"


@pytest.fixture
def counted(monkeypatch):
    """The texts that were linted and not taken from the cache."""
    texts = []

    def counting(text, settings):
        texts.append(text)
        return lint_text(text, settings)

    monkeypatch.setattr("resolint.lint.session.lint_text", counting)
    return texts


def write(name, text=DRAFT):
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("form", ["full", "json", "concise"])
def test_an_unchanged_text_is_not_linted_again_and_gives_the_same_findings(run, counted, form):
    write("a.md")
    first = run("check", "--output-format", form, "a.md")
    assert run("check", "--output-format", form, "a.md") == first
    assert counted == [DRAFT]


@pytest.mark.parametrize(
    "words",
    [("--no-cache",), ("--select", "PHR901"), ("--ignore", "wick"), ("--profile", "sc")],
)
def test_other_settings_are_another_entry(run, counted, words):
    write("a.md")
    run("check", "a.md")
    run("check", *words, "a.md")
    assert len(counted) == 2


@pytest.mark.parametrize(
    "reported", ['[levels]\nlamp = "info"\n', '[[overrides]]\nfiles = ["a.md"]\nignore = ["PHR"]\n']
)
def test_other_settings_in_the_file_are_another_entry(run, counted, reported):
    write("a.md")
    run("check", "a.md")
    write("resolint.toml", reported)
    assert run("check", "--output-format", "json", "a.md") == run(
        "check", "--no-cache", "--output-format", "json", "a.md"
    )
    assert len(counted) == 3


def test_results_do_not_depend_on_the_file_name_or_the_failing_level(run, counted):
    write("a.md")
    assert run("check", "a.md").status == 1
    Path("a.md").rename("b.md")
    write("resolint.toml", 'ignore = ["wick"]\nfail-level = "error"\n')
    assert run("check", "b.md").status == 0
    write("resolint.toml", 'ignore = ["wick"]\nfail-level = "warning"\n')
    assert run("check", "b.md").status == 1
    assert len(counted) == 2


def test_fixing_uses_what_is_known_and_leaves_the_new_text_known(run, counted):
    write("a.md")
    run("check", "a.md")
    run("check", "--fix", "a.md")
    assert counted == [DRAFT, DRAFT.replace("lamp", "lantern")]
    run("check", "a.md")
    run("check", "--fix", "a.md")
    assert len(counted) == 2


def test_a_truncated_entry_is_invalid(run, counted):
    write("a.md")
    first = run("check", "a.md")
    entries = [path for path in folder().rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG"]
    assert len(entries) == 1
    for wrong in (b"", entries[0].read_bytes()[:40], b"[1, [3]]", b'{"a": 1}', b"\xff"):
        entries[0].write_bytes(wrong)
        assert run("check", "a.md") == first
    assert len(counted) == 6


def test_an_entry_with_a_place_outside_the_text_is_invalid(tmp_path, settings):
    cache = Cache(tmp_path)
    found = lint_text(DRAFT, settings)
    cache.put(found, "s")
    assert cache.get(DRAFT, "s") is not None
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG")
    spoilt = entry.read_bytes().replace(b"[%d,%d]" % found.diagnostics[0].finding.span, b"[1,99999]")
    entry.write_bytes(spoilt)
    assert cache.get(DRAFT, "s") is None


def test_a_stored_result_is_restored_completely(tmp_path, settings):
    cache = Cache(tmp_path)
    for text in (DRAFT, "", "\ud800 lone", "Dear keepers\r\n"):
        found = lint_text(text, settings)
        cache.put(found, "s")
        known = cache.get(text, "s")
        assert known is not None
        assert replace(known, lines=found.lines) == found
    assert cache.get(DRAFT, "other") is None


def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = Cache(tmp_path / "file")
    cache.put(LintResult("", LineIndex(""), (), 0), "s")
    assert cache.get("", "s") is None


def test_old_entries_of_other_versions_are_removed(tmp_path):
    old, recent = tmp_path / "old", tmp_path / "recent"
    old.mkdir()
    recent.mkdir()
    os.utime(old, (1, 1))
    Cache(tmp_path).put(LintResult("", LineIndex(""), (), 0), "s")
    assert (old.exists(), recent.exists()) == (False, True)


def test_clean_removes_the_cache_and_nothing_else(run, tmp_path):
    write("a.md")
    assert run("clean").out.endswith(" is empty.\n")
    run("check", "a.md")
    assert run("clean").out.startswith("Removed 1 cache entry from ")
    assert not folder().exists()
    assert clean(tmp_path) == 0
    assert Path("a.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="it is elsewhere there")
def test_the_folder_is_where_the_environment_says():
    assert folder({"RESOLINT_CACHE_DIR": "/x"}) == Path("/x")
    assert folder({"XDG_CACHE_HOME": "/y"}).parts[-1] == "resolint"
