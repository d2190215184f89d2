"""Whom a directive opener addresses."""

import pytest

from resolint.grammar.syntax.inline import read
from resolint.grammar.syntax.language import language


def addressee(text):
    lexicon, reading = language("en").openers, read(text)
    opener = lexicon.read(reading, "operative")
    assert opener is not None
    return lexicon.addressee(opener, reading.text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("*Requests* the Keeper to report", "the keeper"),
        ("*Requests* the Keeper, in consultation with Member States, to report", "the keeper"),
        ("*Requests*, in this regard, the Keeper to report", "the keeper"),
        ("*Demands* in this respect the immediate release of the cranes", "~"),
        ("*Appeals* to all keepers to stay awake", "all keepers"),
        ("*Calls* upon all keepers to stay awake", "all keepers"),
        ("*Reiterates its invitation* to Member States to send lamps", "member states"),
        ("*Urges* keepers not to sleep", "keepers"),
        ("*Invites* States parties to the Lamp Treaty to meet", "states parties to the lamp treaty"),
        ("*Encourages* States that have not yet done so to sign", "states that have not yet done so"),
        ("*Invites* Member States, harbour towns and keepers to count", "member states, harbour towns and keepers"),
        ("*Calls upon* Atlantis, the occupying Power, to leave", "atlantis"),
        ("*Requests* the Keeper to bring lamps", "the keeper"),
        ("*Requests* the Keeper:", "the keeper"),
        ("*Encourages* further cooperation among keepers", "~"),
        ("*Encourages* efforts to save the cranes", "~"),
        ("*Demands* that all keepers stay awake", "~"),
        ("*Requests* the Keeper in that regard to report", "the keeper"),
        ("*Decides* that the Keeper is to report", None),
        ("*Welcomes* the Keeper to report", None),
        ("*Requests*", ""),
    ],
)
def test_the_addressee_is_cut_out(text, key):
    found = addressee(text)
    assert (found.key if found else None) == key


def test_what_may_be_meant_for_the_same():
    owners = addressee("*Urges* all lighthouse owners to wake")
    assert addressee("*Urges* all lighthouse keepers to wake").near(owners)
    assert addressee("*Urges* all lighthouse owners and keepers to wake").near(owners)
    assert not addressee("*Urges* Member States to wake").near(owners)


def test_an_addressee_has_its_place():
    text = "*Requests*, in this regard, the Keeper to report"
    found = addressee(text)
    assert read(text).text[found.start : found.end] == "the Keeper"
    assert found.aside
