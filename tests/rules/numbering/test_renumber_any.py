"""Whatever is taken out, put in or mistyped: renumbering makes numbers consecutive and keeps references bound."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from resolint import check, parse
from resolint.lint.engine.fixer import apply

VERBS = ("Decides", "Requests", "Invites", "Encourages", "Notes", "Welcomes", "Stresses", "Urges", "Commends")
REFERENCE = re.compile(r"paragraph (\d+) (?:above|below|of the present resolution)")
OUTSIDE = "as in paragraph 3 of the report of the pilots"


@st.composite
def slipped(draw):
    """A draft with errors in its numbers, and for each reference the subject of its paragraph."""
    count = draw(st.integers(3, 8))
    moves = draw(st.lists(st.sampled_from(("gap", "repeat", "fine", "fine", "typo")), min_size=count, max_size=count))
    numbers, expected = [], 1
    for move in moves:
        expected += {"gap": 1, "repeat": -1}.get(move, 0)
        expected = max(expected, 1)
        numbers.append(expected + 20 if move == "typo" else expected)
        expected += 1
    lines, bound = [], {}
    for index, number in enumerate(numbers):
        words = f"the keepers of thing {index}"
        to = draw(st.one_of(st.none(), st.integers(0, count - 1)))
        if to is not None and to != index:
            side = draw(st.sampled_from(("above" if to < index else "below", "of the present resolution")))
            words += f", as in paragraph {numbers[to]} {side}"
            bound[index] = to
        if draw(st.booleans()):
            words += f", {OUTSIDE}"
        lines.append(f"{number}. *{VERBS[index]}* {words}{'.' if index == count - 1 else ';'}")
    return "The General Assembly,\n\n" + "\n\n".join(lines) + "\n", numbers, bound


@settings(max_examples=80, deadline=None)  # all rules check each of these long drafts twice
@given(slipped())
def test_one_fix_makes_numbers_consecutive_and_keeps_references(drawn):
    text, numbers, bound = drawn
    before = check(text)
    fixes = [d.finding.fix for d in before if d.code in ("NUM001", "NUM002") and d.finding.fix]
    assert len(fixes) <= 1
    if not fixes:
        return
    done, count = apply(text, fixes)
    assert count == 1
    paragraphs = parse(done).resolutions[0].operative
    assert [p.mark.number for p in paragraphs if p.mark] == list(range(1, len(numbers) + 1))
    for index, to in bound.items():
        assert REFERENCE.findall(paragraphs[index].text) == [str(to + 1)]
    assert done.count(OUTSIDE) == text.count(OUTSIDE)
    assert re.sub(r"\d+", "", done) == re.sub(r"\d+", "", text)
    after = check(done)
    assert not [d for d in after if d.code in ("NUM001", "NUM002")]
    assert {d.code for d in after} <= {d.code for d in before}


@settings(max_examples=60, deadline=None)  # the same, with few different drafts
@given(st.lists(st.integers(2, 8), min_size=1, max_size=6).map(lambda values: [1, *sorted(values)]), st.integers(0, 6))
def test_letters_of_a_list_become_consecutive(values, to):
    letters = [chr(ord("a") + value - 1) for value in values]
    to = min(to, len(letters) - 1)
    items = "\n\n".join(f"({letter}) To do thing {i};" for i, letter in enumerate(letters))
    tail = f"2. *Notes* paragraph 1 ({letters[to]}) above and paragraph 1 (c) of the report."
    text = f"The General Assembly,\n\n1. *Requests* the keepers:\n\n{items}\n\n{tail}\n"
    before = check(text)
    fixes = [d.finding.fix for d in before if d.code == "NUM005" and d.finding.fix]
    assert len(fixes) <= 1
    if not fixes:
        return
    done, _ = apply(text, fixes)
    assert re.findall(r"^\((\w)\) To", done, re.MULTILINE) == [chr(ord("a") + i) for i in range(len(letters))]
    assert f"paragraph 1 ({chr(ord('a') + to)}) above and paragraph 1 (c) of the report" in done
    after = check(done)
    assert "NUM005" not in {d.code for d in after}
    assert {d.code for d in after} <= {d.code for d in before}
