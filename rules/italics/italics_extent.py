"""ITA002."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.opener_style import STYLES, closing
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE, Lexicon, Opener
from ...grammar.syntax.tree import Operative, Preambular, Prose
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class ItalicsExtent(Rule):
    """The italics of an opener take in too much or too little.

    What it does:
        The whole opener is italic, the adverb and its complement with it, up to the words that link it to what
        follows: “*Takes note* of”, “*Also requests* the”, “*Reiterates its invitation* to”, “*Calls upon*”. Says
        where the italics run on over a link word, an article or a comma, where they stop in the midst of a fixed
        phrase (“*Takes* note”), and where they leave the adverb out. Silent for the Security Council, whose texts
        vary.
    Why:
        The italics show what the paragraph does. A link word or half a phrase in italics is a slip of the hand.
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
        Safe: moves the marks.
    Source:
        Adopted texts of the General Assembly, and the lists of openers counted in them.
    """

    code = "ITA002"
    name = "italics-extent"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE
    bodies = frozenset({"ga", "ecosoc", "hrc", "commission"})

    def check(self, node: Preambular | Operative, context: Context) -> Iterable[Finding]:
        """One finding a paragraph."""
        opener = node.opener
        if opener is None:
            return
        part = PREAMBLE if isinstance(node, Preambular) else OPERATIVE
        wanted = _wanted(node.prose, opener, part, context.language.openers)
        if wanted is None:
            return
        text = " ".join(node.prose.text[slice(*wanted)].split())
        edits, style = _moved(node.prose, opener, wanted)
        fix = Fix(f"Make just these words {style}", edits, Applicability.SAFE) if edits else None
        place = node.prose.span(min(opener.start, wanted[0]), max(opener.end, wanted[1]))
        yield Finding(place, f"The {style} words should be “{text}”", fix)


def _wanted(prose: Prose, opener: Opener, part: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """The stretch of the plain words that should be set off; none where no list knows it for sure."""
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


def _moved(prose: Prose, opener: Opener, wanted: tuple[int, int]) -> tuple[tuple[Edit, ...], str]:
    """The edits that move one mark, and how the words are set off; no edits where markup stands in the way."""
    start, end = wanted
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
