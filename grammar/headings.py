"""Heading lines: what names a resolution, a decision, a chapter, a section, an annex; and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import regex

_ROMAN = r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NUMBER = (
    r"(?:(?:S|ES)[-‑])?\d{1,4}/(?:\d{1,4}|\.{2,3}|…|[A-Z]{2,4}\.?\d*|[xX]{2,3})(?:[ \u00a0]?[A-Z](?:[-–][A-Z]| and [A-Z])?(?!\w))?"
    r"|\d{1,4}(?:[ \u00a0][A-Z])?[ \u00a0]?\((?:\d{4}|(?:E?S-)?[IVXLC]+)\)"
)
_LEAD = regex.compile(r"(?:#{1,6}[ \t]+|[*_]{1,3}|<(?:u|b|i|em|strong)>|[ \t])+")
_TRAIL = regex.compile(r"(?:[*_]{1,3}|</(?:u|b|i|em|strong)>|[ \t\u00a0]|(?<=[ \t])#+)+$")
_BLANKS = regex.compile(r"[ \u00a0]+")
_LINE_END = regex.compile(r"[\r\n]+[ \t]*")
_HEADING_SIGN = regex.compile(r"#{1,6} +")
_RESOLVED = regex.compile(r"Resolution of\b")
_NUMERALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LONGEST = 400
"""Code points; a heading is no longer."""


@dataclass(frozen=True, slots=True)
class Head:
    """A heading that begins a resolution or decision; offsets are of the line given."""

    kind: str
    """``resolution``, ``decision``, ``draft resolution`` or ``draft decision``."""
    number: str | None
    title: tuple[int, int] | None
    """Where a title on the same line stands."""


@dataclass(frozen=True, slots=True)
class OrganWords:
    """An organ line: the name, its body, and where the words after it begin (none when the line is the organ alone)."""

    name: str
    body: str
    start: int
    end: int
    """Behind the name, its comma or colon and closing marks."""
    rest: int | None
    runs_on: bool = False
    """Whether a verb follows without a comma, as in ``The Council decides``: an organ line only below a decision's head."""


class HeadingWords:
    """The heading words of a language, as patterns."""

    def __init__(self, data: dict[str, Any]) -> None:
        words = data["words"]
        draft, resolution = words["draft"], "|".join(words["resolution"])
        decision = "|".join(words["decision"])
        self._organs: dict[str, str] = {name.casefold(): body for name, body in data["organs"].items()}
        self._names: dict[str, str] = {name.casefold(): name for name in data["organs"]}
        self._commission = tuple(data["commission_nouns"])
        marks = r"(?:[*_]{1,3}|<(?:u|b|i|em|strong)>)?"
        ends = r"(?:[*_]{1,3}|</(?:u|b|i|em|strong)>)?"
        self._head = regex.compile(
            rf"(?P<draft>{draft}[ \u00a0]+)?(?:(?P<resolution>{resolution})|(?P<decision>{decision}))"
            rf"(?:[ \u00a0]+(?:no\.?[ \u00a0]+)?(?:(?P<number>{_NUMBER})|(?P<roman>{_ROMAN})|(?P<other>\d{{1,3}}(?:\.\d{{1,3}})?|[A-Z](?:[./]\d{{1,3}})*(?:\.?[IVX]+)?))"
            r"(?![\w/])(?:[.:]|[ \u00a0]*[–—-])?(?:[ \u00a0]+(?P<title>[“\"A-Z].*))?)?\.?",
            regex.IGNORECASE,
        )
        self._sponsored = regex.compile(rf".{{2,600}}:[ \u00a0](?:revised[ \u00a0])?{draft}[ \u00a0](?:({resolution})|{decision})")
        self._headlike = regex.compile(rf"{resolution}|{decision}|^[SE]{{0,2}}[-‑]?\d", regex.IGNORECASE)
        self._drafts = tuple(words["resolution"] + words["decision"])
        self._spoken = regex.compile(rf"\s*(?:#{{1,6}} +)?(?:[*_]{{1,3}}|<\w{{1,6}}>)?(?:{data['organ_article']}|{data['organ_article'].upper()})[ \u00a0]")
        self._numbered_head = regex.compile(
            rf"(?P<number>{_NUMBER})\.[ \u00a0\t]+(?P<title>\S.*)"
        )
        organs = "|".join(regex.escape(name).replace(r"\ ", r"[ \u00a0]+") for name in data["organs"])
        nouns = "|".join(data["organ_nouns"])
        article = data["organ_article"]
        name = rf"(?:(?i:{organs})|(?:(?!{article}\b)[\p{{Lu}}\d][\w’'().–-]*[ \u00a0]+|(?:of|the|on|for|and|in|to)[ \u00a0]+){{0,14}}?(?:{nouns})(?:[ \u00a0]+(?:[\p{{Lu}}\d][\w’'().–-]*|of|the|on|for|and|in|to|at)|,[ \u00a0]+\d{{4}}(?=\))|[ \u00a0]*\([^()]{{1,60}}\)){{0,24}}?)"
        self._organ_line = regex.compile(
            rf"{marks}(?P<name>(?:{article}|{article.upper()})[ \u00a0]+{name}){ends}(?P<mark>[,:]?){ends}[ \u00a0\t]*$"
        )
        self._organ_start = regex.compile(
            rf"{marks}(?P<name>{article}[ \u00a0]+(?:{organs}|(?:[\p{{Lu}}][\w’'-]*[ \u00a0]+){{0,6}}(?:{nouns}))){ends}(?P<mark>[,:]?){ends}[ \u00a0]+(?=\S)"
        )
        self._article = regex.compile(rf"{article}[ \u00a0]+", regex.IGNORECASE)
        annex = "|".join(words["annex"])
        self._annexed = tuple({form for word in words["annex"] for form in (word.capitalize(), word.upper())})
        self._chaptered = tuple(
            {form for key in ("chapter", "section", "part") for word in words[key] for form in (word.capitalize(), word.upper())}
        )
        self._annex = regex.compile(
            rf"(?P<word>{annex})(?:[ \u00a0]+(?P<numeral>{_ROMAN}|[A-Z]|\d{{1,2}})(?![\w]))?(?:[.:]?[ \u00a0]*[–—:-]?[ \u00a0]+(?P<title>\p{{Lu}}.*)|[.:]?)?",
            regex.IGNORECASE,
        )
        chapter = "|".join(words["chapter"] + words["section"] + words["part"])
        self._chapter = regex.compile(
            rf"(?P<word>{chapter})[ \u00a0]+(?P<numeral>{_ROMAN}|[A-Z]|\d{{1,2}}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our)(?![\w])(?:[.:]?[ \u00a0]*[–—:-]?[ \u00a0]*(?P<title>\S.*))?",
            regex.IGNORECASE,
        )
        self._section = regex.compile(rf"(?P<numeral>{_ROMAN}|[A-Z])(?:\.?|[.:–—][ \u00a0\t]+(?P<title>[\p{{Lu}}“].*)|[ \u00a0]*[–—][ \u00a0]*(?P<title2>\p{{Lu}}.*))")
        self._memo = regex.compile(
            rf"{marks}(?P<word>{'|'.join(map(regex.escape, sorted(data['memo'], key=len, reverse=True)))}){ends}[ \u00a0]*:{ends}[ \u00a0]*(?P<rest>.*)",
            regex.IGNORECASE,
        )
        self._adopted = tuple(data["adopted"])
        self.chapters = frozenset(data["chapters"])
        """The words of a report's chapters, as against a resolution's sections and parts."""
        self._agenda = regex.compile(rf"\b(?:{'|'.join(data['agenda'])})\b")
        self._declaration = regex.compile(rf"[*_“]{{0,3}}(?:{'|'.join(data['declaration'])})\b[^*_]")

    @staticmethod
    def bare(line: str) -> tuple[int, int]:
        """Where the words of a heading line stand within heading signs, emphasis marks and white space."""
        if not line or (line[0].isalnum() and line[-1].isalnum()):
            return 0, len(line)
        lead = _LEAD.match(line)
        start = lead.end() if lead else 0
        tail = _TRAIL.search(line, max(start, len(line) - 24))
        return start, tail.start() if tail else len(line)

    def head(self, line: str) -> Head | None:
        """The head of a resolution or decision, if the line is one."""
        start, end = self.bare(line)
        words = line[start:end]
        if not words or len(words) > _LONGEST or not self._headlike.search(words, 0, 60):
            if not words.endswith(self._drafts):
                return None
        match = self._numbered_head.fullmatch(words)
        if match and match.group("title")[0].isupper() | (match.group("title")[0] in "“\"‘"):
            title = match.group("title")
            if not title.rstrip().endswith((";", ",")) and not _RESOLVED.match(title):
                return Head("resolution", match.group("number"), (start + match.start("title"), end))
            return Head("resolution", match.group("number"), None)
        match = self._head.fullmatch(words)
        if not match:
            sponsored = self._sponsored.fullmatch(words)
            return Head("draft resolution" if sponsored.group(1) else "draft decision", None, None) if sponsored else None
        number = match.group("number") or match.group("roman") or match.group("other")
        draft = match.group("draft")
        kind = ("draft " if draft else "") + ("resolution" if match.group("resolution") else "decision")
        if number is None and not draft:
            return None
        if number is not None and match.group("roman") and not match.group("roman").isupper():
            return None
        title = match.span("title") if match.group("title") else None
        if title and words.rstrip().endswith((",", ";")):
            return None
        return Head(kind, number, (start + title[0], start + title[1]) if title else None)

    def organ(self, line: str) -> OrganWords | None:
        """The organ line that a block is or begins with."""
        if not self._spoken.match(line):
            return None
        lead = len(line) - len(line.lstrip())
        text = line.strip()
        flat = _LINE_END.sub(lambda m: " " * len(m.group()), text[:_LONGEST])
        heading = _HEADING_SIGN.match(flat)
        skip = heading.end() if heading else 0
        if len(text) < 330:
            match = self._organ_line.fullmatch(flat, skip)
            if match and (match.group("mark") or self.body(self._bare_name(match.group("name"))) != "other" or heading):
                found = self._bare_name(match.group("name"))
                if match.group("mark") or found.casefold() in self._organs:
                    return OrganWords(self.canonical(found), self.body(found), lead + skip, lead + match.end(), None)
        match = self._organ_start.match(flat, skip)
        if match:
            name = self._bare_name(match.group("name"))
            rest = lead + match.end()
            following = flat[match.end() : match.end() + 12].lstrip("*_<ui>")[:1]
            if following.isupper() if match.group("mark") else following.islower():
                end = lead + match.end("mark") if match.group("mark") else lead + match.end("name")
                return OrganWords(self.canonical(name), self.body(name), lead + skip, end, rest, not match.group("mark"))
        return None

    def _bare_name(self, name: str) -> str:
        return _BLANKS.sub(" ", self._article.sub("", name, count=1)).strip()

    def canonical(self, name: str) -> str:
        """An organ's name as usually written: ``GENERAL ASSEMBLY`` gives ``General Assembly``."""
        return self._names.get(name.casefold(), name)

    def body(self, name: str) -> str:
        """The body that an organ's name stands for, ``other`` for one that is not known."""
        known = self._organs.get(name.casefold())
        if known:
            return known
        known = next((body for organ, body in self._organs.items() if name.casefold().startswith(organ + " ")), None)
        if known:
            return known
        return "commission" if any(noun in name for noun in self._commission) else "other"

    def annex(self, line: str) -> tuple[str, str | None] | None:
        """The word and numeral of an annex heading."""
        start, end = self.bare(line)
        if end - start > _LONGEST or not line.startswith(self._annexed, start):
            return None
        match = self._annex.fullmatch(line[start:end])
        if not match or not match.group("word")[0].isupper() or line[start:end].endswith((";", ",")):
            return None
        title = match.group("title")
        if title and (title[0].islower() or (title.endswith(".") and len(title) > 80)):
            return None
        return match.group("word"), match.group("numeral")

    def chapter(self, line: str) -> tuple[str, str] | None:
        """The word and numeral of ``Chapter I``, ``Part A. Agenda``, ``Section II``."""
        start, end = self.bare(line)
        if end - start > _LONGEST or not line.startswith(self._chaptered, start):
            return None
        match = self._chapter.fullmatch(line[start:end])
        if not match or not match.group("word")[0].isupper() or line[start:end].endswith((";", ",")):
            return None
        title = match.group("title")
        if title and title[0].islower():
            return None
        return match.group("word"), match.group("numeral")

    def section(self, line: str) -> str | None:
        """The numeral or letter of a section or part heading: ``II``, ``A.``, ``C. Matters brought to attention``."""
        start, end = self.bare(line)
        if end - start > _LONGEST or line[start : start + 1] not in _NUMERALS:
            return None
        match = self._section.fullmatch(line[start:end])
        if not match or line[start:end].endswith((";", ",")):
            return None
        return str(match.group("numeral"))

    def memo(self, line: str) -> str | None:
        """The label of a line such as ``Forum: ...`` above a Model United Nations paper."""
        if ":" not in line[:40]:
            return None
        match = self._memo.fullmatch(line.strip().lstrip("# "))
        return match.group("word") if match else None

    def declares(self, words: str) -> bool:
        """Whether a paragraph begins as a declaration's do: ``We reaffirm``."""
        return self._declaration.match(words) is not None

    def sets_agenda(self, words: str) -> bool:
        """Whether a paragraph leads an agenda in."""
        return self._agenda.search(words) is not None

    def adopted(self, line: str) -> bool:
        """Whether the line says when and by whom a text was adopted."""
        start, end = self.bare(line)
        return line[start:end].startswith(self._adopted)
