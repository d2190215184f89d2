"""A report that goes on after a resolution is no part of it, whatever its headings look like."""

import pytest

from resolint.grammar.syntax.parser import parse
from resolint.lint.config import resolve
from resolint.lint.engine.fix_loop import fix_until_stable
from resolint.lint.engine.linter import lint_text
from resolint.rules.registry import discover

SETTINGS = resolve((), discover())
RESOLUTION = """\
*The General Assembly*,

*Recalling* its resolution 72/192 of 19 December 2017,

1. *Decides* to keep the lamps lit;

2. *Requests* the keepers to report.
"""
REPORT = """\
The Commission met in the hall of the harbour from 4 to 8 May 2026.

1. At its 1st meeting, the Commission elected a Chair.

2. At its 2nd meeting, it considered the honor roll of the keepers:

(a) The list was long. It took 3 hours;

(b) See para. 4.
"""
HEADS = {"none": "", "same": "# Draft resolution\n\n", "lower": "## Draft resolution\n\n### Keepers of lamps\n\n"}
HEADINGS = (
    "# II. Organization of the session",
    "# Organization of the session",
    "# Second session\n\nAgenda item 4 (b)\n\n## Report of the keepers\n\n# I. Introduction",
)


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_prose_below_a_heading_that_is_not_below_that_of_the_resolution_is_no_part_of_it(
    head: str, heading: str
) -> None:
    (resolution,) = parse(f"{head}{RESOLUTION}\n{heading}\n\n{REPORT}").resolutions
    assert [paragraph.text for paragraph in resolution.numbered] == [
        "Decides to keep the lamps lit;",
        "Requests the keepers to report.",
    ]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_nothing_is_reported_or_changed_in_the_prose_of_a_report(head: str, heading: str) -> None:
    numbered = REPORT.partition("\n\n")[2]
    text = f"{head}{RESOLUTION}\n{heading}\n\n{numbered}"
    found = lint_text(text, SETTINGS)
    assert [each.code for each in found.diagnostics] == []
    assert fix_until_stable(found, lambda changed: lint_text(changed, SETTINGS)).checked.text == text


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_section_whose_paragraphs_go_on_is_a_part_of_the_resolution(head: str) -> None:
    text = f"{head}{RESOLUTION.replace('report.', 'report;')}\n# Wicks\n\n3. *Invites* the makers of wicks to help.\n"
    (resolution,) = parse(text).resolutions
    assert [paragraph.mark.number for paragraph in resolution.numbered if paragraph.mark] == [1, 2, 3]


def test_a_heading_of_a_lower_level_is_a_section() -> None:
    text = f"# Draft resolution\n\n{RESOLUTION}\n## Wicks\n\nThe wicks are of cotton.\n"
    (resolution,) = parse(text).resolutions
    assert any(getattr(node, "text", "") == "The wicks are of cotton." for node in resolution.body)
