"""The Markdown of readers, parsed by the grammar."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.grammar.syntax import inline
from resolint.lint.formats.markdown_writer import MarkdownWriter, Run, markdown, plain

WORDS = st.text(st.sampled_from("aZ7 .,*_[]()^\\<>`“”-"), max_size=12)
RUNS = st.lists(
    st.builds(
        Run,
        WORDS,
        italic=st.booleans(),
        bold=st.just(False),
        is_reference=st.just(False),
        target=st.sampled_from([None, None, "https://example.org/a(1)"]),
    ),
    max_size=5,
)


@given(RUNS)
def test_words_survive_the_markup(runs):
    assert inline.read(markdown(runs)).text == plain(runs)


@given(st.lists(st.tuples(st.sampled_from(["Lamps", " lit ", ", “", "” and", "27/2"]), st.booleans()), max_size=6))
def test_italics_come_back(pieces):
    reading = inline.read(markdown(Run(text, italic=italic) for text, italic in pieces))
    found = "".join(reading.text[e.start : e.end] for e in reading.emphases)
    put = "".join(text for text, italic in pieces if italic)
    assert [c for c in found if c.isalnum()] == [c for c in put if c.isalnum()]


def test_footnote_references_separate_no_words():
    runs = [
        Run("Recalling", italic=True),
        Run(" its resolution,"),
        Run("1", is_reference=True),
        Run("2", is_reference=True),
        Run(" and"),
    ]
    reading = inline.read(markdown(runs))
    assert (reading.text, [reference.label for reference in reading.footnote_references]) == (
        "Recalling its resolution, and",
        ["1", "2"],
    )


def test_a_place_begins_with_its_paragraph():
    manuscript = MarkdownWriter()
    manuscript.paragraph([Run("Lamps")], "page 1")
    manuscript.paragraph([Run("# Wicks")], "page 2")
    canonical = manuscript.canonical()
    assert canonical.text == "Lamps\n\n\\# Wicks\n"
    assert [canonical.source_map.at(at) for at in (0, 6, 7)] == ["page 1", "page 1", "page 2"]
