"""ITA007."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.profile import BODIES
from ...grammar.syntax.language import Language
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE
from ...grammar.syntax.openers.opener_matcher import FirstWords
from ...grammar.syntax.tree import Operative, Preambular
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_OPENED = compile_cache.pattern(r"\s*(?P<mark>[*_]{1,3})(?=\p{L})")
_MISPLACED = compile_cache.pattern(r"[ \u00a0]{1,3}(?P<mark>[*_]{1,3}[ \u00a0]{0,3})(?=[^\s*_])")
_CLOSED = compile_cache.pattern(r"(?P<mark>[*_]{1,3})(?![\w*_])")


class EmphasisUnpaired(Rule):
    """One of the two emphasis marks around an opener is missing.

    What it does:
        Finds an opening mark before a known opener that has no closing mark (“*Requests the”), or whose closing mark is
        misplaced (“*Requests *the”), and a closing mark that has no opening mark (“Requests* the”).
    Why:
        A single mark is not read as emphasis, and the reader sees an asterisk or an underscore.
    Wrong:
        *Noting the winter of the outer islands,

        1. Requests* the keepers to trim the wicks;

        2. *Decides* to keep the lamps lit.
    Right:
        *Noting* the winter of the outer islands,

        1. *Requests* the keepers to trim the wicks;

        2. *Decides* to keep the lamps lit.
    Fix:
        Inserts the missing mark, or moves the misplaced one, so that the marks enclose the words of the opener. Safe,
        but unsafe for the Security Council, which italicizes more or fewer words of the same opener from one text to
        the next.
    Source:
        Editorial sense; no case in the adopted texts.
    """

    code = "ITA007"
    name = "emphasis-unpaired"
    level = Level.WARNING
    node_types = (Preambular, Operative)
    bodies = BODIES
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the emphasis marks."""
        return (Prefilter(signs="*_"),)

    def check(self, node: Preambular | Operative, context: Context) -> Iterator[Finding]:
        half = _unclosed(node, context.language) or _unopened(node)
        if half is None:
            return
        prose = node.prose
        fix = None
        if prose.unbroken(half.start, half.end):
            edits = [Edit(Span(half.missing, half.missing), half.mark)]
            if half.misplaced is not None:
                edits.append(Edit(prose.span(*half.misplaced), ""))
            sure = Applicability.UNSAFE if context.profile.body == "sc" else Applicability.SAFE
            title = f"{'Insert' if half.misplaced is None else 'Move'} the {half.side} “{half.mark}”"
            fix = Fix(title, tuple(edits), sure)
        yield Finding(prose.span(half.start, half.end), half.message, fix)


class _Half(NamedTuple):
    """An opener with one mark, as offsets in the plain words."""

    start: int
    end: int
    missing: int
    """The offset in the source where the other mark belongs."""
    mark: str
    side: str
    """The missing or misplaced mark: opening or closing."""
    message: str
    misplaced: tuple[int, int] | None = None
    """The place of the other mark, if it is misplaced."""


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
    if misplaced := _MISPLACED.match(text, end):
        message = f"Closing “{opened['mark']}” must follow “{text[opened.end() : end]}” directly"
        return _Half(
            opened.start("mark"), misplaced.end(), missing, opened["mark"], "closing", message, misplaced.span("mark")
        )
    message = f"Missing closing “{opened['mark']}” after “{text[opened.end() : end]}”"
    return _Half(opened.start("mark"), end, missing, opened["mark"], "closing", message)


def _unopened(node: Preambular | Operative) -> _Half | None:
    opener = node.opener
    if opener is None or not opener.listed or opener.italic is not None:
        return None
    closed = _CLOSED.match(node.prose.text, opener.end)
    if closed is None:
        return None
    missing = node.prose.span(opener.start, opener.start).start
    message = f"Missing opening “{closed['mark']}” before “{opener.text}”"
    return _Half(opener.start, closed.end(), missing, closed["mark"], "opening", message)
