"""For which body, at which stage and in which era a text was written."""

import pytest

from resolint.grammar.parser import parse
from resolint.rules.profile import Profile, detect

ORGAN = "*The General Assembly*,\n\n"
BODY = "*Recalling* the mole,\n\n1. *Decides* to keep the lamp lit.\n"


def profiles(text):
    document = parse(text)
    found = detect(document)
    return [found[id(resolution)] for resolution in document.resolutions]


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        (ORGAN + BODY, Profile("ga", "draft", "2020+")),
        (f"# 77/188. The lamp\n\n{ORGAN}{BODY}", Profile("ga", "final", "2020+")),
        (f"# Resolution 57/5\n\n{ORGAN}{BODY}", Profile("ga", "final", "pre2010")),
        (f"# Resolution 2347 (2017)\n\n*The Security Council*,\n\n{BODY}", Profile("sc", "final", "2010-2019")),
        (f"# Draft resolution\n\n*The Human Rights Council*,\n\n{BODY}", Profile("hrc", "draft", "2020+")),
        (
            f"{ORGAN}*Recalling* its resolutions 52/8 of 9 December 1997 and 60/2 of 3 October 2005,\n\n{BODY}",
            Profile("ga", "draft", "pre2010"),
        ),
    ],
)
def test_profile_is_read_from_organ_line_heading_and_dates(text, profile):
    assert profiles(text) == [profile]


def test_several_drafts_make_a_report_and_each_has_its_own_body():
    text = f"# Draft resolution I\n\n{ORGAN}{BODY}\n# Draft resolution II\n\n*The Security Council*,\n\n{BODY}"
    assert profiles(text) == [Profile("ga", "report", "2020+"), Profile("sc", "report", "2020+")]


def test_a_document_has_a_profile_even_without_a_resolution():
    document = parse("Dear keepers,\n")
    assert detect(document) == {id(document): Profile("ga", "draft", "2020+")}
