"""With any footnotes, the rules about them end without failure, and fixing is stable."""

from hypothesis import given, settings
from hypothesis import strategies as st

from resolint import check, fix
from resolint.lint.config import resolve
from resolint.rules.registry import Registry, discover

SETTINGS = resolve((), Registry(tuple(rule for rule in discover().rules if rule.code.startswith(("FNT", "LNT")))))
REFERENCES = ["[^1]", "[^2]", "[^11]", "¹", "²", "¹·²", "⁹⁹⁹⁹⁹", "<sup>1,2</sup>", "^3^", "[^*]", "m²", "10⁶"]
WORDS = [
    "the lamp",
    "*The Lamp*",
    "“lamp”",
    " ",
    ",",
    ";",
    ".",
    "\u00a0",
    ", ",
    "t",
    "he bell",
    "\n",
    "(a)",
    "[70/1](#)",
    "1949",
]
SOURCES = [
    *(
        "Ibid.",
        "Ibid",
        "*Ibid*, annex.",
        "ibid. vol. 2",
        "A/75/1 and A/75/2.",
        "A/75/1, Chapter IV, para 3",
        "Resolution 70/1",
    ),
    *(
        "United Nations *Treaty Series* vol. 12, 345",
        "UNTS, vols. 1",
        "See [A/75/1](#)",
        "“Lamp”",
        "<!-- x -->",
        "x[^2]",
    ),
]
MARKS = ["[^1]: ", "[^2]: ", "[^11]: ", "¹ ", "² ", "³ ", "13 ", "1/ ", "[^*]: ", "<sup>1</sup> "]
HEADS = ["Draft resolution I\n\nLamps\n\nThe General Assembly,\n\n", "The General Assembly,\n\n", "A\n\n", ""]

paragraphs = st.lists(st.sampled_from(REFERENCES + WORDS), max_size=12).map(
    lambda parts: "1. *Decides* " + "".join(parts)
)
notes = st.builds(
    lambda mark, words: mark + words, st.sampled_from(MARKS), st.sampled_from(SOURCES) | st.text(max_size=20)
)
blocks = st.lists(st.sampled_from(HEADS) | paragraphs | notes | notes, max_size=12)
drafts = blocks.map(lambda parts: "The General Assembly,\n\n" + "\n\n".join(parts) + "\n")


@settings(max_examples=200, deadline=None)
@given(drafts)
def test_no_rule_fails_and_every_place_is_in_the_text(text):
    for found in check(text, settings=SETTINGS):
        assert found.code != "LNT001", found.finding.message
        assert 0 <= found.finding.span.start <= found.finding.span.end <= len(text)


@settings(max_examples=120, deadline=None)
@given(drafts)
def test_fixing_comes_to_an_end_and_loses_no_words(text):
    mended = fix(text, settings=SETTINGS)
    assert fix(mended, settings=SETTINGS) == mended
    words = ("amp", "he bell", "1949")
    assert [mended.casefold().count(word) for word in words] == [text.casefold().count(word) for word in words]
