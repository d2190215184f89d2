"""What is unusual about a paragraph besides its words."""

import pytest

from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import Openable, Resolution, walk
from resolint.rules import node_traits as traits
from resolint.rules.prefilter import Prefilter, PrefilterIndex

USUAL = """# 77/999. Lamps of the outer islands

*The General Assembly*,

*Recalling* the storms of the last winter,

1. *Decides* to keep the lamps lit;

2. *Requests* the keepers to trim the wicks.
"""


def traits_in(text):
    document = parse(text, language("en"))
    found = 0
    for node in walk(document):
        if isinstance(node, Openable):
            found |= traits.node_traits(node)
    return found


def test_usual_paragraphs_have_only_a_mark_and_an_opener_with_an_addressee():
    assert traits_in(USUAL) == traits.MARK | traits.DIRECTIVE


@pytest.mark.parametrize(
    ("usual", "changed", "trait"),
    [
        ("trim the wicks.", "trim:\n\n   (a) The wicks;\n\n   (b) The hedges.", traits.CHILDREN),
        ("1. ", "1) ", traits.UNUSUAL_MARK),
        ("1. ", "1.", traits.UNUSUAL_MARK),
        ("*Decides*", "*Polishes*", traits.UNKNOWN_OPENER),
        ("*Decides* to keep", "Lamps keep", traits.UNKNOWN_OPENER),
        ("*Decides*", "*decides*", traits.SMALL_OPENER),
        ("2. *Requests*", "2. *Requesting*", traits.OTHER_FORM),
        ("*Recalling*", "*Recalls*", traits.OTHER_FORM),
        ("*Requests*", "*Requests*,", traits.COMMA_AFTER_OPENER),
        ("*Requests*", "*Requests,*", traits.COMMA_AFTER_OPENER),
        ("*Requests* the", "*Requests the*", traits.OTHER_EXTENT),
        ("*Requests*", "Also *requests*", traits.OTHER_EXTENT),
        ("*Recalling*", "*Recalling* also", traits.OTHER_EXTENT),
    ],
)
def test_an_unusual_paragraph_has_the_trait(usual, changed, trait):
    assert usual in USUAL
    assert traits_in(USUAL.replace(usual, changed)) & trait
    assert not traits_in(USUAL) & trait


def test_other_nodes_have_none():
    assert not any(traits.node_traits(node) for node in walk(parse(USUAL, language("en"))) if type(node) is Resolution)


def test_a_prefilter_is_met_by_any_of_its_traits():
    index = PrefilterIndex()
    either, other = (
        index.need([Prefilter(node=traits.MARK | traits.CHILDREN)]),
        index.need([Prefilter(node=traits.MARK)]),
    )
    assert index.matched_by_traits(traits.CHILDREN | traits.DIRECTIVE) == either
    assert index.matched_by_traits(traits.MARK) == either | other
    later = index.need([Prefilter(node=traits.DIRECTIVE)])
    assert index.matched_by_traits(traits.CHILDREN | traits.DIRECTIVE) == either | later
