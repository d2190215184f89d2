"""What ``resolint outline`` prints."""

from resolint.grammar import parse
from resolint.lint.output.outline import as_json, as_text

DRAFT = """# Resolution 77/188

## Keeping of the northern lights

*The General Assembly*,

*Recalling also* its resolution [70/1](#) of 25 September 2015,[^1]

1. *Takes note* of the need for:

   (a) Oil;

   (b) Wicks:

   (i) Long;

   (ii) Short;

2. *Requests* the Keeper
to report.

Annex

1. A light shall burn.

[^1]: A/1/2.
"""


def test_json_has_the_form_of_the_design():
    outline = as_json(parse(DRAFT))
    assert outline["report"] == []
    (resolution,) = outline["resolutions"]
    assert {key: resolution[key] for key in ("number", "kind", "title", "organ")} == {
        "number": "77/188",
        "kind": "resolution",
        "title": "Keeping of the northern lights",
        "organ": "General Assembly",
    }
    assert resolution["preamble"] == [
        {
            "opener": "Recalling also",
            "text": "Recalling also its resolution 70/1 of 25 September 2015,",
            "children": [],
            "location": {"row": 7, "column": 1},
            "end_location": {"row": 7, "column": 68},
        }
    ]
    first, second = resolution["operative"]
    assert (first["number"], first["opener"], first["section"]) == (1, "Takes note", None)
    assert [child["label"] for child in first["children"]] == ["(a)", "(b)"]
    assert [child["label"] for child in first["children"][1]["children"]] == ["(i)", "(ii)"]
    assert second["text"] == "Requests the Keeper to report."
    assert [(n["label"], n["text"]) for n in resolution["notes"]] == [("1", "A/1/2.")]
    assert resolution["calls"] == [
        {"label": "1", "location": {"row": 7, "column": 64}, "end_location": {"row": 7, "column": 68}}
    ]
    assert resolution["annexes"][0]["items"][0]["text"] == "A light shall burn."
    assert resolution["parts"] == []


def test_a_single_unnumbered_operative_paragraph_has_no_number():
    (resolution,) = as_json(parse("The General Assembly,\n\nRecalling lights,\n\nDecides to keep them."))["resolutions"]
    assert [p["number"] for p in resolution["operative"]] == [None]


def test_parts_are_shaped_like_resolutions():
    draft = (
        "77/1. Lights\n\nA\n\nThe General Assembly,\n\n1. Decides.\n\nB\n\nThe General Assembly,\n\nI\n\n1. Decides."
    )
    (resolution,) = as_json(parse(draft))["resolutions"]
    assert [(part["number"], len(part["operative"])) for part in resolution["parts"]] == [("A", 1), ("B", 1)]
    assert resolution["parts"][1]["operative"][0]["section"] == "I"


def test_text_is_a_line_a_paragraph():
    assert as_text(parse(DRAFT)).splitlines() == [
        "Resolution 77/188: Keeping of the northern lights",
        "  General Assembly",
        "    ·    Recalling also its resolution 70/1 of 25 September 2015,",
        "    1.   Takes note of the need for:",
        "      (a)  Oil;",
        "      (b)  Wicks:",
        "        (i)  Long;",
        "        (ii) Short;",
        "    2.   Requests the Keeper to report.",
        "  Annex: 1 item",
        "1 resolution, 1 footnote",
    ]
