"""TYP016."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ..base import Context, Finding, Level, Prefilter, Rule

_REACH = 20_000  # code points; a limit, so that a text with many unmatched marks takes linear time


class QuotationUnbalanced(Rule):
    """A quotation is opened but not closed, or closed but not opened.

    What it does:
        Counts the marks “ and ” of a paragraph, footnote or heading. A paragraph that begins with “ may continue in the
        next one; it is ignored, and so is the paragraph in which the quotation ends.
    Why:
        Readers cannot see where the quoted words begin or end.
    Wrong:
        1. *Welcomes* the report entitled “Lamps and their keepers, and requests another.
    Right:
        1. *Welcomes* the report entitled “Lamps and their keepers”, and requests another.
    Source:
        General editorial practice. In 36,000 paragraphs and footnotes of the General Assembly's sessions 76 and 77, the
        only cases are quotations of several paragraphs; one case in the Security Council's texts of 2021 to 2023, an
        error.
    """

    code = "TYP016"
    name = "quotation-unbalanced"
    aliases = ("quotation-unclosed",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    bodies = BODIES
    eras = frozenset({"2010-2019", "2020+"})  # scanned texts contain stray marks

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Require a quotation mark."""
        return (Prefilter(signs="“”"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        text = prose.text
        opened, closed = text.count("“"), text.count("”")
        if opened == closed or '"' in text or text.lstrip().startswith("“"):
            return
        if opened > closed and not closed and isinstance(node, Paragraph) and node.children:
            return  # the quotation continues below
        at = _unpaired(text)
        if (
            closed > opened
            and not text[at + 1 :].strip(" .,;")
            and _opened_above(context.document.source, node.span.start)
        ):
            return
        missing = "closing" if opened > closed else "opening"
        yield Finding(prose.span(at, at + 1), f"Missing {missing} quotation mark")


def _opened_above(source: str, start: int) -> bool:
    """Return whether a paragraph shortly before opens a quotation that continues here."""
    above = source[max(0, start - _REACH) : start]
    return above.rfind("“") > above.rfind("”")


def _unpaired(text: str) -> int:
    """Return the offset of the last unclosed opening mark, or of the first closing mark that nothing opens."""
    open_at: list[int] = []
    for at, sign in enumerate(text):
        if sign == "“":
            open_at.append(at)
        elif sign == "”":
            if not open_at:
                return at
            open_at.pop()
    return open_at[-1]
