"""A rule's docstring read as its page."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.rules import docstring as page

DOCSTRING = """The lamp is out.

    What it does:
        Looks at lamps.

        And at wicks.
    Why: Ships run aground.
    Wrong:
        1. *Decides* so;

        2. *Decides*:

            (a) This.
        ---
        3. *Decides* no more.
    Right:
        1. *Also decides* so.
    Source:
        The keepers.
    """


def test_a_page_is_read_in_its_sections():
    assert page.parse_docstring(DOCSTRING) == page.RulePage(
        summary="The lamp is out.",
        what="Looks at lamps.\n\nAnd at wicks.",
        why="Ships run aground.",
        wrong=("1. *Decides* so;\n\n2. *Decides*:\n\n    (a) This.", "3. *Decides* no more."),
        right=("1. *Also decides* so.",),
        source="The keepers.",
    )


def test_no_docstring_is_an_empty_page():
    assert page.parse_docstring(None) == page.RulePage()


@given(st.text())
def test_any_docstring_can_be_read(docstring):
    page.parse_docstring(docstring)
