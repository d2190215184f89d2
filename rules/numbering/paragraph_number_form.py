"""NUM003."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...grammar.syntax.tree import Operative, Provision
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Rule

_FORM = compile_cache.pattern(r"\d+\.")
_GLUED = compile_cache.pattern(r"[*_]{0,3}+\S")
_NEGOTIATED = compile_cache.pattern(r"[a-z]{3}", regex.IGNORECASE)


class ParagraphNumberForm(Rule):
    """The number of an operative paragraph is not written ``12.`` with a space or tab behind it.

    What it does:
        Looks at the number before each operative paragraph: ``12)``, ``(12)``, ``12 -``, ``OP12`` and
        ``12.Decides`` are reported. Numbers such as ``OP3 bis`` of a text under negotiation are left alone.
    Why:
        One form lets a reader, and any program, tell a paragraph's number from a list's.
    Wrong:
        1) *Decides* to keep the lamps lit;

        2) *Requests* the keepers to trim the wicks.
        ---
        1. *Decides* to keep the lamps lit;

        2.*Requests* the keepers to trim the wicks.
    Right:
        1. *Decides* to keep the lamps lit;

        2. *Requests* the keepers to trim the wicks.
    Fix:
        Writes number, stop and space; white space that is there stays. Safe.
    Source:
        Practice of all bodies of the United Nations.
    """

    code = "NUM003"
    name = "paragraph-number-form"
    level = Level.WARNING
    node_types = (Operative, Provision)
    fixable = Applicability.SAFE

    def check(self, node: Operative | Provision, context: Context) -> Iterator[Finding]:
        mark = node.mark
        if mark is None or mark.number is None or _NEGOTIATED.search(mark.text):
            return
        well_formed = _FORM.fullmatch(mark.text) is not None
        glued = _GLUED.match(context.document.source, mark.span.end) is not None
        if well_formed and not glued:
            return
        written = f"{mark.number}." + (" " if glued else "")
        said = f"The number is written “{mark.number}.”, not “{mark.text}”"
        message = said if not well_formed else f"A space is missing behind “{mark.text}”"
        yield Finding(mark.span, message, Fix(f"Write “{written.strip()}”", (Edit(mark.span, written),)))
