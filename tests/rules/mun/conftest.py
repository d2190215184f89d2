"""Papers of our own making for each conference, well made, and what is said of a paper."""

import pytest

from resolint.lint.config import Layer, ProfileChoice, resolve
from resolint.lint.engine.linter import lint_text
from resolint.rules.registry import discover

REGISTRY = discover()

PLAIN = """\
Forum: The Tidal Commission

Question of: The flooding of libraries

Main Submitter: Vanuatu

Co-Submitters: Kiribati, Iceland

The Tidal Commission,

*Alarmed* by the wet shelves of the north coast,

*Bearing in mind* that books do not float,

1. *Requests* all Member States to lift their shelves:

(a) by a metre in the first year,

(b) by two metres in the second year;

2. *Strongly encourages* the keepers of lighthouses to warn the librarians;

3. *Calls upon* the Tidal Library Network (TLN) to dry what is wet;

4. *Further requests* the TLN to report to the Commission.
"""

AMUN = """\
AMUN 2031

Committee: The General Assembly

Topic: The watering of alpine seed vaults

The General Assembly,

*Recalling* its resolution 61/171 of 19 December 2006,

*Mindful* of the color of alpine seeds,

1. *Requests* the keepers of the vault to analyze the soil:

(a) Before the thaw;

(b) After the thaw;

2. *Calls upon* the Alpine Seed Fund (ASF) to organize a program of watering with the World Food Programme;

3. *Also calls upon* the ASF to report to the Assembly.
"""

THIMUN = """\
THIMUN 2031

FORUM: The Environment Commission

QUESTION OF: The protection of migratory cranes

MAIN SUBMITTER: Norway

CO-SUBMITTERS: Chile, Kenya, Japan

THE ENVIRONMENT COMMISSION,

*Noting* the loss of marshes,

*Fully aware* of the distance that a crane flies,

1. *Encourages* all Member States to count the cranes:

a) in spring,

b) in autumn, such as:

i. at dawn,

ii. at dusk;

2. *Strongly urges* the keepers of marshes to open the sluices;

3. *Further invites* the Crane Watch League (CWL) to lend its telescopes.
"""

SPMUN = """\
SPMUN

Committee: Cultural Committee

Topic: The lending of bells

Main Submitter: Malta

Co-Submitters: Peru, Laos

The Cultural Committee,

*Recognizing* the sound of borrowed bells,

*Deeply convinced* that a bell belongs in a tower,

1. <u>Recommends</u> the return of all borrowed bells;

2. <u>Calls upon</u> bell-founders to mark what they cast;

3. <u>Supports</u> the towers that stand empty;
"""

HKMUN = """\
HKMUN

FORUM: Historical General Assembly

QUESTION OF: The salvage of sunken clocks

MAIN SUBMITTER: Greece

CO SUBMITTERS: Malta, Cyprus

THE GENERAL ASSEMBLY,

*Taking into account* the number of clocks on the sea floor,

*Noting* that salt stops them,

1. <u>Requests</u> divers to raise the clocks:

a. by rope,

b. by net:

i. of hemp,

ii. of silk;

2. <u>Endorses</u> the founding of a Museum of Wet Clocks (MWC).
"""

MUNA = """\
MUNA

Forum: Ecology Committee

Question of: The moving of hedges

Submitted by: Ireland

The Ecology Committee,

*Deeply disturbed* by the moving of hedges,

*Having studied* the map of the hedges,

1. *Proposes* a register of hedges;

2. *Further requests* gardeners to sign it;

3. *Trusts* that the hedges will stay.
"""

MUNOL = """\
MUNOL 2031

FORUM: Tidal Commission

QUESTION OF: The flooding of libraries

SPONSOR: Vanuatu

THE TIDAL COMMISSION,

*Noting with concern* the wet shelves of the north coast:

– of oak,

– of pine,

*Fully aware* that books do not float,

1. <u>Requests</u> all Member States to lift their shelves:

a) by a metre, such as:

i. at dusk,

ii. at dawn,

b) by two metres;

2. <u>Strongly urges</u> the keepers of lighthouses to warn the librarians.
"""

DMUN = """\
DMUN

Document 4/2

Tidal Commission

1 May 2031

AUTHORING DELEGATION:

Vanuatu

The Tidal Commission,

*Noting* the wet shelves of the north coast,

*Mindful* of the price of books,

1. *Requests* all Member States to lift their shelves:

(a) by a metre;

(b) by two metres, or:

(i) by a ladder,

(ii) by a crane;

2. *Invites* the keepers of lighthouses to warn the librarians.
"""

KINGMUN = """\
KINGMUN 2031

Committee: World Food Programme

Topic: Cold porridge

Sponsors: Peru, Fiji

Signatories: Chad, Oman

The World Food Programme,

*Alarmed* by cold porridge,

*Noting with regret* the price of pots,

1. <u>Requests</u> schools to lend pots:

a. with lids,

b. with spoons;

2. <u>Calls upon</u> cooks to rise early;

3. <u>Decides</u> to remain seized of the matter.
"""

HNMUN = """\
HNMUN 2031

DRAFT RESOLUTION 1.2

Committee: Legal Committee

Topic: The lending of bells

Signatories: Cuba, Gabon, Norway

The General Assembly,

<u>Conscious</u> that a lent bell is often cracked,

<u>Noting</u> the price of bells,

1. <u>Recommends</u> that all lenders keep a register;

2. <u>Further recommends</u> that each entry name:

a. the tower;

b. the founder;

3. <u>Endorses</u> the drafting of a convention on bells.
"""

PATANA = """\
PATANA MUN 2031

Question of: Roofs without gutters

Committee: Environment Commission

The Environment Commission,

Co-Submitters: Peru, Fiji

Co-Sponsors: Chad, Oman

<u>Noting</u> that rain falls from roofs,

<u>Realising</u> the price of gutters,

1. <u>Requests</u> all schools to catch the rain:

(a) in barrels,

(b) in ponds;

2. <u>Urges</u> plumbers to help.
"""

ISC = """\
ISCMUN 2031

Committee: Environment Commission

Topic: Nets without owners

Sponsors: Peru, Fiji

The Environment Commission,

*Alarmed* by nets that drift,

*Noting* the price of nets,

*Recognizing* the work of divers,

*Bearing in mind* the age of turtles,

*Regretting* the loss of corals,

1. <u>Requests</u> fishers to mark their nets;

2. <u>Encourages</u> ports to take old nets;

3. <u>Invites</u> divers to count them;

4. <u>Supports</u> the menders of nets;

5. <u>Urges</u> makers to print a number on each net.
"""

PACIFICMUN = """\
PACIFICMUN 2031

Working Paper 1.1

Committee: World Bank

Topic: Coins of tin

Sponsors: Peru, Fiji

Signatories: Chad, Oman, Togo

*Aware* of the price of tin,

*Noting* the weight of coins,

The World Bank,

1. <u>Recommends</u> that coins be made of tin;

2. <u>Decides</u> to remain seized of the matter.
"""

EYP = """\
EYP

MOTION FOR A RESOLUTION BY THE COMMITTEE ON CULTURE

Silent bells: how can towns let their bells ring again?

Submitted by: Ada (EE), Bo (SE)

The European Youth Parliament,

A. **Deeply concerned** by the silence of bells,

B. **Recognising** the price of ropes,

C. **Bearing in mind** the sleep of those who live beside a tower;

1. **Calls upon** towns to mend their bells by:

a) greasing them,

b) hanging new ropes:

i) of hemp,

ii) of steel;

2. **Trusts** that bells will ring at noon.
"""

NEW = {
    "pacificmun": PACIFICMUN,
    "munol": MUNOL,
    "dmun": DMUN,
    "kingmun": KINGMUN,
    "hnmun": HNMUN,
    "patana": PATANA,
    "isc": ISC,
    "eyp": EYP,
}
PAPERS = NEW | {"": PLAIN, "amun": AMUN, "thimun": THIMUN, "spmun": SPMUN, "hkmun": HKMUN, "muna": MUNA}


@pytest.fixture(params=PAPERS, ids=lambda guide: guide or "no guide")
def guide(request):
    """The name of each guide, and none."""
    return request.param


@pytest.fixture
def paper():
    """The well-made paper of a guide."""
    return PAPERS.__getitem__


@pytest.fixture
def reported():
    """What is said of a text: name, level and the words it is said of."""

    def reported(text, profile="auto", **settings):
        layer = Layer("test", profile=ProfileChoice.read(profile), **settings)
        found = lint_text(text, resolve([layer], REGISTRY)).diagnostics
        return [(d.name, str(d.level), text[d.finding.span.start : d.finding.span.end]) for d in found]

    return reported
