"""ITA002."""

from __future__ import annotations

from ...grammar.model.opener_style import STYLES, closing
from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE, Lexicon, Opener
from ...grammar.syntax.tree import Operative, Preambular, Prose
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..node_traits import OTHER_EXTENT

_NOUNS = {"italic": "Italics", "bold": "Bold type", "bold italic": "Bold italics", "underlined": "Underlining"}


class ItalicsExtent(Rule):
    """The italics of an opener cover too many or too few words.

    What it does:
        Checks that the whole opener is italic, including the adverb and its complement, up to the words that link it to
        what follows: “*Takes note* of”, “*Also requests* the”, “*Reiterates its invitation* to”, “*Calls upon*”.
        Reports italics that continue over a link word, an article or a comma, italics that end within a fixed phrase
        (“*Takes* note”), and italics that omit the adverb. Does not apply to the Security Council, whose texts vary.
    Why:
        The italics show what the paragraph does. A link word or half a phrase in italics is a mistake.
    Wrong:
        1. *Takes note of* the migration of the cranes;
        ---
        1. *Requests the* wardens to count the cranes;
        ---
        1. *Calls* upon all marshes to stay wet;

        2. Also *calls upon* all marshes to stay wet.
        ---
        *Recalling* the first flight of the cranes,

        *Recalling* also their long flight home,
    Right:
        *Mindful* of the long flight of the cranes,

        1. *Takes note* of the migration of the cranes;

        2. *Requests* the wardens to count the cranes;

        3. *Also requests* the wardens to publish the count.
    Fix:
        Moves the marks. Safe: no word changes, and the list of openers decides their extent.
    Source:
        Adopted texts of the General Assembly, and the lists of openers counted in them.
    """

    code = "ITA002"
    name = "italics-extent"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return emphasis, and an opener whose extent may differ."""
        return Prefilter(trait="emphases"), Prefilter(node=OTHER_EXTENT)

    def check(self, node: Preambular | Operative, context: Context) -> tuple[Finding, ...]:
        """Yield at most one finding for each paragraph."""
        opener = node.opener
        if opener is None:
            return ()
        part = PREAMBLE if isinstance(node, Preambular) else OPERATIVE
        expected = _expected(node.prose, opener, part, context.language.openers)
        if expected is None:
            return ()
        text = " ".join(node.prose.text[slice(*expected)].split())
        edits, style = _moved(node.prose, opener, expected)
        fix = Fix(f"Move the marks to enclose “{text}”", edits, Applicability.SAFE) if edits else None
        place = node.prose.span(min(opener.start, expected[0]), max(opener.end, expected[1]))
        return (Finding(place, f"{_NOUNS[style]} must cover exactly “{text}”", fix),)


def _expected(prose: Prose, opener: Opener, part: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the part of the plain words that must be emphasized; None where no list determines it."""
    if opener.italic is None:
        leads = opener.adverb is not None and opener.adverb.place == "before" and part == OPERATIVE
        roman = opener.adverb.end if opener.adverb else 0
        led = leads and any(roman < e.start < opener.end and e.end == opener.end for e in prose.emphases)
        return (opener.start, opener.end) if led else None
    if opener.listed and opener.end > opener.listed_end and opener.known != "listed":
        beyond = prose.text[opener.listed_end : opener.end].replace(",", " ").split()
        return (opener.start, opener.listed_end) if lexicon.all_links(beyond) else None
    base = opener.base.rstrip(" ,")
    if opener.end < opener.listed_end and lexicon.stops_short(base, opener.listed, part):
        return opener.start, opener.listed_end
    if opener.adverb is not None and opener.adverb.start >= opener.end:
        return opener.start, opener.adverb.end
    return None


def _moved(prose: Prose, opener: Opener, expected: tuple[int, int]) -> tuple[tuple[Edit, ...], str]:
    """Return the edits that move one mark, and the style; no edits where other markup is in between."""
    start, end = expected
    emphasis = opener.italic or next(e for e in prose.emphases if e.end == opener.end)
    style = STYLES[emphasis.style]
    if opener.italic is None:
        if not prose.unbroken(start, emphasis.start - 1):
            return (), style
        here = prose.span(start, start + 1).start
        old = prose.raw_span(emphasis.raw_start, emphasis.raw_start + len(emphasis.mark))
        return (Edit(Span(here, here), emphasis.mark), Edit(old, "")), style
    mark = closing(emphasis)
    if not prose.unbroken(min(end, emphasis.end), max(end, emphasis.end)):
        return (), style
    here = prose.after(end)
    old = prose.raw_span(emphasis.raw_end - len(mark), emphasis.raw_end)
    return (Edit(Span(here, here), mark), Edit(old, "")), style
