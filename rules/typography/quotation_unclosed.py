"""TYP016."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Heading, Paragraph
from ..base import Context, Finding, Level, Prefilter, Rule

_REACH = 20_000  # code points; a bound, so that a text full of strays takes linear time


class QuotationUnclosed(Rule):
    """A quotation is opened and not closed, or closed and not opened.

    What it does:
        Counts the marks “ and ” of a paragraph. A paragraph that begins with “ and has no ” goes on in the next one
        and is left alone, and so is what follows it.
    Why:
        A reader cannot tell where the words of another end.
    Wrong:
        1. *Welcomes* the report entitled “Lamps and their keepers, and requests another.
    Right:
        1. *Welcomes* the report entitled “Lamps and their keepers”, and requests another.
    Source:
        Editorial sense. In 36,000 paragraphs and notes of the General Assembly's sessions 76 and 77 none but a
        quotation of several paragraphs; one in the Security Council's texts of 2021 to 2023, a slip.
    """

    code = "TYP016"
    name = "quotation-unclosed"
    level = Level.WARNING
    node_types = (Paragraph, Footnote, Heading)
    eras = frozenset({"2010-2019", "2020+"})  # scanned texts have stray marks

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A mark."""
        return (Prefilter(signs="“”"),)

    def check(self, node: Paragraph | Footnote | Heading, context: Context) -> Iterator[Finding]:
        prose = node.prose
        text = prose.text
        opened, closed = text.count("“"), text.count("”")
        if opened == closed or '"' in text or text.lstrip().startswith("“"):
            return
        if opened > closed and not closed and isinstance(node, Paragraph) and node.children:
            return  # the quotation goes on below
        at = _unpaired(text)
        if (
            closed > opened
            and not text[at + 1 :].strip(" .,;")
            and _opened_above(context.document.source, node.span.start)
        ):
            return
        what = "“ is opened and not closed" if opened > closed else "” closes what was not opened"
        yield Finding(prose.span(at, at + 1), what)


def _opened_above(source: str, start: int) -> bool:
    """Whether a paragraph shortly before has opened a quotation that goes on."""
    above = source[max(0, start - _REACH) : start]
    return above.rfind("“") > above.rfind("”")


def _unpaired(text: str) -> int:
    """Where the last mark stands that opens what is not closed, or the first that closes what was not opened."""
    open_at: list[int] = []
    for at, sign in enumerate(text):
        if sign == "“":
            open_at.append(at)
        elif sign == "”":
            if not open_at:
                return at
            open_at.pop()
    return open_at[-1]
