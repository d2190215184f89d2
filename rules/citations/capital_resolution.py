"""CIT001."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import unquoted_citations
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..kinds.citing_rule import CITED

_BEGIN = frozenset('.:?!“"(–—')
"""Characters after which a sentence or quotation begins."""
_AROUND = 200
_TITLE = compile_cache.pattern(r"\p{Lu}[\w’‑-]*\s(?:of|for|on)\s(?:the\s)?$")


class CapitalResolution(Rule):
    """The word “Resolution” or “Decision” is capitalized before a number in running text.

    What it does:
        Finds "Resolution 70/1" and "Decision 74/550" inside a sentence. The rule ignores the beginning of a sentence or
        footnote, headings, titles and quotations. It also ignores bare numbers outside Security Council texts, because
        some agencies capitalize the word for their own resolutions ("Resolution 51").
    Why:
        In United Nations style the word is a common noun; the number identifies the text.
    Wrong:
        *Recalling* Commission on Crime Prevention and Criminal Justice Resolution 26/3 of 26 May 2017 on lamp theft,
    Right:
        *Recalling* Commission on Crime Prevention and Criminal Justice resolution 26/3 of 26 May 2017 on lamp theft,
    Fix:
        Replaces the capital letter with a small letter. Safe: the meaning does not change.
    Source:
        United Nations usage. In the texts adopted by the General Assembly at its sessions 75 to 77, the capital occurs
        three times in 40,307 paragraphs, each time inside a title.
    """

    code = "CIT001"
    name = "capital-resolution"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilters: a cited resolution or decision, and the capitalized word."""
        return CITED, Prefilter(words=frozenset(map(str.capitalize, language.citations.kinds)))

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        seen: set[int] = set()
        for citation in unquoted_citations(node):
            if citation.word is None or citation.word[0] in seen:
                continue
            seen.add(citation.word[0])
            start, end = citation.word
            word = prose.text[start:end]
            if word != word.capitalize() or not _direct(citation, end):
                continue
            if citation.form == "bare" and context.profile.body != "sc":
                continue
            before = prose.text[max(0, start - _AROUND) : start]
            if _begins(before) or _in_title(citation, before):
                continue
            place = prose.span(start, end)
            small = Edit(prose.span(start, start + 1), word[0].lower())
            yield Finding(
                place,
                f"Use “{word.lower()}” instead of “{word}” before a number",
                Fix(f"Replace with “{word.lower()}”", (small,)),
            )


def _direct(citation: Citation, end: int) -> bool:
    return 0 < citation.start - end <= 3


def _begins(before: str) -> bool:
    before = before.rstrip()
    return not before or before[-1] in _BEGIN


def _in_title(citation: Citation, before: str) -> bool:
    """Check whether the words before belong to a title: Guide to the Use of Security Council Resolution 2272 (2016)."""
    words, name = before.rstrip(), citation.organ
    if name is not None and words.endswith(name):
        before = words.removesuffix(name)
    found = _TITLE.search(before)
    return found is not None and not _begins(before[: found.start()])
