"""A base document with a draft as tracked changes: rejecting all gives the base, accepting all the draft."""

import io
import random
import zipfile
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from resolint.grammar.compare.comparison import Change, compare
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.plain_view import plain_view
from resolint.lint.formats.decoder import decode
from resolint.lint.formats.docx.tracking.writer import ParsedText, tracked
from resolint.lint.formats.errors import UnwritableFileError
from resolint.lint.formats.source_document import TrackedChanges

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange")
BASE = """\
## Keepers of lighthouses

*The General Assembly*,

*Recalling* its resolution 75/201 of 21 December 2020,[^1]

*Noting with concern* the fog over the northern shoals, and aware of the merit of bells,

1. *Requests* the Secretary-General to report on lamps at its seventy-sixth session;

2. *Calls upon* Member States:

(a) To train young keepers in the care of lenses;

(b) To paint each daymark before the autumn;[^2]

3. *Decides* to remain seized of the matter.

[^1]: See the report on lenses.

[^2]: The daymarks of the coast.
"""


def parsed(text):
    view = plain_view(text, language())
    return ParsedText(parse(view.text, language(), lines=view.lines), view)


def track(data, text, **options):
    base, draft = parsed(decode(data, ".docx").text), parsed(text)
    found = compare(base.document, draft.document)
    return tracked(data, base, draft, found, **({"whole": False} | options))


def differences(data, text, revisions=TrackedChanges.FINAL):
    """What differs between the text of a file and another."""
    found = compare(parsed(decode(data, ".docx", revisions).text).document, parsed(text).document)
    return [pair for one in found for pair in one.pairs if pair.change is not Change.SAME or pair.renumbered]


def part(data, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def kinds(data):
    root = part(data)
    return {name for name in CHANGES if any(True for _ in root.iter(W + name))}


def words(element, *tags):
    return "".join(each.text or "" for each in element.iter(*(W + tag for tag in tags)))


DRAFTS = {
    "reworded": [("report on lamps at its seventy-sixth", "report on bells and lamps at its seventy-seventh")],
    "opener": [("*Requests*", "*Also requests*")],
    "inserted": [("2. *Calls", "2. *Commends* the painters of daymarks;\n\n3. *Calls"), ("3. *Decides", "4. *Decides")],
    "deleted": [("1. *Requests* the Secretary-General to report on lamps at its seventy-sixth session;\n\n", "")],
    "sub deleted": [("(a) To train young keepers in the care of lenses;\n\n", ""), ("(b)", "(a)")],
    "split": [
        ("shoals, and aware of the merit of bells,", "shoals,\n\n*Aware* of the merit of bells,"),
    ],
    "merged": [
        ("session;\n\n2. *Calls upon* Member States:", "session and calls upon Member States:"),
        ("3. *Decides", "2. *Decides"),
    ],
    "moved": [
        ("*Noting with concern* the fog over the northern shoals, and aware of the merit of bells,\n\n", ""),
        (
            "*Recalling*",
            "*Noting with concern* the fog over the northern shoals, and aware of the merit of bells,\n\n*Recalling*",
        ),
    ],
    "title": [("Keepers of lighthouses", "Keepers of lighthouses and lightships")],
    "note reworded": [("report on lenses", "second report on lenses")],
    "note inserted": [
        ("session;", "session;[^9]"),
        ("[^1]: See", "[^9]: The *Register of Lamps*.\n\n[^1]: See"),
    ],
    "note deleted": [("autumn;[^2]", "autumn;"), ("[^2]: The daymarks of the coast.\n", "")],
    "organ": [("The General Assembly", "The Economic and Social Council")],
}


@pytest.mark.parametrize("automatic", [False, True], ids=["typed", "automatic"])
@pytest.mark.parametrize("name", DRAFTS)
def test_rejecting_gives_the_base_and_accepting_the_draft(word_files, name, automatic):
    data = word_files.Writer(automatic=automatic).file(BASE)
    text = BASE
    for old, new in DRAFTS[name]:
        assert old in text
        text = text.replace(old, new)
    if name == "deleted":
        text = text.replace("2. *Calls", "1. *Calls").replace("3. *Decides", "2. *Decides")
    written = track(data, text)
    assert not written.problems
    assert decode(written.data, ".docx", TrackedChanges.ORIGINAL).text == decode(data, ".docx").text
    labels = [pair for pair in differences(written.data, text) if pair.edits or pair.change is not Change.SAME]
    assert not labels
    assert kinds(written.data) or name == "note reworded"


def test_a_changed_opener_keeps_its_italics(word_files):
    data = word_files.Writer(automatic=True).file(BASE)
    written = track(data, BASE.replace("*Requests*", "*Also requests*"))
    assert "*Also requests* the Secretary-General" in decode(written.data, ".docx").text
    (inserted,) = part(written.data).iter(f"{W}ins")
    assert inserted.find(f"{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "Verb"


def test_a_draft_without_italics_takes_those_of_the_base(word_files):
    data = word_files.Writer().file(BASE)
    text = BASE.replace("*Requests*", "*Also requests*").replace("3. *", "3. *Thanks* the keepers;\n\n4. *")
    written = track(data, text.replace("*", ""))
    accepted = decode(written.data, ".docx").text
    assert "*Also requests* the Secretary" in accepted
    assert "*Thanks* the keepers" in accepted


def test_an_inserted_paragraph_is_like_its_neighbours_and_its_end_is_tracked(word_files):
    data = word_files.Writer(automatic=True).file(BASE)
    text = BASE.replace("3. *Decides", "3. *Commends* the painters;\n\n4. *Decides")
    root = part(track(data, text).data)
    (paragraph,) = (each for each in root.iter(f"{W}p") if "painters" in words(each, "t"))
    assert paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val") == "0"
    assert paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is not None
    assert all(run.getparent().tag == f"{W}ins" for run in paragraph.iter(f"{W}r"))


def test_a_deleted_paragraph_is_deleted_with_its_end(word_files):
    data = word_files.Writer(automatic=True).file(BASE)
    text = BASE.replace("(a) To train young keepers in the care of lenses;\n\n(b)", "(a)")
    root = part(track(data, text).data)
    (paragraph,) = (each for each in root.iter(f"{W}p") if "young keepers" in words(each, "t", "delText"))
    assert paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
    assert not words(paragraph, "t")


def test_a_moved_paragraph_is_a_move_with_both_ends(word_files):
    data = word_files.Writer().file(BASE)
    text = BASE
    for old, new in DRAFTS["moved"]:
        text = text.replace(old, new)
    root = part(track(data, text).data)
    names = [each.get(f"{W}name") for tag in ("moveFromRangeStart", "moveToRangeStart") for each in root.iter(W + tag)]
    assert names == ["move1", "move1"]
    moved = [words(each, "t") for tag in ("moveFrom", "moveTo") for each in root.iter(W + tag)]
    assert moved[: len(moved) // 2] == moved[len(moved) // 2 :]


def test_a_note_is_inserted_with_its_reference_in_a_file_without_notes(word_files):
    text = BASE.partition("[^1]: ")[0].replace("[^1]", "").replace("[^2]", "")
    data = word_files.Writer().file(text)
    written = track(data, text.replace("lenses;", "lenses;[^1]") + "[^1]: The lenses of the coast.\n")
    assert not written.problems
    assert "lenses;[^1]" in decode(written.data, ".docx").text
    assert "[^1]: The lenses of the coast." in decode(written.data, ".docx").text
    assert "[^" not in decode(written.data, ".docx", TrackedChanges.ORIGINAL).text


def test_notes_are_numbered_in_the_order_of_their_references(word_files):
    data = word_files.Writer().file(BASE)
    text = BASE
    for old, new in DRAFTS["note inserted"]:
        text = text.replace(old, new)
    written = track(data, text).data
    references = [int(each.get(f"{W}id")) for each in part(written).iter(f"{W}footnoteReference")]
    assert references == sorted(references)
    notes = [int(each.get(f"{W}id")) for each in part(written, "word/footnotes.xml")]
    assert notes == sorted(notes)


def test_author_and_date_are_those_given(word_files):
    data = word_files.Writer().file(BASE)
    text = BASE.replace("second report", "report").replace("lamps", "bells")
    written = track(data, text, author="Ana", date="2026-01-31T12:00:00Z").data
    changes = [each for name in CHANGES for each in part(written).iter(W + name)]
    assert {(each.get(f"{W}author"), each.get(f"{W}date")) for each in changes} == {("Ana", "2026-01-31T12:00:00Z")}
    assert len({each.get(f"{W}id") for each in changes}) == len(changes)


def test_a_table_is_left_and_named(word_files):
    text = BASE.replace("3. *Decides*", "| Lamp | Height |\n| --- | --- |\n| North | 30 |\n\n3. *Decides*")
    data = word_files.Writer().file(text)
    written = track(data, text.replace("| 30 |", "| 31 |"))
    assert [problem.reason for problem in written.problems] == ["change the table in Word"]
    assert decode(written.data, ".docx").text == decode(data, ".docx").text


def test_the_result_of_a_field_is_left_and_named(word_files):
    field = f'<w:fldSimple w:instr="REF a">{word_files.run("seventy-sixth")}</w:fldSimple>'
    lines = [word_files.paragraph(word_files.run("The General Assembly,"))]
    lines += [
        word_files.paragraph(word_files.run("1. Requests a report at its ") + field + word_files.run(" session;"))
    ]
    lines += [word_files.paragraph(word_files.run("2. Decides to keep the lamps lit."))]
    data = word_files.package("".join(lines))
    text = decode(data, ".docx").text
    written = track(data, text.replace("sixth", "seventh").replace("lamps", "bells"))
    assert [problem.reason for problem in written.problems] == [
        "edit the source of the field in Word, because its text is updated from there"
    ]
    assert decode(written.data, ".docx").text == text.replace("lamps", "bells")


def test_a_base_with_tracked_changes_is_refused(word_files):
    data = track(word_files.Writer().file(BASE), BASE.replace("lamps", "bells")).data
    with pytest.raises(UnwritableFileError, match="accept or reject them first"):
        track(data, BASE)


def test_what_is_around_a_resolution_is_deleted_only_for_a_draft_of_the_same_kind(word_files):
    data = word_files.Writer().file(f"The Committee met on 3 May 2020 and heard the keepers of the coast.\n\n{BASE}")
    assert not kinds(track(data, BASE).data)
    assert kinds(track(data, BASE, whole=True).data) == {"del"}


NOUNS = (
    "lamp lens bell buoy shoal keeper tower harbour beacon tide gull cable rope oil wick mirror jetty reef pilot chart"
)
VERBS = ["Requests", "Invites", "Urges", "Encourages", "Welcomes", "Commends", "Notes", "Reaffirms", "Emphasizes"]


def clause(chance):
    nouns = NOUNS.split()
    return " ".join(
        f"the {chance.choice(nouns)} of {chance.choice(nouns)} {chance.randrange(10, 99)}" for _ in range(5)
    )


def rendered(preamble, operative):
    """A draft: paragraphs are words with the text of a footnote or none, and sub-paragraphs."""
    notes = []

    def with_note(words, note, stop):
        if note:
            notes.append(note)
        return f"{words}{stop}" + (f"[^{len(notes)}]" if note else "")

    lines = ["## Lamps of the coast", "*The General Assembly*,"]
    lines += [with_note(f"*Recalling* {words}", note, ",") for words, note, _ in preamble]
    for number, (words, note, below) in enumerate(operative, 1):
        stop = "." if number == len(operative) and not below else ":" if below else ";"
        lines.append(f"{number}. " + with_note(words, note, stop))
        lines += [
            f"({letter}) " + with_note(f"To keep {w}", n, ";")
            for letter, (w, n, _) in zip("abcdef", below, strict=False)
        ]
    return "\n\n".join([*lines, *(f"[^{n}]: {note}" for n, note in enumerate(notes, 1))]) + "\n"


def edited(chance, paragraphs, fresh):
    """One random edit of a list of paragraphs."""
    kind = chance.choice(
        ["insert", "delete", "move", "reword", "split", "merge", "note", "note reworded", "note deleted"]
    )
    place = chance.randrange(len(paragraphs))
    words, note, below = paragraphs[place]
    if kind == "insert":
        paragraphs.insert(place, fresh())
    elif kind == "delete" and len(paragraphs) > 2:
        del paragraphs[place]
    elif kind == "move":
        paragraphs.insert(chance.randrange(len(paragraphs)), paragraphs.pop(place))
    elif kind == "split" and not below and len(words.split()) > 12:
        parts = words.split()
        second = " ".join([*parts[:1], *parts[len(parts) // 2 :]])
        paragraphs[place : place + 1] = [(" ".join(parts[: len(parts) // 2]), note, []), (second, "", [])]
    elif kind == "merge" and place + 1 < len(paragraphs) and not below and not paragraphs[place + 1][2]:
        paragraphs[place : place + 2] = [(f"{words} and {paragraphs[place + 1][0]}", note, [])]
    elif kind == "note":
        paragraphs[place] = (words, note or f"See {clause(chance)}.", below)
    elif kind == "note reworded" and note:
        paragraphs[place] = (words, note.replace("the ", "each ", 1), below)
    elif kind == "note deleted":
        paragraphs[place] = (words, "", below)
    else:
        parts = words.split()
        parts[chance.randrange(1, len(parts))] = chance.choice(["lighthouse", "daymark", "*inter alia*"])
        paragraphs[place] = (" ".join(parts), note, below)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9), automatic=st.booleans(), edits=st.integers(1, 6))
def test_random_edits_can_be_rejected_and_accepted(word_files, seed, automatic, edits):
    chance = random.Random(seed)  # noqa: S311 - the same edits for the same seed

    def fresh(*, below=False):
        note = f"See {clause(chance)}." if chance.random() < 0.3 else ""
        under = [fresh() for _ in range(chance.choice([0, 0, 2, 3]))] if below else []
        return (f"*{chance.choice(VERBS)}* {clause(chance)}" if below else clause(chance), note, under)

    preamble, operative = [fresh() for _ in range(4)], [fresh(below=True) for _ in range(6)]
    base = rendered(preamble, operative)
    for _ in range(edits):
        lists = [preamble, operative, *(below for _, _, below in operative if len(below) > 2)]
        part = chance.choice(lists)
        edited(chance, part, partial(fresh, below=part is operative))
    draft = rendered(preamble, operative)
    data = word_files.Writer(automatic=automatic).file(base)
    written = track(data, draft)
    assert decode(written.data, ".docx", TrackedChanges.ORIGINAL).text == decode(data, ".docx").text
    assert not written.problems
    assert not [pair for pair in differences(written.data, draft) if pair.edits or pair.change is not Change.SAME]


def test_paragraphs_are_inserted_on_the_right_side_of_a_table(word_files):
    text = BASE.replace("3. *Decides*", "| Lamp | Height |\n| --- | --- |\n| North | 30 |\n\n3. *Decides*")
    data = word_files.Writer().file(text)
    draft = text.replace("| 30 |\n\n", "| 30 |\n\n3. *Thanks* the painters of daymarks;\n\n").replace("3. *D", "4. *D")
    written = track(data, draft)
    assert not written.problems
    accepted = decode(written.data, ".docx").text
    assert accepted.index("| North") < accepted.index("painters") < accepted.index("remain seized")


def test_an_insertion_that_begins_at_the_end_of_a_paragraph_includes_that_end(word_files):
    data = word_files.Writer(automatic=True).file(BASE)
    draft = BASE.replace("session;", "session; and after that,\n\n2. *Thanks* the painters;").replace(
        "2. *Calls", "3. *Calls"
    )
    draft = draft.replace("3. *Decides", "4. *Decides")
    written = track(data, draft)
    assert not written.problems
    ends = [
        each.find(f"{W}pPr/{W}rPr/{W}ins") is not None
        for each in part(written.data).iter(f"{W}p")
        if "report on lamps" in words(each, "t") or "painters" in words(each, "t")
    ]
    assert ends == [True, False]
    assert decode(written.data, ".docx", TrackedChanges.ORIGINAL).text == decode(data, ".docx").text


def test_a_note_with_other_words_keeps_its_reference(word_files):
    data = word_files.Writer().file(BASE)
    written = track(data, BASE.replace("See the report on lenses.", "Resolution 80/12."))
    assert not kinds(written.data)
    notes = part(written.data, "word/footnotes.xml")
    assert "Resolution 80/12" in "".join(words(each, "t") for each in notes.iter(f"{W}ins"))
    assert decode(written.data, ".docx", TrackedChanges.ORIGINAL).text == decode(data, ".docx").text
