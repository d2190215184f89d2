"""The command: its output, the files it writes and its exit status."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from resolint.lint.engine.linter import lint_text

DRAFT = """\
*The General Assembly*,

*Recalling* the mole,

1. *Decides* to keep the lamp lit.
"""
MENDED = DRAFT.replace("lamp", "lantern")
CLEAN = DRAFT.replace("lamp", "light")


def write(name, text=DRAFT):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())


def text(name):
    return Path(name).read_bytes().decode()


def test_findings_give_status_1_and_a_summary(run):
    write("a.md")
    write("b.md", CLEAN)
    done = run("check", "--output-format", "concise", ".")
    assert done.status == 1
    assert done.out == "a.md:5:26: PHR901 “lamp” is old\nFound 1 warning in 1 of 2 files (1 fixable with --fix).\n"
    assert done.err == ""


def test_a_clean_draft_gives_status_0(run):
    write("a.md", CLEAN)
    assert run("check", "a.md") == (0, "No findings in 1 file.\n", "")


def test_without_a_path_this_folder_is_linted(run):
    write("a.md")
    assert run("check").status == 1


def test_a_file_without_a_resolution_is_counted_as_such(run):
    write("a.md", CLEAN)
    write("letter.md", "Dear keepers, the lamp is out.\n")
    done = run("check", ".")
    assert (done.status, done.out) == (0, "No findings in 1 file. No resolution found in 1 file.\n")


def test_findings_below_the_failing_level_do_not_fail(run):
    write("a.md")
    write("resolint.toml", 'fail-level = "error"\n')
    assert run("check", "a.md").status == 0


def test_exit_zero_and_quiet(run):
    write("a.md")
    assert run("check", "--exit-zero", "a.md").status == 0
    assert run("check", "-q", "--output-format", "concise", "a.md").out == "a.md:5:26: PHR901 “lamp” is old\n"


def test_statistics_count_by_rule(run):
    write("a.md", DRAFT.replace("lit", "with its lamp and wick lit"))
    lines = run("check", "--statistics", "a.md").out.splitlines()
    assert lines[:2] == ["2  PHR901  lamp", "1  PHR902  wick"]
    counted = json.loads(run("check", "--statistics", "--output-format", "json", "a.md").out)
    assert counted[0] == {"code": "PHR901", "name": "lamp", "count": 2}


def test_json_is_all_there_is_on_standard_output(run):
    write("a.md")
    (finding,) = json.loads(run("check", "--output-format", "json", "a.md").out)
    assert finding["filename"] == "a.md"


def test_a_report_goes_to_a_file(run):
    write("a.md")
    done = run("check", "--output-format", "concise", "--output-file", "report.txt", "a.md")
    assert text("report.txt") == "a.md:5:26: PHR901 “lamp” is old\n"
    assert done.out.startswith("Found 1 warning")


def test_select_and_ignore(run):
    write("a.md")
    assert run("check", "--select", "wick", "a.md").status == 0
    assert run("check", "--ignore", "PHR", "--extend-select", "LNT", "a.md").status == 0
    assert run("check", "--select", "LNT,PHR901", "a.md").status == 1


def test_fix_applies_safe_fixes_and_reports_the_rest(run):
    write("a.md", DRAFT.replace("lit.", "and wick lit."))
    done = run("check", "--fix", "a.md")
    assert (text("a.md"), done.status) == (MENDED.replace("lit.", "and wick lit."), 1)
    assert "Fixed 1 finding. Found 1 error in 1 file (1 fixable with --fix --unsafe-fixes)." in done.out
    assert run("check", "--fix", "--unsafe-fixes", "a.md").status == 0
    assert text("a.md") == MENDED.replace("lit.", "and fuse lit.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_fix_keeps_encoding_and_line_ends(run, encoding):
    write("a.md", DRAFT.replace("\n", "\r\n").encode(encoding))
    assert run("check", "--fix", "a.md").status == 0
    assert Path("a.md").read_bytes() == MENDED.replace("\n", "\r\n").encode(encoding)


def test_a_clean_file_is_not_written_to(run):
    write("a.md", CLEAN)
    os.utime("a.md", (1, 1))
    run("check", "--fix", "a.md")
    assert Path("a.md").stat().st_mtime == 1


def test_diff_shows_a_patch_and_changes_nothing(run):
    write("a.md")
    done = run("check", "--diff", "a.md")
    assert (done.status, text("a.md")) == (1, DRAFT)
    assert "-1. *Decides* to keep the lamp lit.\n+1. *Decides* to keep the lantern lit.\n" in done.out
    assert done.err == "Would fix 1 finding in 1 file.\n"
    write("a.md", CLEAN)
    assert run("check", "--diff", "a.md")[:2] == (0, "")


def test_standard_input_is_read_and_named(run):
    done = run("check", "--output-format", "concise", "--stdin-filename", "x/a.md", "-", stdin=DRAFT.encode())
    assert done.out.startswith("x/a.md:5:26: PHR901")


def test_standard_input_has_the_settings_of_its_name(run):
    write("x/resolint.toml", 'ignore = ["PHR"]\n')
    assert run("check", "--stdin-filename", "x/a.md", "-", stdin=DRAFT.encode()).status == 0


def test_fixed_standard_input_goes_to_standard_output_and_findings_to_standard_error(run):
    done = run("check", "--fix", "-", stdin=DRAFT.replace("\n", "\r\n").encode())
    assert done.out == MENDED.replace("\n", "\r\n")
    assert "Fixed 1 finding" in done.err
    assert run("check", "--fix", "-", stdin=CLEAN.encode()).out == CLEAN


def test_what_cannot_be_linted_is_one_sentence_each_and_the_others_are_linted(run):
    write("a.md")
    write("scan.md", b"%PDF\0\0")
    write("old.md", b"caf\x82")
    Path("empty").mkdir()
    done = run("check", "--output-format", "concise", "gone.md", "empty", "scan.md", "old.md", "*.rst", "a.md")
    assert done.status == 2
    assert done.out.startswith("a.md:5:26: PHR901")
    assert [line.split(":")[1].split()[0] for line in done.err.splitlines()] == [
        "gone.md",
        "empty",
        "scan.md",
        "old.md",
        "*.rst",
    ]


def test_invalid_settings_affect_only_the_drafts_below_them(run):
    write("good/a.md")
    write("bad/a.md")
    write("bad/b.md")
    write("bad/resolint.toml", 'selct = ["PHR"]\n')
    done = run("check", "--output-format", "concise", ".")
    assert done.status == 2
    assert done.out.startswith("good/a.md:5:26")
    assert done.err == "resolint: bad/resolint.toml:1: unknown key 'selct'; did you mean 'select'?\n"


def test_an_internal_error_affects_only_its_draft(run, monkeypatch):
    monkeypatch.setattr(
        "resolint.lint.session.lint_text",
        lambda text, settings: 1 / 0 if "poison" in text else lint_text(text, settings),
    )
    write("a.md", "poison")
    write("b.md")
    done = run("check", "--output-format", "concise", ".")
    assert (done.status, done.out[:5]) == (2, "b.md:")
    assert done.err.startswith("resolint: a.md: internal error (ZeroDivisionError")


def test_drafts_in_a_directory_can_be_excluded_and_named_ones_are_linted(run):
    write("old/a.md")
    write("resolint.toml", 'exclude = ["old"]\n')
    write("b.md", CLEAN)
    assert run("check", ".").status == 0
    assert run("check", "old/a.md").status == 1


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        (["check", "--selct", "PHR"], "check: unknown option '--selct'; did you mean '--select'?"),
        (["chekc"], "unknown command 'chekc'; did you mean 'check'?"),
        (["check", "--output-format", "ful"], "--output-format: unknown value 'ful'; did you mean 'full'?"),
        (["check", "--select", "PHR9O1"], "--select: unknown rule or family 'PHR9O1'; did you mean 'PHR901'?"),
        (["check", "--profile", "sc,finl"], "--profile: unknown profile 'finl'; did you mean 'final'?"),
        (["check", "--config", "gone.toml"], "--config: gone.toml: no such file"),
        (["check", "--select"], "--select: expected one argument"),
        (["rule", "lampp"], "unknown rule 'lampp'; did you mean 'lamp'?"),
        (["outline", "gone.md"], "gone.md: no such file or directory"),
        (["rule", "lamp", "wick"], "rule: unexpected argument 'wick'"),
    ],
)
def test_a_mistake_is_one_sentence_and_status_2(run, words, reported):
    assert run(*words) == (2, "", f"resolint: {reported}\n")


def test_the_options_of_later_work_are_accepted(run):
    write("a.md", CLEAN)
    assert run("check", "--no-cache", "--jobs", "2", "a.md").status == 0


def test_the_list_of_rules_and_a_page_in_three_forms(run):
    assert re.search(r"^PHR901 +lamp +warning +Finds lamps\.$", run("rule").out, re.MULTILINE)
    assert "LNT003 unused-suppression" in run("rule", "unused-suppression").out
    markdown = run("rule", "LNT003", "--output-format", "markdown").out
    assert "# unused-suppression (LNT003)" in markdown
    assert "```markdown\n<!-- resolint: disable-next LNT001" in markdown
    page = json.loads(run("rule", "LNT003", "--output-format", "json").out)
    assert (page["code"], page["fixable"]) == ("LNT003", "safe")
    assert len(json.loads(run("rule", "--all", "--output-format", "json").out)) == 5


def test_former_spellings_of_the_output_format_are_accepted_but_not_shown(run):
    write("a.md", CLEAN)
    for command, old, form in (("outline", "--format", "json"), ("convert", "--to", "akn")):
        assert run(command, "a.md", old, form) == run(command, "a.md", "--output-format", form)
    assert run("cite", "72/192", "--format", "json") == run("cite", "72/192", "--output-format", "json")


@pytest.mark.parametrize(
    "words",
    [["check"], ["rule"], ["rule", "lamp"], ["outline", "a.md"], ["convert", "a.md"], ["cite", "72/192"], ["config"]],
    ids=" ".join,
)
@pytest.mark.parametrize("option", ["-o", "--output-file"])
def test_every_command_with_a_result_writes_it_to_a_file(run, words, option):
    write("a.md")
    expected = run(*words)
    done = run(*words, option, "result")
    assert (done.status, done.err) == (expected.status, expected.err)
    assert expected.out == text("result") + done.out
    assert done.out == "" or done.out.startswith("Found ")


def test_findings_of_level_info_are_counted_as_info(run):
    write("resolint.toml", '[levels]\nlamp = "info"\n')
    write("a.md")
    assert run("check", "a.md").out.endswith("Found 1 info finding in 1 file (1 fixable with --fix).\n")


def test_the_settings_in_force_are_shown_with_their_origins(run):
    write("resolint.toml", 'ignore = ["wick"]\n\n[levels]\nlamp = "info"\n')
    lines = run("config", "--select", "PHR").out.splitlines()
    assert 'select = ["PHR"]  # the command line' in lines
    assert 'ignore = ["wick"]  # resolint.toml:1' in lines
    assert 'fail-level = "warning"  # default' in lines
    assert lines[lines.index("[levels]  # resolint.toml:3") + 1] == 'lamp = "info"'


def test_init_writes_settings_that_are_valid_and_never_writes_over_any(run):
    assert run("init").status == 0
    write("a.md", CLEAN)
    assert run("check", "a.md").status == 0
    again = run("init")
    assert (again.status, again.err) == (2, "resolint: resolint.toml: file exists; not overwritten\n")


def test_the_outline_is_shown_as_json_and_as_text(run):
    write("a.md")
    outline = json.loads(run("outline", "--format", "json", "a.md").out)
    assert outline["resolutions"][0]["operative"][0]["number"] == 1
    assert "Decides" in run("outline", "a.md").out


def test_help_is_printed_without_a_command_too(run):
    assert run().status == 2
    assert run("--help").status == 0
    assert run("--version").out.startswith("resolint ")


@pytest.mark.parametrize("where", [{"NO_COLOR": "1", "FORCE_COLOR": "1"}, {}])
def test_colour_is_off_on_request_and_without_a_terminal(run, monkeypatch, where):
    for key, value in where.items():
        monkeypatch.setenv(key, value)
    write("a.md")
    assert "\x1b" not in run("check", "a.md").out


def test_colour_can_be_forced(run, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    write("a.md")
    assert "\x1b[1;33m" in run("check", "a.md").out


def process(*words, **more):
    return subprocess.Popen([sys.executable, "-m", "resolint", *words], stdout=-1, stderr=-1, **more)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_encoding_of_standard_output_will_do(tmp_path, encoding):
    (tmp_path / "a.md").write_text("<!-- resolint: disable-next 灯 -->\n\n" + DRAFT, encoding="utf-8")
    for form in ("full", "json"):
        words = ["check", "--select", "LNT", "--output-format", form, "a.md"]
        with process(*words, cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}) as run:
            out, err = run.communicate()
        assert (run.returncode, err) == (1, b"")
        assert "LNT002" in out.decode(encoding)


def test_a_closed_pipe_ends_the_command_quietly(tmp_path):
    (tmp_path / "a.md").write_text("<!-- resolint: disable-next LNT -->\n\n" * 2000 + DRAFT, encoding="utf-8")
    with process("check", "--select", "LNT", "a.md", cwd=tmp_path) as run:
        run.stdout.read(10)
        run.stdout.close()
        err = run.stderr.read()
    assert (run.returncode, err) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
def test_a_full_disk_is_an_error_in_one_sentence(tmp_path):
    (tmp_path / "a.md").write_text(DRAFT, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        words = [sys.executable, "-m", "resolint", "check", "a.md"]
        run = subprocess.run(words, cwd=tmp_path, stdout=full, stderr=-1, text=True, check=False)
    assert (run.returncode, run.stderr) == (2, "resolint: standard output: No space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_an_interrupt_ends_the_command_quietly(tmp_path):
    with process("check", "-", cwd=tmp_path, stdin=subprocess.PIPE) as run:
        with pytest.raises(subprocess.TimeoutExpired):
            run.wait(1)
        run.send_signal(signal.SIGINT)
        _, err = run.communicate()
    assert (run.returncode, err.strip()) == (130, b"")


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["check", "--help"]])
def test_help_and_version_load_nothing_heavy(words):
    code = (
        "import sys; from resolint.cli.main import main\n"
        f"try: main({words!r})\n"
        "except SystemExit: pass\n"
        "print([m for m in ('lark', 'yaml', 'regex', 'pygls', 'tomli', 'resolint.grammar.syntax') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.endswith("[]\n")


def test_a_crash_is_one_sentence_and_status_2(run, monkeypatch):
    monkeypatch.setattr("resolint.lint.files.discovery.find", lambda _paths: 1 / 0)
    done = run("check")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "resolint: internal error: ZeroDivisionError: division by zero; "
        "please report this with the output of RESOLINT_TRACEBACK=1\n"
    )


def test_a_crash_shows_its_traceback_on_request(run, monkeypatch):
    monkeypatch.setattr("resolint.lint.files.discovery.find", lambda _paths: 1 / 0)
    monkeypatch.setenv("RESOLINT_TRACEBACK", "1")
    done = run("check")
    assert done.status == 2
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert done.err.splitlines()[-1].startswith("resolint: internal error: ZeroDivisionError")


def test_every_error_of_ours_has_one_base():
    from resolint.cli.errors import CommandError
    from resolint.grammar.database.csv_source import DatabaseError
    from resolint.grammar.text.errors import ResolintError
    from resolint.lint.batch.baseline import BaselineError
    from resolint.lint.batch.workers import WorkerLostError
    from resolint.lint.cache.codec import CacheEntryError
    from resolint.lint.config import ConfigError
    from resolint.lint.files.source_file import FileError
    from resolint.lint.formats.errors import UnreadableFileError, UnwritableFileError
    from resolint.rules.registry import RuleDefinitionError, UnknownRuleError
    from resolint.rules.vocabulary.loader import VocabularyError

    errors = (
        *(CommandError, DatabaseError, BaselineError, WorkerLostError, CacheEntryError, ConfigError, FileError),
        *(UnreadableFileError, UnwritableFileError, RuleDefinitionError, UnknownRuleError, VocabularyError),
    )
    assert [error for error in errors if not issubclass(error, ResolintError)] == []
