"""The English of pages, docstrings, comments and messages: the checker works, and this repository passes."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / "tools" / "check_english.py"


@pytest.fixture(scope="module")
def checker():
    return runpy.run_path(str(TOOL))


@pytest.fixture(scope="module")
def style(checker):
    return checker["Style"].load()


def test_this_repository_passes():
    done = subprocess.run([sys.executable, str(TOOL)], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.parametrize(
    "text", ["The rule speaks.", "Fix the\nslips.", "It is behind the comma.", "Note calls are read."]
)
def test_a_word_to_avoid_is_found(style, text):
    assert len(list(style.text(text))) == 1


@pytest.mark.parametrize("text", ["Lighthouse keepers.", "“The slip”", "`slip`", "```\nslip\n```\n", "a style sheet"])
def test_other_words_code_and_quotations_are_not_reported(style, text):
    assert list(style.text(text)) == []


@pytest.mark.parametrize(
    "message",
    [
        "Missing comma.",
        "The opener is not italic",
        "Paragraph must end with “,”, not no mark",
        "Footnote 3 was referenced twice",
        "“57/270B” wants a space",
        "Paragraph must end with a comma because all other paragraphs of the preamble do so",
    ],
)
def test_a_message_that_breaks_a_pattern_is_found(style, message):
    assert list(style.message(message)) != []


@pytest.mark.parametrize(
    "message",
    [
        "Missing space in “57/270B”; use “57/270 B”",
        "Date does not match: 72/192 was adopted on 19 December 2017 (2 texts)",
        f"Use “{'a' * 100}” instead of “{'b' * 100}”",
    ],
)
def test_a_message_that_follows_the_patterns_is_not_reported(style, message):
    assert list(style.message(message)) == []


@pytest.mark.parametrize(("title", "faults"), [("Insert a comma", 0), ("Put a comma", 1), ("Insert a comma.", 1)])
def test_the_title_of_a_fix_begins_with_a_known_verb(style, title, faults):
    assert len(list(style.title(title))) == faults


def test_docstrings_comments_strings_and_names_are_checked_with_their_rows(checker, style, tmp_path, monkeypatch):
    monkeypatch.setitem(checker["problems"].__globals__, "ROOT", tmp_path)
    file = tmp_path / "module.py"
    lines = (
        '"""Say.',
        "",
        "It speaks.",
        "",
        ">>> slip",
        '"""',
        "",
        "# It slips.",
        'A = "it wants a comma"',
        'B = "slip (a|b) c"',
        "def _it_stands(): ...",
    )
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [problem.row for problem in checker["problems"](style, [file])] == [3, 8, 9, 11]


def test_an_allowed_passage_must_still_be_in_its_file(checker):
    data = {"avoid": {}, "messages": {}, "message_length": 70, "fix_verbs": []}
    style = checker["Style"](data | {"allowed": [{"file": "README.md", "text": "no such words", "reason": "none"}]})
    assert len(list(style.unused())) == 1
