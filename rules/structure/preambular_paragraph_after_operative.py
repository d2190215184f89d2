"""STR004."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Heading, Node, Operative, Paragraph, PlainParagraph, Preambular, Resolution
from ..base import Context, Finding, Level, Rule


class PreambularParagraphAfterOperative(Rule):
    """A preambular paragraph follows an operative one.

    What it does:
        Finds unnumbered paragraphs that begin with a preambular opener and end with a comma, after an operative
        paragraph of the same section. A new section or part may have its own preamble.
    Why:
        The order is organ line, preamble, operative part. A paragraph in the wrong part was moved or pasted there.
    Wrong:
        *Mindful* of the storms of the last winter,

        1. *Decides* to keep the lamps lit;

        *Recalling* its resolution 81/4 of 3 November 2026,

        2. *Requests* the keepers to trim the wicks.
    Right:
        *Mindful* of the storms of the last winter,

        *Recalling* its resolution 81/4 of 3 November 2026,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”. No case in 820 adopted texts.
    """

    code = "STR004"
    name = "preambular-paragraph-after-operative"
    aliases = ("preambular-paragraph-late",)
    level = Level.ERROR
    node_types = (Resolution,)

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        lexicon = context.language.openers
        operative = False
        for below in node.body:
            if isinstance(below, Heading):
                operative = False
            operative = operative or isinstance(below, Operative)
            for late in _unnumbered(below) if operative else ():
                text = late.prose.text
                if isinstance(late, Preambular) or (text.rstrip().endswith(",") and lexicon.begins(text)):
                    words = text.split()[0]
                    message = f"Preambular paragraph “{words} …” must precede the operative part"
                    yield Finding(late.prose.span(0, len(words)), message)


def _unnumbered(node: Node) -> Iterator[Paragraph]:
    """Yield a node of the body if it is an unnumbered paragraph, or the unnumbered paragraphs that continue it."""
    if isinstance(node, Preambular | PlainParagraph):
        yield node
    elif isinstance(node, Operative):
        yield from (child for child in node.children if isinstance(child, PlainParagraph))
