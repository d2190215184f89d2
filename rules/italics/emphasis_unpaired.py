"""ITA007."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ...grammar.syntax.openers.opener_matcher import FirstWords
from ...grammar.syntax.tree import Operative, Preambular
from ...grammar.text import compile_cache
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_OPENED = compile_cache.pattern(r"\s*(?P<mark>[*_]{1,3})(?=\p{L})")
_ASTRAY = compile_cache.pattern(r"[ \u00a0]{1,3}(?P<mark>[*_]{1,3}[ \u00a0]{0,3})(?=[^\s*_])")
_CLOSED = compile_cache.pattern(r"(?P<mark>[*_]{1,3})(?![\w*_])")


class EmphasisUnpaired(Rule):
    """The marks around an opener are not a pair: one of them is missing.

    What it does:
        Finds a mark before a known opener that nothing closes (“*Requests the”, “*Requests *the”), and one behind it
        that nothing opens (“Requests* the”).
    Why:
        A mark alone is no mark: it is printed as it stands.
    Wrong:
        *Noting the winter of the outer islands,

        1. Requests* the keepers to trim the wicks;

        2. *Decides* to keep the lamps lit.
    Right:
        *Noting* the winter of the outer islands,

        1. *Requests* the keepers to trim the wicks;

        2. *Decides* to keep the lamps lit.
    Fix:
        Puts the other mark, so that the opener's words stand between them. Safe, but not for the Security Council,
        which italicizes now more, now less of the same opener.
    Source:
        Editorial sense; none in the adopted texts.
    """

    code = "ITA007"
    name = "emphasis-unpaired"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A mark that is read as a sign."""
        return (Prefilter(signs="*_"),)

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        half = _unclosed(node, context.language) or _unopened(node)
        if half is None:
            return
        prose = node.prose
        fix = None
        if prose.unbroken(half.start, half.end):
            edits = [Edit(Span(half.missing, half.missing), half.mark)]
            if half.astray is not None:
                edits.append(Edit(prose.span(*half.astray), ""))
            sure = Applicability.UNSAFE if context.profile.body == "sc" else Applicability.SAFE
            fix = Fix("Put the other mark", tuple(edits), sure)
        yield Finding(prose.span(half.start, half.end), half.message, fix)


class _Half(NamedTuple):
    """An opener with one mark, as offsets of the plain words."""

    start: int
    end: int
    missing: int
    """Where the other mark is to stand, in the source."""
    mark: str
    message: str
    astray: tuple[int, int] | None = None
    """Where the other mark stands, and is not to."""


def _unclosed(node: Preambular | Operative, language: Language) -> _Half | None:
    text = node.prose.text
    opened = _OPENED.match(text)
    if opened is None:
        return None
    words = FirstWords(text[opened.end() :])
    size = language.openers.forms.match(words, PREAMBLE if isinstance(node, Preambular) else OPERATIVE).size
    if not size:
        return None
    end = opened.end() + words[size - 1].end
    missing = node.prose.after(end)
    if astray := _ASTRAY.match(text, end):
        message = f"The mark behind “{text[opened.end() : end]}” stands behind the space"
        return _Half(opened.start("mark"), astray.end(), missing, opened["mark"], message, astray.span("mark"))
    message = f"Nothing closes the mark before “{text[opened.end() : end]}”"
    return _Half(opened.start("mark"), end, missing, opened["mark"], message)


def _unopened(node: Preambular | Operative) -> _Half | None:
    opener = node.opener
    if opener is None or not opener.listed or opener.italic is not None:
        return None
    closed = _CLOSED.match(node.prose.text, opener.end)
    if closed is None:
        return None
    missing = node.prose.span(opener.start, opener.start).start
    message = f"Nothing opens the mark behind “{opener.text}”"
    return _Half(opener.start, closed.end(), missing, closed["mark"], message)
