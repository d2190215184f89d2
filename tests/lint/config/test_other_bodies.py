"""Rules of editorial style apply only to measured bodies; texts of other bodies are read in their own forms."""

import pytest

from resolint.grammar.model.profile import BODIES, MEASURED
from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse
from resolint.lint.api import check
from resolint.rules.base import STYLE_FAMILIES
from resolint.rules.registry import discover

STRUCTURAL = {"TYP016", "TYP017", "TYP019", "TYP020", "ITA007", "OPN001", "OPN002"}
"""The rules of families on style that are on structure: balance, repeated words, dates, forms of verbs."""


def test_rules_of_editorial_style_apply_only_to_measured_bodies():
    for rule in discover().rules:
        if rule.code[:3] in STYLE_FAMILIES and rule.code not in STRUCTURAL:
            assert rule.bodies <= MEASURED, rule.code
        elif rule.code in STRUCTURAL:
            assert rule.bodies == BODIES, rule.code


SEMICOLONS = """HAR12.4 Oil for the lamps

The Twelfth Harbour Assembly,

Having considered the report on oil,1

Noting the views of keepers;

Considering also Article 3 of the Statute,

APPROVES the purchase of oil for nongovernmental keepers, as this resolution says.
"""
KEYWORDS = """RESOLUTION 310 (LIMA, 2026)

Bells

The Plenipotentiary Conference of the International Telecommunication Union (Lima, 2026),

recalling

a) Resolution 4 (Rev. Oslo, 2022) of this conference;

b) the bell plan for 2024-2027,

aware

that bells are heard further than they are seen,

resolves

1\tto ring the bells, namely:

1.1\tthe great ones;

1.2\tthe small ones;

2\tto oil the ropes,

instructs the Secretary-General

to report on bells.
"""
JOINT = """Decision 9/CP.40
\tBells on buoys
\tThe Conference of the Parties, the Conference of the Parties serving as the meeting of the Parties to the Buoy \
Protocol and the Conference of the Parties serving as the meeting of the Parties to the Bell Agreement,
\t\tRecalling decision 3/CP.39, paragraph 2(b),
\t\tAlso recalling decision 4/CP.39,
\tI.\tRopes
\t\t1.\tWelcome the report on ropes;
\tUnnumbered heading on bells
\t\t2.\tAlso welcome the offer of USD 3 million;
\t\t3.\tEndorse decision 2/CMA.9, which reads:
\t\t\t“4.\tDecides to buy rope as in paragraphs 1–3 above;
\t\t\t“5.\tRequests that bells be rung.”
\t\t4.\tDecide to meet again.
\t\tResumed 3rd plenary meeting
\t\t4 May 2027
Decision 10/CP.40
\tBuoys
\tThe Conference of the Parties
\t\t1.\tNotes the buoys;
\t\t2.\tThanks the keepers.
"""
VERBS = """Resolution no. CIML/2028/11 Agenda item 7.1

The Committee,

Having regard to its Resolution CIML/2026/02,

Notes the count of scales,

Selects Ms Harbour as its keeper, and

Thanks the keepers organised by the Bureau.
"""
SMALL = """Recommendation 2 (2027)

On weights

The Comité International des Poids et Mesures, at its 120th meeting,

considering that weights are heavy,

considering the cost of weights,

*recommends* that weights be light,

and invites keepers to lift them.
"""
VOTE = """58/99. Lamps

The Human Rights Council,

Recalling its resolution 57/1 of 9 October 2024,

1. Welcomes the report on lamps;

2. Requests the Secretary-General to count lamps.

42nd meeting
4 April 2025

[Adopted by a recorded vote of 30 to 2, with 15 abstentions. The voting was as follows: In favour: Peru, Chad]
"""


@pytest.mark.parametrize(
    ("text", "preambular", "operative"),
    [
        (SEMICOLONS, [3], [1]),
        (KEYWORDS, [2], [2]),
        (JOINT, [2, 0], [4, 2]),
        (VERBS, [1], [3]),
        (SMALL, [2], [2]),
        (VOTE, [1], [2]),
    ],
)
def test_texts_of_other_bodies_are_read(text, preambular, operative):
    found = parse(text, language()).resolutions
    assert [len(resolution.preamble) for resolution in found] == preambular
    assert [len(resolution.operative) for resolution in found] == operative


@pytest.mark.parametrize("text", [SEMICOLONS, KEYWORDS, VERBS, SMALL, VOTE])
def test_texts_of_other_bodies_have_no_findings_of_style(text):
    assert [finding.code for finding in check(text)] == []
