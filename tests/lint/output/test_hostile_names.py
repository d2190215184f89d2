"""No output form passes a control or bidirectional character, or a name that is no Unicode, on to its reader."""

import re

import pytest

from resolint.grammar.syntax.parser import parse_view
from resolint.lint.output import FORMATS, OutputOptions, named
from resolint.lint.output.diff import patch
from resolint.lint.output.outline import as_text
from resolint.lint.session import lint

RAW = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
DRAFT = "The General Assembly,\n\n1. *Decides* to keep \x1b[31mthe lamp\x1b]0;x\x07 \u202elit\u2066;\n"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["ev\x1b[31mil\u202e.md", "bad\udcff.md", "/a/\x9b\udcff\u2067.md", "a\rb\nc.md"])
def test_no_form_passes_on_what_controls_a_terminal_or_the_direction(form, name, settings):
    written = "".join(named(form)([lint(name, DRAFT, settings)], OutputOptions()))
    assert "lamp" in written
    assert not RAW.search(written)
    written.encode()


def test_outline_and_diff_replace_control_characters():
    assert not RAW.search(as_text(parse_view(DRAFT)))
    changed = "".join(patch("a\x1b.md", DRAFT, DRAFT.replace("keep", "hold")))
    assert "+1. *Decides* to hold ·[31mthe lamp" in changed
    assert not RAW.search(changed)


def test_a_diff_keeps_line_ends_and_spaces():
    changed = "".join(patch("a.md", "a\tb\u00a0c\r\nd", "a\tb\u00a0e\r\nd"))
    assert "-a\tb\u00a0c\r\n+a\tb\u00a0e\r\n" in changed
