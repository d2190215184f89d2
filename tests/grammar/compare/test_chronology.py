"""Sessions and dates of two versions: which are found, and what was moved on."""

import pytest

from resolint.grammar.compare.chronology import Chronology
from resolint.grammar.compare.comparison import compare
from resolint.grammar.compare.dated_words import dated_words
from resolint.grammar.database.resolutions import ResolutionDatabase
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse

ENGLISH = language("en")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("at its seventy-seventh and seventy-eighth sessions", [(77,), (78,)]),
        ("from its sixty-fourth to its seventieth session", [(70,)]),
        ("at its resumed 77th session", [(77,)]),
        ("the Seventy-sixth Session", [(76,)]),
        ("the seventy-sixth lamp of the session", []),
        ("from 7 to 19 December 2022", [(2022, 12, 19)]),
        ("in May 2022 and for 2023", [(2022, 5, 0), (2023, 0, 0)]),
        ("the Decade 2018–2028", [(2018, 0, 0), (2028, 0, 0)]),
        ("resolution 2023/14, A/2023/5 and 2,023.50 or 2023.5 dollars", []),
    ],
)
def test_sessions_and_dates_are_found(text: str, values: list[tuple[int, ...]]) -> None:
    assert [found.value for found in dated_words(text, ENGLISH)] == values


def chronology(base: str, draft: str) -> Chronology:
    (one,) = compare(parse(base), parse(draft))
    return Chronology(one, ENGLISH, ResolutionDatabase())


def text(head: str, *paragraphs: str) -> str:
    return f"{head}*The General Assembly*,\n\n" + "\n\n".join(paragraphs) + "\n"


BASE = text("# Resolution 76/310\n\n", "1. *Asks* for a report at its seventy-seventh session;", "2. *Ends* in 2022.")


def test_the_session_of_a_draft_is_that_of_its_number() -> None:
    draft = BASE.replace("76/310", "79/5")
    assert (chronology(BASE, draft).base_session, chronology(BASE, draft).draft_session) == (76, 79)


def test_the_session_of_a_draft_without_a_number_is_that_to_which_others_were_moved_on() -> None:
    draft = BASE.replace("# Resolution 76/310\n\n", "")
    assert chronology(BASE, draft).draft_session == 77
    assert chronology(BASE, draft.replace("seventy-seventh", "seventy-ninth")).draft_session == 78


def test_a_base_without_a_number_is_of_the_session_after_the_latest_that_it_cites_as_its_own() -> None:
    base = text("", "*Recalling* its resolution 74/9 of 2 December 2019,", "1. *Decides* so.")
    assert chronology(base, base).base_session == 75


def test_what_was_moved_on_and_what_was_kept_is_known() -> None:
    steps = chronology(BASE, BASE.replace("seventy-seventh", "seventy-eighth")).steps
    assert [(step.words, step.moved_on, step.kept) for step in steps] == [
        ("seventy-seventh", True, False),
        ("2022", False, True),
    ]


def test_the_day_of_the_base_is_the_one_with_which_the_draft_cites_it() -> None:
    draft = text("", "*Recalling* its resolution 76/310 of 3 May 2022,", "1. *Decides* so.")
    assert chronology(BASE, draft).base_day == (2022, 5, 3)
    assert chronology(BASE, BASE).base_day == (2021, 12, 31)
