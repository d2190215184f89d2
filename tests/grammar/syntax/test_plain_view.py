"""The same draft in the forms that files have: the same outline, and the same findings at the places of the source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse_view
from resolint.grammar.syntax.plain_view import plain_view
from resolint.lint.api import configure, fix
from resolint.lint.engine.linter import lint_text
from resolint.lint.output.outline import as_text

SETTINGS = configure()
CORPUS = Path(__file__).parents[3] / ".." / "shared" / "corpus"
PREAMBLE = (
    "*Recalling* its resolution 70/1 of 25 September 2015{end}",
    "*Noting with concern* the fog over the harbours, and the lamps that went out{end}",
    "*Having considered* the report of the Lamp Office on wicks{end}",
)
OPERATIVE = (
    "{n}. *Decides* to open a register that lists:\n\n(a) The height of each tower{end}\n\n(b) Its colour{end}",
    "{n}. *Requests* the Secretary-General to report to it{end}",
    "{n}. *Urges* States to trim wicks and to ring bells in fog{end}",
    "{n}. *Decide* to keep the lights lit at the pier{end}",
)
_PARAGRAPH = st.tuples(st.sampled_from(PREAMBLE), st.sampled_from((",", ",", ";")))
_CLAUSE = st.tuples(st.sampled_from(OPERATIVE), st.sampled_from((";", ";", ",")))


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """Invented drafts, some with a wrong mark or verb."""
    before = [text.format(end=end) for text, end in draw(st.lists(_PARAGRAPH, min_size=1, max_size=3))]
    after = draw(st.lists(_CLAUSE, min_size=1, max_size=4))
    clauses = [text.format(n=n, end=end) for n, (text, end) in enumerate(after, 1)]
    return "\n\n".join(["*The General Assembly*,", *before, *clauses, "9. *Decides* to return to the matter."]) + "\n"


def outline(text: str) -> list[str]:
    """Return the outline without the marks of places."""
    return as_text(parse_view(text)).splitlines()


def found(text: str) -> list[tuple[str, str, str]]:
    """Return the findings with the words that they are at."""
    checked = lint_text(text, SETTINGS)
    return sorted((d.code, d.finding.message, _plain(text[slice(*d.finding.span)])) for d in checked.diagnostics)


def _plain(words: str) -> str:
    view = plain_view(words).text
    return re.sub(r"\s+", " ", view.replace("\xa0", " ")).strip()


def same(draft: str, other: str) -> None:
    """Assert that two forms of a draft are read alike."""
    assert outline(other) == outline(draft)
    assert found(other) == found(draft)


def escaped(draft: str) -> str:
    """Return a draft as pandoc escapes its marks."""
    draft = re.sub(r"(?m)^(\d+)\.", r"\1\\.", draft)
    return re.sub(r"(?m)^\((\w)\)", r"\\(\1\\)", draft)


FORMS = {
    "crlf": lambda draft: draft.replace("\n", "\r\n"),
    "tight": lambda draft: draft.replace("\n\n", "\n"),
    "escaped": escaped,
    "escaped emphasis": lambda draft: draft.replace("*", "\\*"),
    "yaml": lambda draft: f'---\ntitle: "Lamps: a register"\ntags: [a, b]\n\nlist:\n  - one\n---\n\n{draft}',
    "toml": lambda draft: f'+++\ntitle = "Lamps, a register ;"\n+++\n{draft}',
    "comment": lambda draft: draft.replace("\n\n", "\n\n<!-- The  fog\n\n7. Decide to, -->\n\n", 1),
    "comment in a line": lambda draft: draft.replace(" the ", " <!-- which ? --> the ", 1),
    "fence": lambda draft: draft.replace("\n\n", "\n\n```\n1. Decide ,\n\n2.Request\n```\n\n", 1),
    "tildes": lambda draft: f"~~~ text\n{draft}~~~\n\n{draft}",
    "quotation": lambda draft: "".join(f"> {line}\n" if line else ">\n" for line in draft.splitlines()),
    "marks of direction": lambda draft: re.sub(r"(?m)^(?=\d|\()", "\u200e", draft),
    "zero width": lambda draft: "\u200b" + draft.replace(" the ", " the\u200b \u2060"),
    "soft hyphens": lambda draft: draft.replace("resolution", "reso\u00adlu\u00adtion").replace("Deci", "De\u00adci"),
    "byte order mark": lambda draft: draft.replace("\n\n", "\n\n\ufeff"),
    "no-break spaces": lambda draft: draft.replace(" 70/1", "&nbsp;70/1").replace("25 Sep", "25&#160;Sep"),
    "entities": lambda draft: draft.replace("-", "&#45;").replace(",", "&#x2C;"),
    "line separators": lambda draft: draft.replace("\n\n", "\u2028"),
    "paragraph separators": lambda draft: draft.replace("\n\n", "\u2029"),
    "vertical tabs": lambda draft: draft.replace("\n\n", "\v"),
    "next lines": lambda draft: draft.replace("\n\n", "\x85"),
    "line numbers": lambda draft: "".join(f"{n:>3}  {line}\n" for n, line in enumerate(draft.splitlines(), 1)),
    "fifth line numbers": lambda draft: "".join(
        f"{n if n % 5 == 0 else '':>3}  {line}\n" for n, line in enumerate((draft + "\n" * 15).splitlines(), 1)
    ),
}


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=12, deadline=None)
@given(draft=drafts())
def test_a_draft_in_another_form_is_read_alike(form, draft):
    same(draft, FORMS[form](draft))


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=6, deadline=None)
@given(draft=drafts())
def test_fixing_another_form_is_the_other_form_of_the_fixed_draft(form, draft):
    other = fix(FORMS[form](draft), settings=SETTINGS)
    assert _plain(plain_view(other, language()).text) == _plain(
        plain_view(FORMS[form](fix(draft, settings=SETTINGS)), language()).text
    )


@pytest.mark.parametrize("before", ["```\n{}```\n", "~~~\n{}~~~\n", "<!--\n{}-->\n", "---\ntext: |\n{}---\n"])
@settings(max_examples=6, deadline=None)
@given(draft=drafts())
def test_a_draft_that_is_no_text_is_not_read(before, draft):
    text = before.format(draft)
    assert found(text) == []
    assert fix(text, settings=SETTINGS) == text


WITHOUT_BLANK_LINES = {"tight", "line separators", "next lines", "vertical tabs"}
"""Forms in which a few adopted texts, with headings among their paragraphs, are still read otherwise."""


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
@pytest.mark.parametrize("form", sorted(FORMS.keys() - WITHOUT_BLANK_LINES - {"soft hyphens"}))
def test_an_adopted_text_in_another_form_is_read_alike(form):
    for file in sorted((CORPUS / "ga-76" / "markdown").glob("*.md"))[::60]:
        draft = file.read_text(encoding="utf-8")
        assert len(outline(FORMS[form](draft))) == len(outline(draft)), file.name


NOTES = """\
The General Assembly,

Recalling its resolution 78/12 of 20231 and the report of the Lamp Office2 on wicks,

1. Decides to open a lamp house at the pier3 for 2025;4

2. Requests the Secretary-General to report to it.

1 See resolution 78/12.
2 The report was issued in March.
3 A/80/12 and Add.1.
4 Official Records of the Lamp Office, second year.
"""
BILINGUAL = """\
*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

1. *Decides* to open a register of lamps.

# Résolution sur les lampes

*L’Assemblée générale*,

*Rappelant* sa résolution 70/1 du 25 septembre 2015 et la déclaration des gardiens de phare sur les lampes ;

1. *Décide* d’ouvrir un registre des lampes et des cloches pour les gardiens qui sont sur la côte ;
"""
TIGHT = """\
The General Assembly,
*Recalling* the lamp rules
*Noting* the fog of the winter
*Aware* of the bells,
1. *Requests* the keepers:
(a) to fly the flag;
(b) to rest
(c) to ring the bells;
Reports of the Office
2. *Calls upon* the Office to report in accordance with paragraph
3 of the rules
3. *Decides* to remain seized of the matter.
"""
WRAPPED = """\
The General Assembly,

Recalling the report of the Secretary-General on lamps, in particular the part that concerns the Conference on
Strengthening Harbours, and section
(b) of its annex,

1. Decides to open a register, as referred to in paragraph
2. of the report.
"""


def test_digits_on_the_line_are_footnote_references_if_all_footnotes_are_there():
    assert parse_view(NOTES).resolutions
    assert [note.label for note in parse_view(NOTES).footnotes] == ["1", "2", "3", "4"]
    assert not parse_view(NOTES.replace("Office2", "Office")).footnotes or "²" not in plain_view(NOTES[:200]).text


def test_a_part_in_another_language_is_left_out():
    assert [text for text in outline(BILINGUAL) if "Décide" in text or "Rappelant" in text] == []
    assert fix(BILINGUAL, settings=SETTINGS) == BILINGUAL


def test_a_missing_mark_does_not_hide_where_a_paragraph_begins():
    (resolution,) = parse_view(TIGHT).resolutions
    assert len(resolution.preamble) == 3
    assert [each.mark.label for each in resolution.operative if each.mark] == ["1", "2", "3"]
    assert {code for code, _, _ in found(TIGHT)} >= {"PUN001", "PUN002", "PUN005"}


def test_a_wrapped_line_that_begins_with_a_mark_is_no_paragraph():
    (resolution,) = parse_view(WRAPPED).resolutions
    assert (len(resolution.preamble), len(resolution.operative)) == (1, 1)


def test_line_numbers_may_count_blank_lines_that_do_not_show_them():
    paper = "Forum: Tidal Commission\nTopic: Kites\n\nThe Tidal Commission,\n\nNoting kites,\n\nAware of wind,\n\n"
    paper += "1. Requests ropes;\n\n2. Urges keepers to rest;\n\n3. Invites schools to fly kites.\n"
    lines = paper.splitlines()
    numbered = "\n".join(f"{number:>3}  {line}" if line else "" for number, line in enumerate(lines, 1))
    assert plain_view(numbered).text.split("\n") == lines
