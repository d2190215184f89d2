"""What is unusual about a paragraph besides its words, as a bit mask that a `Prefilter` may name."""

from __future__ import annotations

from ..grammar.syntax.openers.lexicon import Opener
from ..grammar.syntax.tree import Mark, Node, Openable, Paragraph, Preambular, Prose

(
    CHILDREN,
    MARK,
    UNUSUAL_MARK,
    UNKNOWN_OPENER,
    SMALL_OPENER,
    OTHER_FORM,
    DIRECTIVE,
    COMMA_AFTER_OPENER,
    OTHER_EXTENT,
) = (1 << bit for bit in range(9))
"""In order:

- Paragraphs, tables or headings below it.
- A mark.
- A mark other than a number with its full stop that precedes the words and is apart from them.
- An opener in no list and not composed of listed words, or none.
- An opener that begins with a lower-case letter.
- An opener with a finite verb in a preambular paragraph, or with a participle in any other.
- An opener that takes an addressee.
- A comma in or after an opener, or a space at its end.
- An opener that ends before or after its listed words, has an adverb outside it, or has one and no italics.
"""


def node_traits(node: Node) -> int:
    """Return the bits of what is unusual about a paragraph; none for other nodes."""
    if not isinstance(node, Paragraph):
        return 0
    found = CHILDREN if node.children else 0
    if node.mark is not None:
        found |= MARK if _usual(node.mark, node) else MARK | UNUSUAL_MARK
    opener = node.opener if isinstance(node, Openable) else None
    if opener is None:
        return found | UNKNOWN_OPENER
    return found | _of_opener(opener, node.prose, "finite" if isinstance(node, Preambular) else "participle")


def _usual(mark: Mark, node: Paragraph) -> bool:
    text, span = mark.text, mark.span
    return (
        text[-1:] == "."
        and text[:-1].isdecimal()
        and span.start == node.span.start
        and span.end < node.prose.segments[0].span.start
    )


def _of_opener(opener: Opener, prose: Prose, other_form: str) -> int:
    found = DIRECTIVE if opener.directive else 0
    end, adverb = opener.end, opener.adverb
    if opener.known == "unknown":
        found |= UNKNOWN_OPENER
    if opener.text[:1].islower():
        found |= SMALL_OPENER
    if opener.form == other_form:
        found |= OTHER_FORM
    around = prose.text[end - 1 : end + 1]
    if "," in around or around[:1] == " ":
        found |= COMMA_AFTER_OPENER
    if end != opener.listed_end or (adverb is not None and (opener.italic is None or adverb.start >= end)):
        found |= OTHER_EXTENT
    return found
