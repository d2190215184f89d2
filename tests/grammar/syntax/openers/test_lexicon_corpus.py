"""Openers held against the official texts."""

import json
from pathlib import Path

import pytest

from resolint.grammar.syntax.inline import read
from resolint.grammar.syntax.language import language

CORPUS = Path(__file__).resolve().parents[5] / "shared" / "corpus"


def folded(text):
    return "".join(text.split()).replace("*", "")


@pytest.mark.parametrize(("name", "plain"), [("ga-76", 0.99), ("ga-77", 0.99), ("sc-2022", 0.93)])
def test_openers_agree_with_the_truth(name, plain):
    files = sorted((CORPUS / name / "truth").glob("*.json"))
    if not files:
        pytest.skip("the corpus is not here")
    lexicon = language("en").openers
    body = name[:2]
    requested = with_italics = without = 0
    for file in files[:60]:
        truth = json.loads(file.read_text(encoding="utf-8"))
        for part, key in (("preamble", "preambular"), ("operative", "operative")):
            for paragraph in truth[key]:
                opener, text = paragraph["opener"], paragraph["text"]
                if not opener or not text.startswith(opener):
                    continue
                requested += 1
                italic = lexicon.read(read(f"*{opener}*{text[len(opener) :]}"), part, body)
                roman = lexicon.read(read(text), part, body)
                with_italics += italic is not None and folded(italic.text) == folded(opener)
                without += roman is not None and folded(roman.text) == folded(opener)
    assert with_italics / requested >= 0.995
    assert without / requested >= plain
