"""Citations as objects and as a table, the command `cite`, and registers in the settings."""

import csv
import io
import json

import pytest

from resolint.cli.main import main
from resolint.grammar.syntax.parser import parse
from resolint.lint.output import outline_citations

DRAFT = """*The General Assembly*,

*Recalling* its resolution 75/45 of 7 December 2020 and Security Council resolution 2347 (2017), entitled “Lamps”,

1. *Requests* a report on resolution 75/45 of 8 December 2020.[^1]

[^1]: Resolution 75/45.
"""


def test_each_citation_is_a_fact():
    first, second, *_ = outline_citations.as_json(parse(DRAFT))
    assert (first["organ"], first["number"], first["date"], first["own"]) == (
        *("General Assembly", "75/45", "2020-12-07"),
        True,
    )
    assert first["location"] == {"row": 3, "column": 28}
    assert first["register"]["date"] == "2020-12-07"
    assert (second["organ"], second["title"]) == ("Security Council", "Lamps")


def test_the_table_has_a_row_for_each_text_in_the_order_of_first_mention():
    first, second = outline_citations.table(parse(DRAFT))
    assert (first["number"], first["times"], first["row"], first["column"]) == ("75/45", 3, 3, 28)
    assert first["dates"] == ["2020-12-07", "2020-12-08"]
    assert (second["number"], second["register_date"]) == ("2347 (2017)", "2017-03-24")


def test_what_the_register_does_not_know_is_in_the_table():
    (row,) = outline_citations.table(parse("*The General Assembly*,\n\n*Recalling* its resolution 99/1,\n"))
    assert (row["number"], row["register_date"]) == ("99/1", None)


@pytest.fixture
def draft(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def test_the_outline_prints_the_table(draft, capsys):
    assert main(["outline", "--format", "citations", str(draft)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["number"], row["times"]) for row in rows] == [("75/45", "3"), ("2347 (2017)", "1")]
    assert main(["outline", "--format", "citations-json", str(draft)]) == 0
    assert [row["times"] for row in json.loads(capsys.readouterr().out)] == [3, 1]


def test_the_json_outline_has_the_citations(draft, capsys):
    assert main(["outline", "--format", "json", str(draft)]) == 0
    assert len(json.loads(capsys.readouterr().out)["citations"]) == 4


@pytest.mark.parametrize(
    ("words", "organ", "number"),
    [
        ("72/192", "General Assembly", "72/192"),
        ("A/RES/72/192", "General Assembly", "72/192"),
        ("S/RES/2347(2017)", "Security Council", "2347 (2017)"),
        ("Human Rights Council resolution 26/3", "Human Rights Council", "26/3"),
        ("973 (X)", "General Assembly", "973 (X)"),
    ],
)
def test_cite_knows_numbers_and_symbols(capsys, words, organ, number):
    assert main(["cite", "--isolated", "--format", "json", words]) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    assert (entry["organ"], entry["number"]) == (organ, number)


def test_cite_shows_the_forms_for_text_and_footnotes(capsys):
    assert main(["cite", "--isolated", "75/45"]) == 0
    out = capsys.readouterr().out
    assert "General Assembly resolution 75/45 of 7 December 2020" in out
    assert "its resolution 75/45 of 7 December 2020" in out
    assert "Resolution 75/45." in out


def test_a_number_of_several_organs_is_shown_for_each(capsys):
    assert main(["cite", "--isolated", "--format", "json", "26/3"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_an_unknown_number_is_reported(capsys):
    assert main(["cite", "--isolated", "99/1"]) == 1
    assert "99/1: not found in the register" in capsys.readouterr().err


OURS = "organ,kind,number,date,title\nGeneral Assembly,resolution,75/45,2020-12-08,Lamps\nHarbour,document,H/7,,Wicks\n"


def test_registers_that_settings_name_come_first(draft, capsys):
    (draft.parent / "our.csv").write_text(OURS, encoding="utf-8")
    (draft.parent / "resolint.toml").write_text('registers = ["our.csv"]\nselect = ["CIT"]\n', encoding="utf-8")
    assert main(["cite", "75/45", "H/7"]) == 0
    assert "8 December 2020, from our.csv" in capsys.readouterr().out
    main(["check", "--no-cache", "--output-format", "concise", str(draft)])
    assert "CIT009 Date does not match: 75/45 was adopted on 8 December 2020 (our.csv)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("registers", "reported"),
    [
        ('["none.csv"]', "register none.csv: No such file"),
        ('["bad.csv"]', "register bad.csv: the first line must name"),
        ('["day.csv"]', "register day.csv: '1 May' is not a valid date"),
        ("1", "'registers' must be a list of strings"),
    ],
)
def test_an_invalid_register_is_an_error_with_its_line(draft, capsys, registers, reported):
    (draft.parent / "bad.csv").write_text("number\n1/1\n", encoding="utf-8")
    (draft.parent / "day.csv").write_text("organ,number,date\nHarbour,1/1,1 May\n", encoding="utf-8")
    (draft.parent / "resolint.toml").write_text(f"\nregisters = {registers}\n", encoding="utf-8")
    assert main(["cite", "1/1"]) == 2
    err = capsys.readouterr().err
    assert reported in err
    assert "resolint.toml:2:" in err


def test_the_outline_uses_the_registers_in_the_settings(draft, capsys):
    (draft.parent / "ours.csv").write_text(
        "organ,kind,number,date,title\nGeneral Assembly,resolution,75/45,2020-12-08,Tidal libraries\n", encoding="utf-8"
    )
    (draft.parent / "resolint.toml").write_text('registers = ["ours.csv"]\n', encoding="utf-8")
    assert main(["outline", "--format", "citations-json", str(draft)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["register_title"] == "Tidal libraries"
    assert main(["outline", "--isolated", "--format", "citations-json", str(draft)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["register_title"] != "Tidal libraries"


def test_a_resolution_printed_in_a_report_may_be_any_organs():
    note = (
        "*Official Records of the General Assembly, Seventy-first Session, Supplement No. 53* (A/71/53), chap. IV, {}."
    )
    draft = f"*The General Assembly*,\n\n*Recalling* the rules,[^1]\n\n[^1]: {note.format('resolution 32/1')}\n"
    (fact,) = outline_citations.as_json(parse(draft))
    assert (fact["number"], fact["organ"]) == ("32/1", None)
