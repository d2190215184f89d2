"""Heading lines of resolutions, decisions, chapters, sections and annexes."""

from __future__ import annotations

import re
from typing import Any

import regex

from ..text import compile_cache
from ..text.named_tuple import NamedTuple
from .enacting_line import CLOSING_MARK, OPENING_MARK, OrganLines

_ROMAN = r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_PLACEHOLDER = r"\.{2,3}|…|[A-Z]{2,4}\.?\d*|[xX]{2,3}"
_LETTER = r"[ \u00a0]?[A-Z](?:[-–][A-Z]|[ ]and[ ][A-Z])?(?!\w)"
_NUMBER = (
    rf"(?:(?:S|ES)[-‑])?\d{{1,4}}/(?:\d{{1,4}}|{_PLACEHOLDER})(?:{_LETTER})?"
    r"|\d{1,4}(?:[ \u00a0][A-Z])?[ \u00a0]?\((?:\d{4}|(?:E?S-)?[IVXLC]+)\)"
)
_BLANK = r"[ \u00a0]+"
_LEAD = compile_cache.standard_pattern(r"(?:#{1,6}[ \t]+|[*_]{1,3}|<(?:u|b|i|em|strong)>|[ \t])+")
_TRAIL = compile_cache.standard_pattern(r"(?:[*_]++|</(?:u|b|i|em|strong)>|[ \t\u00a0]|(?<=[ \t])#++)++$")
_TRAILING = frozenset("*_># \t\u00a0\n")
"""The characters that may end the signs after a heading's words, before a line end."""
_RESOLVED = compile_cache.pattern(r"Resolution of\b")
_LABELLED = compile_cache.pattern(
    r"(?:[*_]{1,3})?\p{Lu}[\w#&/().’'-]*(?:[ -][\w#&/().’'-]+){0,3}(?:[*_]{1,3})?[ \u00a0]*:"
    r"(?:[*_]{1,3})?[ \t\u00a0]+\S"
)
_NUMERALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LONGEST = 400
"""The greatest length of a heading, in code points."""


class Head(NamedTuple):
    """A heading that begins a resolution or decision; offsets are in the given line."""

    kind: str
    """``resolution``, ``decision``, ``draft resolution`` or ``draft decision``."""
    number: str | None
    title: tuple[int, int] | None
    """The range of a title on the same line."""


class HeadingWords:
    """The words of headings of a language, as patterns."""

    def __init__(self, data: dict[str, Any]) -> None:
        words: dict[str, list[str]] = data["words"]
        draft, resolution, decision = ("|".join(words[key]) for key in ("draft", "resolution", "decision"))
        annex = "|".join(words["annex"])
        chapter = "|".join(words["chapter"] + words["section"] + words["part"])
        memo = "|".join(map(_label, sorted(data["memo"], key=len, reverse=True)))
        others: dict[str, dict[str, list[str]]] = data["other_bodies"]
        forms = "|".join(f"(?-i:{form})" for words in others.values() for form in words.get("numbers", ()))
        self._numbers = tuple(
            (compile_cache.pattern("|".join(words["numbers"])), body)
            for body, words in others.items()
            if "numbers" in words
        )
        unmarked = "|".join(form for words in others.values() for form in words.get("unmarked", ()))
        agenda = re.escape(data["agenda_item"])
        dated = "|".join(data["dated_kinds"])
        self._unmarked = compile_cache.pattern(unmarked)
        self.organs = OrganLines(data)
        """Organ lines: the name of the adopting organ."""
        self._head = compile_cache.pattern(
            rf"""(?P<draft>(?:{draft}){_BLANK})?(?:(?P<resolution>{resolution})|(?P<decision>{decision}))
            (?:{_BLANK}(?:no\.?{_BLANK})?
                (?:(?P<number>{forms}|{_NUMBER})|(?P<roman>{_ROMAN})
                  |(?P<other>\d{{1,3}}(?:\.\d{{1,3}})?|[A-Z](?:[./]\d{{1,3}})*(?:\.?[IVX]+)?))(?![\w/])
                (?:[.:]|[ \u00a0]*[–—-])?(?:[ \u00a0\t]+[(\[]?[*_]?{agenda}[ ][\w. ,–-]{{1,24}}[*_]?[)\]]?
                  |{_BLANK}(?P<title>[“"A-Z].*))?
            )?\.?
            |(?P<resolution>{dated}){_BLANK}(?P<number>\d{{1,3}}[ \u00a0]?\(\d{{4}}\))""",
            regex.IGNORECASE | regex.VERBOSE,
        )
        self._sponsored = compile_cache.pattern(
            rf".{{2,600}}:{_BLANK}(?:revised{_BLANK})?(?:{draft}){_BLANK}(?:({resolution})|{decision})", regex.VERBOSE
        )
        self._named = compile_cache.pattern(f"{resolution}|{decision}|{dated}", regex.IGNORECASE | regex.VERBOSE)
        self._numberlike = compile_cache.pattern(rf"[SE]{{0,2}}[-‑]?\d|{unmarked}", regex.IGNORECASE | regex.VERBOSE)
        self._drafts = tuple(words["resolution"] + words["decision"])
        self._numbered_head = compile_cache.pattern(
            rf"(?:(?P<number>{_NUMBER})\.[ \u00a0\t]+|(?P<number>{unmarked})\.?[ \u00a0\t]+)(?P<title>\S.*)",
            regex.VERBOSE,
        )
        self._annexed = _capitalized(words["annex"])
        self._annex = compile_cache.pattern(
            rf"""(?P<word>{annex})(?:{_BLANK}(?P<numeral>{_ROMAN}|[A-Z]|\d{{1,2}})(?!\w))?
            (?:[.:]?[ \u00a0]*[–—:-]?{_BLANK}(?P<title>\p{{Lu}}.*)|[.:]?)?""",
            regex.IGNORECASE | regex.VERBOSE,
        )
        self._chaptered = _capitalized(words["chapter"] + words["section"] + words["part"])
        self._chapter = compile_cache.pattern(
            rf"""(?P<word>{chapter}){_BLANK}(?P<numeral>{_ROMAN}|[A-Z]|\d{{1,2}}|{"|".join(words["numbers"])})(?!\w)
            (?:[.:]?[ \u00a0]*[–—:-]?[ \u00a0]*(?P<title>\S.*))?""",
            regex.IGNORECASE | regex.VERBOSE,
        )
        self._section = compile_cache.pattern(
            rf"""(?P<numeral>{_ROMAN}|[A-Z])
            (?:\.?|[.:–—][ \u00a0\t]+[\p{{Lu}}“].*|[ \u00a0]*[–—][ \u00a0]*\p{{Lu}}.*|\.[ \u00a0]*\t\s*\d{{4}}\b.*)""",
            regex.VERBOSE,
        )
        self._memo = compile_cache.pattern(
            rf"""(?:{OPENING_MARK}){{1,2}}(?P<word>{memo})(?:{CLOSING_MARK}){{1,2}}
            (?:[ \u00a0]*:{CLOSING_MARK}[ \u00a0\t]*.*|[ ]*\t[ \t]*[^\t]*)""",
            regex.IGNORECASE | regex.VERBOSE,
        )
        parts = "|".join(regex.escape(words) for words in data["paper_parts"])
        self._paper_part = compile_cache.pattern(
            rf"(?:#{{1,6}}[ ]+)?(?:{OPENING_MARK}){{1,2}}(?:{parts})(?:{CLOSING_MARK}:?){{1,2}}", regex.IGNORECASE
        )
        self._paper_parts = tuple({words[0].lower() for words in data["paper_parts"]})
        self.cites_marks = frozenset(data["cites_marks"])
        """Words after which the mark of a paragraph is cited: ``subparagraph (b)``."""
        self._adopted = tuple(data["adopted"])
        meeting, date, vote = data["adoption"]
        self._adoption = compile_cache.pattern(rf"[*_]{{0,3}}(?:{meeting}|{vote})[*_]{{0,3}}")
        self._adoption_date = compile_cache.pattern(rf"(?:\d{{1,3}}\.\s+)?[*_]{{0,3}}{date}[*_]{{0,3}}")
        self.chapters = frozenset(data["chapters"])
        """The words of a report's chapters, as opposed to a resolution's sections and parts."""
        self._agenda = compile_cache.pattern(rf"\b(?:{'|'.join(data['agenda'])})\b")
        self._declaration = compile_cache.pattern(rf"[*_“]{{0,3}}(?:{'|'.join(data['declaration'])})\b[^*_]")

        provisions = "|".join(data["provisions"])
        self._provision = compile_cache.pattern(
            rf"""[#*_“"\s(]*+(?:(?:{"|".join(data["changed"])}){_BLANK}(?:the{_BLANK})?)?
            (?:{provisions})s?{_BLANK}(?:\(?\d|[IVXLC]+\b|\(?[A-Za-z]\b|\*)""",
            regex.IGNORECASE | regex.VERBOSE,
        )
        self._omitted = compile_cache.pattern(
            rf"!?\[(?:the{_BLANK})?(?:{'|'.join(data['omitted'])})\b[^\[\]]*+\](?:\([^()]*+\))?", regex.IGNORECASE
        )
        self._announcing = compile_cache.pattern(rf"\b(?:{'|'.join(data['announcing'])})\b", regex.IGNORECASE)
        self._amending = compile_cache.pattern(rf"\b(?:{'|'.join(data['amending'])})\b", regex.IGNORECASE)

    @staticmethod
    def bare(line: str) -> tuple[int, int]:
        """Return the range of the words of a heading line within heading signs, emphasis marks and white space."""
        if not line or (line[0].isalnum() and line[-1].isalnum()):
            return 0, len(line)
        lead = _LEAD.match(line)
        start = lead.end() if lead else 0
        if line[-1] not in _TRAILING:
            return start, len(line)
        tail = _TRAIL.search(line, max(start, len(line) - 24))
        return start, tail.start() if tail else len(line)

    def head(self, line: str, bare: tuple[int, int]) -> Head | None:
        """Return the head of a resolution or decision, if the line is one; here and below, `bare` is as from `bare`."""
        start, end = bare
        words = line[start:end]
        if not words or len(words) > _LONGEST:
            return None
        match = None
        closed = words.rstrip().endswith((",", ";"))
        if self._numberlike.match(words):
            match = self._numbered_head.fullmatch(words)
        elif closed or not (self._named.search(words, 0, 60) or words.endswith(self._drafts)):
            return None
        begins = match.group("title")[0] if match else ""
        if match and (begins.isupper() or begins in '“"‘' or self._unmarked.match(words)):
            title = match.group("title")
            if not title.rstrip().endswith((";", ",")) and not _RESOLVED.match(title):
                return Head("resolution", match.group("number"), (start + match.start("title"), end))
            return Head("resolution", match.group("number"), None)
        if closed:
            return None
        match = self._head.fullmatch(words)
        if not match:
            sponsored = self._sponsored.fullmatch(words) if ":" in words else None
            return (
                Head("draft resolution" if sponsored.group(1) else "draft decision", None, None) if sponsored else None
            )
        number = match.group("number") or match.group("roman") or match.group("other")
        draft = match.group("draft")
        kind = ("draft " if draft else "") + ("resolution" if match.group("resolution") else "decision")
        if number is None and not draft:
            return None
        if number is not None and match.group("roman") and not match.group("roman").isupper():
            return None
        title = match.span("title") if match.group("title") else None
        return Head(kind, number, (start + title[0], start + title[1]) if title else None)

    def body(self, number: str) -> str | None:
        """Return the body whose texts have numbers of this form, if only one body uses the form."""
        return next((body for form, body in self._numbers if form.fullmatch(number)), None)

    def annex(self, line: str, bare: tuple[int, int]) -> tuple[str, str | None] | None:
        """Return the word and numeral of an annex heading."""
        start, end = bare
        if end - start > _LONGEST or not line.startswith(self._annexed, start):
            return None
        match = self._annex.fullmatch(line[start:end])
        if not match or not match.group("word")[0].isupper() or line[start:end].endswith((";", ",")):
            return None
        title = match.group("title")
        if title and (title[0].islower() or (title.endswith(".") and len(title) > 80)):
            return None
        return match.group("word"), match.group("numeral")

    def chapter(self, line: str, bare: tuple[int, int]) -> tuple[str, str] | None:
        """Return the word and numeral of ``Chapter I``, ``Part A. Agenda``, ``Section II``."""
        start, end = bare
        if end - start > _LONGEST or not line.startswith(self._chaptered, start):
            return None
        match = self._chapter.fullmatch(line[start:end])
        if not match or not match.group("word")[0].isupper() or line[start:end].endswith((";", ",")):
            return None
        title = match.group("title")
        if title and title[0].islower():
            return None
        return match.group("word"), match.group("numeral")

    def section(self, line: str, bare: tuple[int, int]) -> str | None:
        """Return the numeral or letter of a section or part: ``II``, ``A.``, ``C. Matters brought to attention``."""
        start, end = bare
        if end - start > _LONGEST or line[start : start + 1] not in _NUMERALS:
            return None
        match = self._section.fullmatch(line[start:end])
        if not match or line[start:end].endswith((";", ",")):
            return None
        return str(match.group("numeral"))

    def memo(self, line: str) -> str | None:
        """Return the label of a line such as ``Forum: ...`` before a Model United Nations paper."""
        if ":" not in line[:40] and "\t" not in line[:40]:
            return None
        match = self._memo.fullmatch(line.strip().lstrip("# "))
        return match.group("word") if match else None

    def labelled(self, line: str) -> bool:
        """Return whether a line has the shape of ``Code: ENV/1``: a label of a few words, a colon, and words."""
        return _LABELLED.match(line) is not None

    def names_part(self, line: str) -> bool:
        """Return whether a line names a part of a Model United Nations paper: ``Operative Clauses:``."""
        if len(line) > 60 or not line.lstrip("#*_<>ubi ").lower().startswith(self._paper_parts):
            return False
        return self._paper_part.fullmatch(line) is not None

    def declares(self, words: str) -> bool:
        """Return whether a paragraph begins as in a declaration: ``We reaffirm``."""
        return self._declaration.match(words) is not None

    def sets_agenda(self, words: str) -> bool:
        """Return whether a paragraph introduces an agenda."""
        return self._agenda.search(words) is not None

    def provision(self, line: str) -> bool:
        """Return whether a line begins with the name of a part of an agreement: ``Article 9``, ``New rule 3``."""
        return self._provision.match(line) is not None

    def omits(self, line: str) -> bool:
        """Return whether a line is in place of a table or picture: ``[table]``."""
        return self._omitted.fullmatch(line) is not None

    def announces(self, words: str) -> bool:
        """Return whether the end of a paragraph announces another text."""
        return self._announcing.search(words) is not None

    def amends(self, words: str) -> bool:
        """Return whether a paragraph changes another text."""
        return self._amending.search(words) is not None

    def closes(self, line: str, before: str = "") -> bool:
        """Return whether a line after a text gives the meeting, its date or the vote; the date follows the meeting."""
        if len(line) > _LONGEST and not line.startswith("["):
            return False
        if self._adoption.fullmatch(line):
            return True
        return bool(before) and self._adoption_date.fullmatch(line) is not None and self.closes(before)

    def adopted(self, line: str) -> bool:
        """Return whether the line states when and by whom a text was adopted."""
        start, end = self.bare(line)
        return line[start:end].startswith(self._adopted)


def _label(words: str) -> str:
    """Return the pattern of a label with spaces or hyphens, in the singular or plural: ``Co-Submitter(s)``."""
    return r"[ \u00a0]?[-‑– \u00a0][ \u00a0]?".join(map(regex.escape, words.split())) + r"(?:s|\(s\))?"


def _capitalized(words: list[str]) -> tuple[str, ...]:
    """Return the letter cases in which words begin a heading."""
    return tuple({form for word in words for form in (word.capitalize(), word.upper())})
