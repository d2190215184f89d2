"""What editors changed in drafts before they were adopted is found in drafts of our own with the same errors."""

import pytest

from resolint import check

DRAFT = """\
# Draft resolution

## Keepers of lighthouses

*The General Assembly*,

{preamble}

1. *Takes note* of the report of the Secretary-General on lamps;

{operative}

3. *Requests* the Secretary-General to report on the implementation of the present resolution.
"""
CHARTER = "*Recalling* the Charter of the United Nations,"
LETTERS = "2. *Invites* keepers to write letters;"
FOUND = [
    ("CIT002", "*Recalling* its resolution 57/270B of 23 June 2003,", LETTERS),
    (
        "CIT001",
        "*Recalling* Commission on Crime Prevention and Criminal Justice Resolution 26/3 of 26 May 2017,",
        LETTERS,
    ),
    (
        "CIT008",
        "*Recalling* its resolution 70/1 of 25 September 2015, in which the Assembly praised the keepers of lamps,",
        LETTERS,
    ),
    ("CAP005", CHARTER, "2. *Invites* Government ministers to write letters;"),
    (
        "TYP015",
        CHARTER,
        "2. *Invites* keepers to contribute to Sustainable Development Goals 3, 4, 5, 8, 9, 10 and 16;",
    ),
]
UNCHANGED = [
    (CHARTER, "2. *Requests* keepers to write letters;"),  # another addressee: no adverb
    (CHARTER, "2. *Invites* keepers to contribute to the Goals of the 2030 Agenda for Sustainable Development;"),
]


def reported(preamble, operative, notes=""):
    return [found.code for found in check(DRAFT.format(preamble=preamble, operative=operative) + notes)]


@pytest.mark.parametrize(("code", "preamble", "operative"), FOUND, ids=[code for code, _, _ in FOUND])
def test_what_an_editor_changed_is_found(code, preamble, operative):
    assert reported(preamble, operative) == [code]


def test_a_note_that_names_the_organ_of_its_own_text_is_found():
    notes = "\n[^1]: General Assembly resolution 70/1.\n"
    preamble = "*Recalling* the 2030 Agenda for Sustainable Development,[^1]"
    dated = DRAFT.replace("Draft resolution", "Resolution 77/900").format(preamble=preamble, operative=LETTERS)
    assert [found.code for found in check(dated + notes)] == ["FNT019"]


@pytest.mark.parametrize(("preamble", "operative"), UNCHANGED)
def test_what_an_editor_left_is_not_marked(preamble, operative):
    assert reported(preamble, operative) == []
