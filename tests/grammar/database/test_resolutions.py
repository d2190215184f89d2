"""The register: what it knows, and those that a user brings."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from resolint.grammar.database.csv_source import DatabaseError, Source
from resolint.grammar.database.resolution_index import NAME, lines
from resolint.grammar.database.resolutions import ResolutionDatabase, shipped
from resolint.grammar.syntax.language import language

ROOT = Path(__file__).resolve().parents[3]
OURS = "organ,number,date,title\nTidal Library Board,4/2,2019-05-03,Ebb shelves\n"


def known(register, organ, number, kind="resolution"):
    return register.find(organ, kind, number)


def test_it_knows_dates_and_on_whose_word():
    listed = known(shipped(), "Security Council", "2347 (2017)")
    gathered = known(shipped(), "General Assembly", "72/192")
    assert (listed.date, listed.certain) == (date(2017, 3, 24), True)
    assert (gathered.date, gathered.certain, gathered.agree) == (date(2017, 12, 19), False, 2)


def test_what_it_does_not_know_is_none():
    assert known(shipped(), "General Assembly", "999/1") is None
    assert known(shipped(), None, "72/192") is None
    assert known(shipped(), "General Assembly", "72/192", "decision") is None


def test_a_number_is_looked_up_for_all_organs():
    organs = {entry.organ for entry in shipped().numbered("26/3")}
    assert {"Human Rights Council", "Commission on Crime Prevention and Criminal Justice"} <= organs


def test_it_is_read_at_once_and_answers_in_microseconds():
    known(shipped(), "General Assembly", "72/192")
    begun = time.process_time()
    for _ in range(1000):
        known(shipped(), "General Assembly", "72/192")
    assert time.process_time() - begun < 0.5


def test_its_lines_are_looked_up_as_they_would_be_read():
    text = (ROOT / "grammar" / "database" / NAME).read_text(encoding="utf-8")
    rows = {row[:3]: row for row in Source(NAME, text).rows()}
    assert dict(lines()) == rows
    assert list(lines()) == list(rows)
    assert len(lines()) == len(rows)
    beside = [(organ, kind, number + sign) for organ, kind, number in rows for sign in ("!", "~")]
    assert not any(key in lines() for key in beside)


def test_a_number_of_several_parts_is_looked_up_for_none():
    (cited,) = language().citations.read("its resolutions 31/6 A and B of 26 October 1976")
    register = ResolutionDatabase((Source("ours.csv", "organ,number,date\nGeneral Assembly,31/6,1976-10-26\n"),))
    assert register.of(cited, "General Assembly") is None


def test_what_users_bring_comes_before_what_is_shipped():
    ours = "organ,number,date\nGeneral Assembly,72/192,2017-12-20\n"
    entry = known(ResolutionDatabase((Source("ours.csv", ours),)), "General Assembly", "72/192")
    assert (entry.date, entry.certain, entry.source) == (date(2017, 12, 20), True, "ours.csv")


def test_the_first_register_that_knows_answers():
    other = "organ,number,date\nTidal Library Board,4/2,2020-01-01\nTidal Library Board,4/3,2020-01-01\n"
    register = ResolutionDatabase((Source("a.csv", OURS), Source("b.csv", other)))
    assert known(register, "Tidal Library Board", "4/2").source == "a.csv"
    assert known(register, "Tidal Library Board", "4/3").source == "b.csv"


def test_an_empty_organ_is_that_of_the_row_above():
    text = "# Ours\norgan,kind,number,date\nBoard,decision,1/1,2020-01-01\n,,1/2,2020-01-02\n"
    assert known(ResolutionDatabase((Source("ours.csv", text),)), "Board", "1/2", "decision").date == date(2020, 1, 2)


def test_numbers_may_be_spelled_in_any_way():
    text = "organ,number,date\nGeneral Assembly,57/270B,2003-06-23\n"
    assert known(ResolutionDatabase((Source("ours.csv", text),)), "General Assembly", "57/270 B").source == "ours.csv"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "first line"),
        ("number,date\n1/1,2020-01-01\n", "organ and number"),
        ("organ,number,date\nBoard,1/1,1 May 2020\n", "not a valid date"),
        ("organ,kind,number\nBoard,motion,1/1\n", "unknown kind"),
    ],
)
def test_an_unreadable_database_is_reported(text, words):
    with pytest.raises(DatabaseError, match=words):
        ResolutionDatabase((Source("ours.csv", text),)).check()


def test_what_is_shipped_is_what_the_facts_give():
    if not (ROOT.parent / "shared" / "data" / "resolutions.csv").is_file():
        pytest.skip("the facts are not here")
    made = subprocess.run([sys.executable, "tools/resolution_database.py", "--check"], cwd=ROOT, check=False)
    assert made.returncode == 0
