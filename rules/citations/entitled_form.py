"""CIT016."""

from __future__ import annotations

from collections.abc import Iterator

from ...grammar.model.citation_dates import registered
from ...grammar.model.citations import is_of_passage, unquoted_citations
from ...grammar.model.profile import Sessions
from ...grammar.syntax.language import Language
from ...grammar.syntax.tree import Footnote, Paragraph
from ..base import Applicability, Context, Edit, Finding, Fix, Level, Prefilter, Rule

_COMMA = Sessions(last=77)
"""The sessions in which the comma is required: 78 has 186 with and 8 without it; 79 and 80 have 60 without it."""
_OPENING = "“\"‘'«"
_CLOSING = {"“": "”", "‘": "’", "«": "»"}
_STOPS = ",;:.)"
_LONGEST = 800


class EntitledForm(Rule):
    """The title of a cited resolution is not introduced by a comma, “entitled” and quotation marks.

    What it does:
        Checks what directly follows number and date: the comma before "entitled", the word itself, and the quotation
        marks around the title. The comma is one of a pair: where none follows the title, or the title is that of a
        section, none is required. In other places the rule only checks for "titled" before quotation marks.
    Why:
        Comma and quotation marks show where the title begins and ends, and that it is quoted word for word.
    Wrong:
        # Resolution 77/900

        *The General Assembly*,

        *Recalling* its resolution 72/1 of 27 September 2017 entitled “Lighting of channels”,
        ---
        *Recalling* its resolution 72/1 of 27 September 2017, titled “Lighting of channels”,
    Right:
        *Recalling* its resolution 72/1 of 27 September 2017, entitled “Lighting of channels”,
    Fix:
        Inserts the comma or replaces the word. Safe: a second comma is there, and before a quoted title the word has no
        other reading. Inserts the quotation marks if the title is in the register. Unsafe: the words may not be meant
        as the title.
    Source:
        United Nations usage: the texts adopted by the General Assembly at its sessions 76 and 77 have hundreds of
        titles, nearly all with the comma. At session 78, 8 of 194 lack it, and at sessions 79 and 80, 60 do: the
        comma is required in texts up to session 77.
    """

    code = "CIT016"
    name = "entitled-form"
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    fixable = Applicability.SAFE

    def prefilters(self, language: Language) -> tuple[Prefilter, ...]:
        """Return the prefilter: a word before titles."""
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
            word = match["word"]
            comma_missing = (
                _COMMA.hold_for(context.profile.session)
                and not match["comma"]
                and quoted
                and _closes(prose.text, match.end())
                and not is_of_passage(citation, prose, context)
            )
            word_wrong = word != right and (quoted or word.casefold() == right)
            place = prose.span(match.start("word"), match.end("word"))
            comma, replacement = Edit(prose.span(end, end), ","), Edit(place, right)
            if comma_missing and word_wrong:
                fix = Fix(f"Replace with “, {right}”", (comma, replacement))
                yield Finding(place, f"Use “, {right}” instead of “{word}” before a title", fix)
            elif comma_missing:
                yield Finding(place, f"Missing comma before “{word}”", Fix("Insert a comma", (comma,)))
            elif word_wrong:
                fix = Fix(f"Replace with “{right}”", (replacement,))
                yield Finding(place, f"Use “{right}” instead of “{word}” before a title", fix)
            elif not quoted and prose.text[match.end() : match.end() + 1].isupper():
                entry = registered(citation, prose, context)
                marks = None
                title = "" if entry is None else entry.title
                stop = match.end() + len(title)
                if title and prose.text[match.end() : stop] == title and prose.unbroken(match.end(), stop):
                    words = prose.span(match.end(), stop)
                    marks = Fix("Insert quotation marks", (Edit(words, f"“{title}”"),), Applicability.UNSAFE)
                yield Finding(place, f"Missing quotation marks around the title of a {citation.kind}", marks)
        if reader.other_entitled.isdisjoint(prose.words):
            return
        for match in reader.before_title.finditer(prose.text):
            at = match.span("word")
            if match["word"] not in reader.other_entitled or at[0] in seen or not prose.unbroken(*at):
                continue
            if prose.text[match.end() : match.end() + 1] in _OPENING and not prose.reading.quoted(*at):
                place = prose.span(*at)
                fix = Fix(f"Replace with “{right}”", (Edit(place, right),))
                yield Finding(place, f"Use “{right}” instead of “{match['word']}” before a title", fix)


def _closes(text: str, start: int) -> bool:
    """Check whether a mark, or the end of the paragraph, follows a title that begins with a quotation mark.

    Otherwise the title is not set off on that side, and a comma on the other would be one of a pair.
    """
    opening = text[start]
    closing = _CLOSING.get(opening, opening)
    depth = 0
    for at in range(start, min(len(text), start + _LONGEST)):
        if text[at] == opening and (at == start or opening != closing):
            depth += 1
        elif text[at] == closing and (closing != "’" or not text[at + 1 : at + 2].isalpha()):
            depth -= 1
            if depth == 0:
                after = text[at + 1 :].lstrip()
                return not after or after[0] in _STOPS or text[at - 1] in _STOPS
    return False
