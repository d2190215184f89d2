"""CIT011."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...grammar.database.resolutions import Entry
from ...grammar.model.citation_dates import organ_in_words, registered
from ...grammar.model.citations import is_of_passage, unquoted_citations
from ...grammar.syntax.citations.citation_reader import Citation
from ...grammar.syntax.tree import Footnote, Paragraph, Prose
from ...grammar.text import compile_cache
from ...grammar.text.record import replace
from ..base import Applicability, Context, Edit, Finding, Fix, Level
from ..kinds.citing_rule import TITLED, CitingRule

_WORD = compile_cache.pattern(r"[\w’'‑-]+")
_ALIKE = 0.75
"""Similarity of two titles, from 0 to 1, from which they are one title with an error; others may be of an annex."""
_ALIKE_OF_ONE_DAY = 0.5
"""The same if the date is also the register's, so that no other text can be meant."""
_NEAR = 0.8
"""How similar a misspelt word is to the right one, from 0 to 1."""
_HYPHENS = compile_cache.pattern("[-‑–—'’]")
_JOINTS = frozenset(":–—")
"""Characters before the second half of a title, which may be omitted."""
_ABBREVIATED = compile_cache.pattern(r" \(\p{Lu}[\p{Lu}\d-]+\)")
_LONGEST = 800
_Word = tuple[str, int, int]
_Change = tuple[str, int, int, int, int]


class TitleMismatch(CitingRule):
    """The title of a cited resolution differs from its title as adopted.

    What it does:
        Compares the words quoted after "entitled" with the title that the register has for the number. The rule ignores
        capitals, quotation marks, hyphens, dashes, an article at the beginning, a missing half after a colon, and
        abbreviations in place of words. It also ignores titles that are quite different, which may be of an annex, and
        those of a section.
    Why:
        A title in quotation marks is quoted word for word. A wrong word hides the text from a search, or belongs to
        another text.
    Wrong:
        *Recalling* its resolution 77/150 of 14 December 2022, entitled “Information and communications technology for
        sustainable development”,
    Right:
        *Recalling* its resolution 77/150 of 14 December 2022, entitled “Information and communications technologies
        for sustainable development”,
    Fix:
        Replaces the words with those of the register. Safe for one misspelt word, if an official list has both title
        and date and the words name the organ; unsafe otherwise.
    Source:
        Official lists of the resolutions of the General Assembly, sessions 74 to 80, and titles that several adopted
        texts quote in the same form.
    """

    code = "CIT011"
    name = "title-mismatch"
    aliases = ("title-against-register",)
    level = Level.WARNING
    node_types = (Paragraph, Footnote)
    cited = TITLED
    fixable = Applicability.SAFE

    def check(self, node: Paragraph | Footnote, context: Context) -> Iterator[Finding]:
        prose = node.prose
        for citation in unquoted_citations(node):
            if citation.title is None or citation.title[1] - citation.title[0] > _LONGEST:
                continue
            if is_of_passage(citation, prose, context):
                continue
            entry = registered(citation, prose, context)
            if entry is not None and entry.title:
                yield from _compare(citation, citation.title, entry, prose, context)


def _compare(
    citation: Citation, place: tuple[int, int], entry: Entry, prose: Prose, context: Context
) -> Iterator[Finding]:
    start, end = place[0] + 1, place[1] - 1
    while end > start and prose.text[end - 1] in ",.;":
        end -= 1
    article = context.language.citations.article
    here, there = _words(prose.text, start, end), _words(entry.title, 0, len(entry.title))
    if here and there and here[0][0] != article == there[0][0]:
        del there[0]
    if not here or _same(here, there, entry.title):
        return
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [w for w, *_ in here], [w for w, *_ in there], autojunk=False)
    day = citation.date and (citation.date.year, citation.date.month, citation.date.day)
    same_day = entry.date is not None and day == entry.date.timetuple()[:3]
    if matcher.ratio() < (_ALIKE_OF_ONE_DAY if same_day else _ALIKE):
        return
    wrong = [code for code in matcher.get_opcodes() if code[0] != "equal" and not _joined(here, there, code)]
    if not wrong:
        return
    if all(kind == "insert" and _ABBREVIATED.match(entry.title, there[d - 1][2]) for kind, _, _, _, d in wrong):
        return
    first, last = wrong[0], wrong[-1]
    if first[1] == 0 and first[2] == 0 and last is first:
        at = (here[0][1], here[0][2])
    else:
        at = (here[max(first[1] - (first[1] == first[2]), 0)][1], here[max(last[2] - 1, 0)][2])
    message = _message(citation, (here, there), entry, wrong, prose)
    sure = entry.certain and same_day and organ_in_words(citation, prose) and _is_misspelt(here, there, wrong)
    fix = _fix((here, there), entry, wrong, prose)
    if fix is not None and not sure:
        fix = replace(fix, applicability=Applicability.UNSAFE)
    yield Finding(prose.span(*at), message, fix)


def _joined(here: list[_Word], there: list[_Word], change: _Change) -> bool:
    """Check whether words differ only in hyphens and spaces, which lists lose: "Followup" for "Follow-up"."""
    _, a, b, c, d = change
    letters, adopted = (_HYPHENS.sub("", "".join(word for word, *_ in words)) for words in (here[a:b], there[c:d]))
    return letters == adopted


def _is_misspelt(here: list[_Word], there: list[_Word], wrong: Sequence[_Change]) -> bool:
    """Check whether a single word differs, and only by its spelling; other words may be of another text."""
    if len(wrong) != 1 or wrong[0][0] != "replace":
        return False
    _, a, b, c, d = wrong[0]
    if (b - a, d - c) != (1, 1) or not (here[a][0].isalpha() and there[c][0].isalpha()):
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, here[a][0], there[c][0], autojunk=False).ratio() >= _NEAR


def _message(
    citation: Citation, both: tuple[list[_Word], list[_Word]], entry: Entry, wrong: Sequence[_Change], prose: Prose
) -> str:
    """Return the message: the words that differ if they are in one place, otherwise the adopted title."""
    title = f"title of {citation.kind} {citation.normal}"
    if len(wrong) > 1:
        return f"Title does not match {citation.kind} {citation.normal}, “{entry.title}”"
    here, there = both
    kind, a, b, c, d = wrong[0]
    found = prose.text[here[a][1] : here[b - 1][2]] if a < b else ""
    adopted = entry.title[there[c][1] : there[d - 1][2]] if c < d else ""
    if kind == "insert":
        return f"Missing “{adopted}” in the {title}"
    if kind == "delete":
        return f"Unexpected “{found}” in the {title}"
    return f"Use “{adopted}” instead of “{found}” in the {title}"


def _fix(both: tuple[list[_Word], list[_Word]], entry: Entry, wrong: Sequence[_Change], prose: Prose) -> Fix | None:
    """Return the fix that replaces the words that differ with the register's; none if there is markup among them."""
    here, there = both
    edits = []
    for kind, a, b, c, d in wrong:
        words = entry.title[there[c][1] : there[d - 1][2]] if c < d else ""
        if kind == "replace":
            start, end, content = here[a][1], here[b - 1][2], words
        elif kind == "delete":
            start, end, content = (here[a - 1][2] if a else here[a][1]), here[b - 1][2], ""
        elif a:
            start, end, content = here[a - 1][2], here[a - 1][2], entry.title[there[c - 1][2] : there[d - 1][2]]
        else:
            return None
        if not prose.unbroken(max(start - 1, 0), end):
            return None
        edits.append(Edit(prose.span(start, end), content))
    return Fix("Replace with the adopted title", tuple(edits))


def _words(text: str, start: int, end: int) -> list[_Word]:
    """Return the words in a form for comparison, with their offsets."""
    return [
        (m.group().casefold().replace("‑", "-").replace("’", "'").strip("'"), m.start(), m.end())
        for m in _WORD.finditer(text, start, end)
    ]


def _same(here: list[_Word], there: list[_Word], title: str) -> bool:
    """Check whether all words are the same, or all of the half before a colon or dash."""
    if [word for word, *_ in here] == [word for word, *_ in there[: len(here)]]:
        return len(here) == len(there) or any(mark in _JOINTS for mark in title[there[len(here) - 1][2] :][:2])
    return False
