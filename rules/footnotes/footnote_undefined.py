"""FNT001."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...grammar.model.footnotes import is_number, note_references
from ...grammar.syntax.tree import Document, FootnoteReference
from ...grammar.text.english import plural
from ..base import Context, Finding, Level, Rule

_ALL_LOST = 2
"""So many undefined footnotes or more, and no defined one, are reported together."""


class FootnoteUndefined(Rule):
    """A footnote is referenced but not defined.

    What it does:
        Checks that there is a footnote for each footnote reference. A number that is referenced several times is
        reported once, and a resolution in which none of the footnotes is defined is reported once for all of them.
        Raised digits after a unit of measure are not footnote references.
    Why:
        The reader looks for the source and does not find it. Often the footnote was lost when a paragraph was moved.
    Wrong:
        1. *Takes note* of the census of migratory cranes;[^1]

        2. *Requests* the wardens to repeat it each autumn.[^2]

        [^1]: A/75/901, annex I.
    Right:
        1. *Takes note* of the census of migratory cranes;[^1]

        2. *Requests* the wardens to repeat it each autumn over 40 km².

        [^1]: A/75/901, annex I.
    Source:
        United Nations Editorial Manual, footnotes: each indicator has a footnote. No exception among 6,200 footnote
        references in two sessions of the General Assembly.
    """

    code = "FNT001"
    name = "footnote-undefined"
    aliases = ("call-without-note",)
    level = Level.ERROR
    node_types = (Document,)

    def check(self, node: Document, context: Context) -> Iterable[Finding]:
        """Yield one finding for each number, or one for all numbers of a resolution without footnotes."""
        if all(reference.footnote is not None for reference in node.footnote_references):
            return ()
        references = [
            reference
            for reference in note_references(node)
            if is_number(reference.label) or node.source.startswith("[^", reference.span.start)
        ]
        if not node.footnotes:
            return _group(references)
        groups = (
            list(group)
            for _, group in groupby(references, key=lambda reference: reference.resolution and reference.resolution.id)
        )
        return (finding for group in groups for finding in _group(group))


def _group(references: list[FootnoteReference]) -> Iterator[Finding]:
    """Yield the findings for the references of one resolution."""
    orphans: dict[str, list[FootnoteReference]] = {}
    for reference in references:
        if reference.footnote is None:
            orphans.setdefault(reference.label, []).append(reference)
    if len(orphans) >= _ALL_LOST and all(reference.footnote is None for reference in references):
        first, *others = references
        yield Finding(
            first.span,
            f"{plural(len(orphans), 'footnote')} are referenced but none is defined",
            related=tuple((reference.span, f"reference to footnote {reference.label}") for reference in others),
        )
        return
    for label, (first, *others) in orphans.items():
        related = tuple((reference.span, f"reference to footnote {label}") for reference in others)
        yield Finding(first.span, f"Footnote {label} is referenced but not defined", related=related)
