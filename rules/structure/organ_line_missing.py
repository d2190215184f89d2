"""STR002."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.syntax.tree import Resolution
from ...grammar.text.positions import Span
from ...grammar.text.record import Record
from ..base import Context, Finding, Level, Rule


class Options(Record):
    """Options of the rule."""

    between: bool = False
    """Whether the organ line may be between the preamble and the operative part."""


class OrganLineMissing(Rule):
    """A resolution has a preamble but no organ line.

    What it does:
        Checks that an organ line, such as “The General Assembly,”, precedes the preamble. Each lettered part of an
        omnibus resolution has its own. An organ line between the preamble and the operative part is reported as well.
        Resolutions without a preamble are not checked.
    Why:
        Without the organ line, the sentence has no subject.
    Wrong:
        Draft resolution I

        Lamps of the outer islands

        *Recalling* its resolution 81/4 of 3 November 2026,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Right:
        Draft resolution I

        Lamps of the outer islands

        The General Assembly,

        *Recalling* its resolution 81/4 of 3 November 2026,

        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Options:
        between: whether the organ line may be between the preamble and the operative part.
    Source:
        United Nations Editorial Manual, “Drafting and editing of resolutions”. Missing in one of 820 adopted texts,
        in its electronic form.
    """

    code = "STR002"
    name = "organ-line-missing"
    level = Level.WARNING
    node_types = (Resolution,)
    Options = Options

    def check(self, node: Resolution, context: Context) -> Iterator[Finding]:
        if node.organ is None and node.preamble and node.operative:
            first = node.preamble[0]
            opener = first.opener
            place = first.prose.span(opener.start, opener.end) if opener else Span(first.span.start, first.span.start)
            yield Finding(place, "Missing organ line before the preamble")
        elif node.organ is not None and node.organ_between and not self.options.between:
            yield Finding(node.organ.prose.whole, "Organ line must be before the preamble, not after it")
