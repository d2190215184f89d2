"""Organ lines known by their place: a name between the lines above a paper and its preamble, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator

from .blocks import Form
from .enacting_line import OrganWords
from .language import Language
from .paragraph_joiner import Clause

_LONGEST = 160
_ABOVE = frozenset({Form.MEMO, Form.HEADING, Form.HEAD, Form.TABLE})
_LOOK_BACK = 24


def organs_by_place(text: str, clauses: tuple[Clause, ...], language: Language) -> tuple[Clause, ...]:
    """Return the clauses, with those made organ lines that are ones by their place."""
    if not any(clause.form in (Form.MEMO, Form.TABLE) for clause in clauses):
        return clauses  # only papers have such lines above them
    return tuple(_changed(text, clauses, language))


def _changed(text: str, clauses: tuple[Clause, ...], language: Language) -> Iterator[Clause]:
    for index, clause in enumerate(clauses):
        if clause.form is Form.TEXT and (organ := _organ(text, clauses, index, language)):
            block = clause.block._replace(form=Form.ORGAN, organ=organ)
            yield Clause(block, clause.segments, clause.end_mark)
        else:
            yield clause


def _organ(text: str, clauses: tuple[Clause, ...], index: int, language: Language) -> OrganWords | None:
    clause = clauses[index]
    if len(clause.segments) != 1 or clause.block.opens_preambular or clause.block.opens_operative:
        return None
    start, end = clause.span
    if end - start > _LONGEST:
        return None
    match = language.headings.organs.named.fullmatch(text, start, end)
    if not match or not _before_preamble(clauses, index) or not _below_labels(clauses, index):
        return None
    organs = language.headings.organs
    name, has_article = organs.bare_name(match.group("name"))
    if not has_article or not match.group("mark"):
        # without the article or the comma, it is a title unless a line above has the same name
        above = "\n".join(text[c.span.start : c.span.end] for c in _above(clauses, index)).casefold()
        if name.casefold() not in above or not (has_article or match.group("mark")):
            return None
    return OrganWords(organs.canonical(name), organs.body(name), 0, end - start, None)


def _above(clauses: tuple[Clause, ...], index: int) -> Iterator[Clause]:
    for clause in reversed(clauses[max(0, index - _LOOK_BACK) : index]):
        if clause.form not in _ABOVE and clause.form is not Form.TEXT:
            return
        yield clause


def _below_labels(clauses: tuple[Clause, ...], index: int) -> bool:
    return any(clause.form in (Form.MEMO, Form.TABLE) for clause in _above(clauses, index))


def _before_preamble(clauses: tuple[Clause, ...], index: int) -> bool:
    """Return whether the preamble follows, or the operative part below a preamble."""
    for clause in clauses[index + 1 : index + 8]:
        if clause.form in (Form.HEADING, Form.MEMO):
            continue
        return clause.block.opens_preambular or (clause.form is Form.NUMBERED and clause.block.opens_operative)
    return False
