"""The resolutions that official texts link are read with the organ and number of the link."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from resolint.grammar.syntax.citations.resolution_numbers import number
from resolint.grammar.syntax.language import language

OFFICIAL = Path(__file__).resolve().parents[5] / "shared" / "corpus" / "akn"
SERIES = {
    "A/RES": "General Assembly",
    "S/RES": "Security Council",
    "E/RES": "Economic and Social Council",
    "A/HRC/RES": "Human Rights Council",
    "A/HRC/DEC": "Human Rights Council",
}
SYMBOL = re.compile(r"/(A/HRC/(?:RES|DEC)|[ASE]/RES)/([^?#]+)$", re.IGNORECASE)
EXPECTED = 0.98

pytestmark = pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official texts are not there")


def flat(element, notes):
    """The words of an element and its links; a note inside it is put aside."""
    words, links = [], []
    length = 0

    def put(text):
        nonlocal length
        if text:
            words.append(text)
            length += len(text)

    def walk(node):
        put(node.text)
        for child in node:
            kind = child.tag.rpartition("}")[2]
            if kind == "authorialNote":
                notes.append(child)
            else:
                start = length
                walk(child)
                if kind == "a":
                    links.append((start, length, child.get("href", "")))
            put(child.tail)

    walk(element)
    return "".join(words), links


def paragraphs(tree):
    """The words and links of each ``p``, of the text and of its notes."""
    for element in tree.iter():
        if element.tag.endswith("}p"):
            yield flat(element, [])


def joined(links, text):
    """Links that lie side by side and lead to the same place are one."""
    whole: list[tuple[int, int, str]] = []
    for start, end, target in links:
        if whole and whole[-1][2] == target and not text[whole[-1][1] : start].strip():
            whole[-1] = (whole[-1][0], end, target)
        else:
            whole.append((start, end, target))
    return whole


def same_number(citation, symbol):
    expected = number(re.sub(r"(?<=\d)[a-z](?:-[a-z])?$", "", symbol).upper().replace("‑", "-"))
    return (citation.session, citation.ordinal) == (expected.session, expected.ordinal)


def test_linked_resolutions_are_read_with_organ_and_number(record_property, capsys):
    reader = language().citations
    linked, right, wrong = 0, 0, []
    for file in sorted(OFFICIAL.glob("*.xml")):
        speaker = "Security Council" if file.name.startswith("S_") else "General Assembly"
        for text, links in paragraphs(ET.parse(file)):  # noqa: S314 - our own files
            found = reader.read(text) if links else ()
            for start, end, target in joined(links, text):
                symbol = SYMBOL.search(target)
                if symbol is None or not re.match(r"\s*(?:E?S[-‑])?\d", text[start:end]):
                    continue
                linked += 1
                citation = next((c for c in found if c.start < end and start < c.end), None)
                organ = citation and (citation.organ or speaker)
                if citation and organ == SERIES[symbol[1].upper()] and same_number(citation, symbol[2]):
                    right += 1
                else:
                    wrong.append((file.name, text[start:end], target, organ))
    record_property("right", right / linked)
    with capsys.disabled():
        print(f"\ncitations: {right} of {linked} linked resolutions read right ({right / linked:.2%})")
    assert right / linked >= EXPECTED, wrong
