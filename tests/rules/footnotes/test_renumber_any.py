"""However calls and notes are shuffled and left out: renumbering keeps each call with the words of its note."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from resolint import check, parse
from resolint.lint.engine.fixer import apply

VERBS = ("Decides on", "Requests", "Invites", "Encourages", "Notes", "Welcomes", "Stresses", "Urges", "Commends")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FORMS = [("[^{}]", "[^{}]: "), ("<sup>{}</sup>", "<sup>{}</sup> "), ("^{}^", "^{}^ "), ("", "")]


@st.composite
def drafts(draw):
    """Paragraphs that each call a note, in any order, of numbers that may leave some out; some notes say Ibid."""
    numbers = sorted(draw(st.sets(st.integers(1, 12), min_size=2, max_size=7)) | {1})
    order = draw(st.permutations(numbers))
    ibid = draw(st.sets(st.sampled_from(numbers), max_size=2))
    reference, mark = draw(st.sampled_from(FORMS))
    paragraphs = [
        f"{i + 1}. *{VERBS[i]}* thing {i},{write(n, reference)} and the fog{'.' if i == len(order) - 1 else ';'}"
        for i, n in enumerate(order)
    ]
    notes = [f"{write(n, mark) if mark else write(n, '') + ' '}{source(n, ibid)}" for n in numbers]
    return "The General Assembly,\n\n" + "\n\n".join([*paragraphs, *notes]) + "\n"


def write(number, form):
    return form.format(number) if form else str(number).translate(RAISED)


def source(number, ibid):
    return "Ibid." if number in ibid and number > 1 else f"A/75/{number}."


def bound(text):
    """What each call leads to: the words of its note, Ibid. resolved."""
    document = parse(text)
    notes, before = {}, ""
    for note in sorted(document.footnotes, key=lambda note: int(note.label)):
        before = before if note.text == "Ibid." else note.text
        notes[note.label] = before
    return [notes[reference.label] for reference in document.footnote_references]


@settings(max_examples=80, deadline=None)  # all rules check each of these long drafts twice
@given(drafts())
def test_each_reference_keeps_the_words_of_its_note(text):
    before = check(text)
    fixes = [d.finding.fix for d in before if d.code in ("FNT003", "FNT004", "FNT005") and d.finding.fix]
    assert len(fixes) <= 1
    if not fixes:
        return
    done, count = apply(text, fixes)
    assert count == 1
    document = parse(done)
    expected = [str(i + 1) for i in range(len(document.footnote_references))]
    assert [reference.label for reference in document.footnote_references] == expected
    assert [note.label for note in document.footnotes] == expected
    assert bound(done) == bound(text)
    after = check(done)
    assert not [d for d in after if d.code in ("FNT003", "FNT004", "FNT005")]
    assert {d.code for d in after} <= {d.code for d in before}
    kept = [part for part in re.split(r"(?m)^(?=\d+\. \*)", done) if part[:1].isdigit()]
    for i, part in enumerate(kept):
        assert part.startswith(f"{i + 1}. *{VERBS[i]}* thing {i},")
