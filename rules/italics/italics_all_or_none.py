"""ITA003."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...grammar.model.opener_style import STYLES, Part, parts, set_off
from ...grammar.syntax.inline import Emphasis
from ...grammar.syntax.tree import Document
from ...grammar.text.english import plural
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule


class ItalicsAllOrNone(Rule):
    """The operative openers of a resolution are roman although others in the document are italic.

    What it does:
        Compares the resolutions of a document. Where most of them have italic operative openers, reports those in which
        no operative opener is italic. Also reports a part in which at least two openers, but fewer than half, are
        italic. There is one finding for each part.
    Why:
        A report is one document. A resolution without italics has lost them, usually in a conversion.
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
        Gives each opener the emphasis of the other openers. Safe: no word changes.
    Source:
        The print practice of the United Nations.
    """

    code = "ITA003"
    name = "italics-all-or-none"
    level = Level.WARNING
    node_types = (Document,)
    fixable = Applicability.SAFE

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each part in which too few openers are emphasized."""
        found = [parts(part) for resolution in node.resolutions for part in resolution.with_parts]
        for at in (0, 1):
            yield from _uneven([both[at] for both in found if both[at].count], operative=at == 1)


def _uneven(all_parts: list[Part], *, operative: bool) -> Iterator[Finding]:
    with_italics = [part for part in all_parts if part.emphasis is not None]
    for part in all_parts:
        emphasis = part.emphasis
        if emphasis is not None and part.count_set_off > 1 and not part.mostly_set_off:
            message = f"Only {part.count_set_off} of {plural(part.count, 'opener')} in this part are {{style}}"
            yield from _finding(part, emphasis, message)
        elif emphasis is None and operative and len(with_italics) * 2 > len(all_parts) and part.count > 1:
            emphasis = with_italics[0].emphasis
            if emphasis is not None:
                yield from _finding(part, emphasis, "Operative openers must be {style}, as in the other resolutions")


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
