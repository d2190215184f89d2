"""Baselines: recorded findings are not reported, even if they have moved; new ones fail."""

import json
from pathlib import Path

import pytest

from resolint.lint.output.fingerprints import fingerprints
from resolint.lint.session import lint

HEAD = "*The General Assembly*,\n\n*Recalling* the mole,\n\n"
OLD = "1. *Decides* to keep the lamp of the north mole lit;\n\n2. *Requests* the keepers to trim each wick.\n"
ABOVE = "".join(f"{n}. *Notes* the harbour report of the keepers;\n\n" for n in range(1, 11))
MOVED = OLD.replace("1. ", "11. ").replace("2. ", "12. ")


def write(text, name="a.md"):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture
def baseline(run):
    write(HEAD + OLD)
    done = run("check", "--write-baseline", "known.json", "a.md")
    assert done == (0, "Recorded 2 findings in known.json.\n", "")
    return "known.json"


def checked(run, baseline, *words):
    return run("check", "--baseline", baseline, "--output-format", "concise", *words)


def test_recorded_findings_are_not_reported_and_do_not_fail(run, baseline):
    done = checked(run, baseline, "a.md")
    assert (done.status, done.out) == (
        0,
        "No findings in 1 file. 2 findings in the baseline not reported.\n",
    )


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ABOVE + MOVED,
        "A note of the secretariat.\n\n" + HEAD + OLD,
        HEAD + OLD.replace("keep the lamp of the", "keep  the lamp\nof the"),
        (HEAD + OLD).replace("\n", "\r\n"),
    ],
    ids=["ten paragraphs above", "a note above", "other lines", "other line ends"],
)
def test_inserted_paragraphs_and_moved_lines_change_nothing(run, baseline, text):
    Path("a.md").write_bytes(text.encode())
    assert checked(run, baseline, "a.md").status == 0


def test_what_is_new_fails_even_in_the_same_paragraph(run, baseline):
    write(HEAD + OLD.replace("the keepers", "by the lamp, the keepers"))
    done = checked(run, baseline, "a.md")
    assert (done.status, done.out.count("PHR901")) == (1, 1)
    assert "PHR902" not in done.out


def test_another_draft_is_not_known(run, baseline):
    write(HEAD + OLD, "b.md")
    assert checked(run, baseline, "b.md").status == 1


def test_names_are_relative_to_the_baseline(run, monkeypatch):
    write(HEAD + OLD, "drafts/a.md")
    run("check", "--write-baseline", "known.json", ".")
    monkeypatch.chdir("drafts")
    assert checked(run, "../known.json", ".").status == 0


def test_it_contains_no_text_of_a_draft(baseline):
    data = json.loads(Path(baseline).read_text(encoding="utf-8"))
    assert list(data["findings"]) == ["a.md"]
    assert all(len(mark) == 24 and int(mark, 16) for mark in data["findings"]["a.md"])


def test_sarif_marks_what_is_known_and_leaves_nothing_out(run, baseline):
    write(HEAD + OLD + "\n3. *Decides* to light a lamp.\n")
    done = run("check", "--baseline", baseline, "--output-format", "sarif", "a.md")
    results = json.loads(done.out)["runs"][0]["results"]
    assert [result["baselineState"] for result in results] == ["unchanged", "unchanged", "new"]
    assert done.status == 1


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("{", "not a baseline file; create one with --write-baseline"),
        ("[]", "not a baseline file; create one with --write-baseline"),
        ('{"version": 9, "findings": {}}', "unsupported baseline version 9; create it again with --write-baseline"),
        ('{"version": 1, "findings": {"a.md": 3}}', "not a baseline file; create one with --write-baseline"),
    ],
)
def test_an_invalid_baseline_is_an_error_in_one_sentence(run, text, reported):
    write(text, "known.json")
    write(HEAD + OLD)
    assert checked(run, "known.json", "a.md") == (2, "", f"resolint: --baseline: known.json: {reported}\n")


def test_a_baseline_that_is_not_there_is_one_sentence(run):
    assert checked(run, "gone.json", "a.md").err == "resolint: --baseline: gone.json: No such file or directory\n"


def test_equal_findings_have_different_fingerprints(settings):
    line = "{}. *Decides* to keep the lamp lit;\n\n"
    outcome = lint("a.md", HEAD + line.format(1) + line.format(2), settings)
    assert len({mark for _, mark in fingerprints(outcome)}) == 2


def test_a_report_file_is_complete_or_missing(run, monkeypatch):
    write(HEAD + OLD)
    write("before", "report.txt")
    with monkeypatch.context() as patch:
        patch.setattr("resolint.lint.output.concise.sanitize", lambda _text: 1 / 0)
        done = run("check", "--output-format", "concise", "--output-file", "report.txt", "a.md")
    assert done.status == 2
    assert Path("report.txt").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in Path().iterdir()) == ["a.md", "report.txt"]
