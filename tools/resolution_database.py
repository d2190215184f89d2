"""Write the resolution register of the package from facts about resolutions of the United Nations.

python tools/resolution_database.py            write grammar/database/resolutions.csv
python tools/resolution_database.py --check    exit with 1 if the file is out of date

The facts are read from ../shared/data/resolutions.csv; without that file, nothing is written or checked.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from resolint.grammar.model.sessions import contradicts
from resolint.grammar.syntax.citations.citation_lexer import CitedDate
from resolint.grammar.syntax.citations.citation_reader import Citation
from resolint.grammar.syntax.citations.resolution_numbers import normal, number
from resolint.grammar.syntax.language import language

ROOT = Path(__file__).resolve().parent.parent
FACTS = ROOT.parent / "shared" / "data" / "resolutions.csv"
REGISTER = ROOT / "grammar" / "database" / "resolutions.csv"
TITLES_AGREE = 2
"""Number of texts that must quote a title; others are omitted."""
DOUBTED = frozenset({("Economic and Social Council", "2016/17")})
"""Omitted: a text that also quotes the title has another date than the few that agree."""
LAST_NUMBERED = 100
"""Higher numbers of the Economic and Social Council are document symbols or decisions."""
HEAD = """\
# Resolutions and decisions: facts from lists and texts of the United Nations, which is acknowledged as the source.
# Made by tools/resolution_database.py, each organ's numbers in the order of their signs. An empty organ or
# kind is that of the row above. `agree`: the number of texts that cite it with this date; empty if the date is from an
# official list.
"""


def rows() -> Iterator[tuple[str, str, str, str, str, str]]:
    """Yield the valid facts in order: organ, kind, number, date, number of agreeing texts, title."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        found = sorted(csv.DictReader(file), key=_sort_key)
    for row in found:
        official = row["basis"] == "official"
        if not official and not _possible(row["organ"], row["kind"], row["number"], date.fromisoformat(row["date"])):
            continue
        titled = official or int(row["title_citations"] or 0) >= TITLES_AGREE
        title = " ".join(row["title"].split()) if titled else ""
        agree = "" if official else row["citations"]
        yield row["organ"], row["kind"], normal(row["number"]), row["date"], agree, title


def _sort_key(row: dict[str, str]) -> tuple[str, str, str]:
    """Return the sort key of a fact: numbers by character, with the comma after them, as the binary search requires."""
    return row["organ"], row["kind"], f"{normal(row['number'])},"


def _possible(organ: str, kind: str, written: str, day: date) -> bool:
    """Return whether arithmetic allows that the organ adopted that number on that day."""
    form, session, ordinal = number(written)
    known = language().citations.organ(organ)
    if (organ, written) in DOUBTED or (
        form == "year-slash" and kind == "resolution" and (ordinal or 0) > LAST_NUMBERED
    ):
        return False
    if known is None or (known.form is not None and known.form != form and form in ("session", "year-slash")):
        return False
    cited_date = CitedDate(0, 0, day.day, day.month, day.year, plain=True)
    cited = Citation(
        *(0, 0, kind, organ, False, False, written, form, session, ordinal, (), cited_date, False, None, 0, None)
    )
    return not contradicts(cited, cited_date, known)


def register() -> str:
    """Return the text of the file."""
    out = io.StringIO()
    out.write(HEAD)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("organ", "kind", "number", "date", "agree", "title"))
    above: tuple[str, str] | None = None
    for organ, kind, *facts in rows():
        same = above == (organ, kind)
        writer.writerow(("" if same else organ, "" if same else kind, *facts))
        above = organ, kind
    return out.getvalue()


def main() -> int:
    """Write the file, or check that it is up to date."""
    if not FACTS.is_file():
        print("No facts found; the register was not changed.")
        return 0
    text = register()
    if "--check" in sys.argv[1:]:
        return int(REGISTER.read_text(encoding="utf-8") != text)
    REGISTER.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
