"""ITA003."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...grammar.model.opener_style import STYLES, Part, parts, set_off
from ...grammar.syntax.inline import Emphasis
from ...grammar.syntax.tree import Document, Resolution, walk
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class ItalicsAllOrNone(Rule):
    """The operative openers of a resolution are roman, though those of the others in the document are italic.

    What it does:
        Compares the resolutions of a document: where most have their operative openers in italics, it says which has
        none. It says, too, where some openers of one part are italic, two at least, but fewer than half. One finding
        a part.
    Why:
        A report is one document; a resolution without italics has lost them on the way, mostly in a conversion.
    Wrong:
        The General Assembly,

        *Recalling* the first tide,

        1. *Decides* to open the tidal library;

        2. *Requests* the librarians to dry the books;

        3. Invites all readers to bring towels;

        4. Welcomes the gift of a clothes line;

        5. Notes the rising of the sea.
    Right:
        The General Assembly,

        *Recalling* the first tide,

        1. *Decides* to open the tidal library;

        2. *Requests* the librarians to dry the books;

        3. *Invites* all readers to bring towels.
    Fix:
        Safe: puts the marks of the other openers around each.
    Source:
        The print practice of the United Nations.
    """

    code = "ITA003"
    name = "italics-all-or-none"
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """One finding for each part with too few of its openers set off."""
        found = [parts(below) for below in walk(node) if isinstance(below, Resolution)]
        for at in (0, 1):
            yield from _uneven([both[at] for both in found if both[at].openings], operative=at == 1)


def _uneven(all_parts: list[Part], *, operative: bool) -> Iterator[Finding]:
    with_italics = [part for part in all_parts if part.emphasis is not None]
    for part in all_parts:
        emphasis = part.emphasis
        if emphasis is not None and part.count_set_off > 1 and not part.mostly_set_off:
            yield from _finding(part, emphasis, "Some openers of this part are {style}, most are not")
        elif emphasis is None and operative and len(with_italics) * 2 > len(all_parts) and len(part.openings) > 1:
            emphasis = with_italics[0].emphasis
            if emphasis is not None:
                yield from _finding(part, emphasis, "No operative opener here is {style}; in the other texts they are")


def _finding(part: Part, emphasis: Emphasis, message: str) -> Iterator[Finding]:
    roman = part.roman
    if not roman:
        return
    style = STYLES[emphasis.style]
    edits: list[Edit] = []
    for opening in roman:
        edits.extend(set_off(opening, emphasis) or ())
    fix = Fix(f"Make the openers {style}", tuple(edits)) if edits else None
    yield Finding(roman[0].place, message.format(style=style), fix)
