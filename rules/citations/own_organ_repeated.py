"""CIT008."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citations import unquoted_citations
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Openable
from ...grammar.text import compile_cache
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule
from ..kinds.citing_rule import CITED

_FAR = 60
"""Code points from the number of the resolution, with its date and title, to the verb."""
_DID = compile_cache.pattern(
    r"[^,;]{0,40},[ \u00a0](?:in|by)[ \u00a0]which[ \u00a0]"
    r"(?P<organ>the[ \u00a0](?P<name>\p{Lu}[\w ]{2,60}?))[ \u00a0]\p{Ll}+ed\b"
)


class OwnOrganRepeated(Rule):
    """An organ names itself after “its resolution”, where “it” is usual.

    What it does:
        Finds “its resolution 70/299 of 29 July 2016, in which the Assembly encouraged” in a text of the Assembly.
    Why:
        “Its” already identifies the organ; the name reads as if another organ had acted.
    Wrong:
        *Recalling* its resolution 70/299 of 29 July 2016, in which the Assembly encouraged keepers to report,
    Right:
        *Recalling* its resolution 70/299 of 29 July 2016, in which it encouraged keepers to report,
    Fix:
        Replaces the name with "it". Unsafe: “it” could be read as something named in between.
    Source:
        The editors' changes to a commission's draft when the General Assembly adopted it.
    """

    code = "CIT008"
    name = "own-organ-repeated"
    aliases = ("own-organ-named",)
    level = Level.INFO
    node_types = (Openable,)
    fixable = Applicability.UNSAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilters: a cited resolution or decision, and “which”."""
        return CITED, Prefilter(words=frozenset({"which"}))

    def check(self, node: Openable, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reported = -1
        for citation in unquoted_citations(node):
            if not citation.own or citation.organ is not None:
                continue
            after = max(end for end in (citation.end, citation.date.end if citation.date else 0))
            if citation.title:
                after = max(after, citation.title[1])
            found = _DID.match(prose.text, after, after + _FAR + 120)
            organ = context.resolution.organ if found and context.resolution else None
            if found and organ and organ.name.endswith(found.group("name").replace("\u00a0", " ")):
                start, end = found.span("organ")
                if start == reported:  # two numbers of a list are near it
                    continue
                reported = start
                place = prose.span(start, end)
                fix = (
                    Fix("Replace with “it”", (Edit(place, "it"),), Applicability.UNSAFE)
                    if prose.unbroken(start, end)
                    else None
                )
                message = f"Use “it” instead of “{found.group('organ')}” after “its {citation.kind}”"
                yield Finding(place, message, fix)
