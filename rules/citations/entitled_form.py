"""CIT016."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_dates import registered
from ...grammar.model.citations import unquoted_citations
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_OPENING = "“\"‘'«"


class EntitledForm(Rule):
    """The title of a cited resolution does not follow as the house has it: a comma, entitled, and quotation marks.

    What it does:
        Looks at what stands right behind number and date: the comma before "entitled", the word itself, and the
        quotation marks around the title. Elsewhere it looks at "titled" before quotation marks alone.
    Why:
        Comma and marks tell where the title begins and ends, and that it is quoted word for word.
    Wrong:
        *Recalling* its resolution 72/1 of 27 September 2017 entitled “Lighting of channels”,
        ---
        *Recalling* its resolution 72/1 of 27 September 2017, titled “Lighting of channels”,
    Right:
        *Recalling* its resolution 72/1 of 27 September 2017, entitled “Lighting of channels”,
    Fix:
        Puts the comma or the word. Safe. Quotation marks are put where the register has the title: unsafe.
    Source:
        United Nations usage: in the adopted texts of the General Assembly, sessions 76 and 77, hundreds of titles and
        one without the comma.
    """

    code = "CIT016"
    name = "entitled-form"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """A word before titles."""
        return (Prefilter(any_case=frozenset(word.split()[0] for word in language.citations.titling)),)

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        reader = context.language.citations
        right = reader.entitled
        seen: set[int] = set()
        for citation in unquoted_citations(node):
            end = max(citation.end, citation.date.end if citation.date and not citation.shares_date else 0)
            match = reader.before_title.match(prose.text, end)
            if match is not None:
                seen.add(match.start("word"))
            if match is None or not prose.unbroken(*match.span()):
                continue
            quoted = prose.text[match.end() : match.end() + 1] in _OPENING
            edits = []
            if not match["comma"] and (quoted or citation.date):
                edits.append(Edit(prose.span(end, end), ","))
            if match["word"] != right and (quoted or match["word"].casefold() == right):
                edits.append(Edit(prose.span(*match.span("word")), right))
            place = prose.span(match.start("word"), match.end("word"))
            if edits:
                shown = f", {right}"
                yield Finding(place, f"A title follows as in “{shown} “…””", Fix(f"Write “{shown}”", tuple(edits)))
            elif not quoted and prose.text[match.end() : match.end() + 1].isupper():
                entry = registered(citation, prose, context)
                fix = None
                title = "" if entry is None else entry.title
                stop = match.end() + len(title)
                if title and prose.text[match.end() : stop] == title and prose.unbroken(match.end(), stop):
                    words = prose.span(match.end(), stop)
                    fix = Fix("Put quotation marks", (Edit(words, f"“{title}”"),), Applicability.UNSAFE)
                yield Finding(place, "The title of a resolution stands in quotation marks", fix)
        if reader.other_entitled.isdisjoint(prose.words):
            return
        for match in reader.before_title.finditer(prose.text):
            word = match.span("word")
            if match["word"] not in reader.other_entitled or word[0] in seen or not prose.unbroken(*word):
                continue
            if prose.text[match.end() : match.end() + 1] in _OPENING and not prose.reading.quoted(*word):
                where = prose.span(*word)
                fix = Fix(f"Write “{right}”", (Edit(where, right),))
                yield Finding(where, f"“{match['word']}” is “{right}” here", fix)
