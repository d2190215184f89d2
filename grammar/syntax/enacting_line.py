"""Organ lines: ``The General Assembly,`` and the like, which name the adopting organ."""

from __future__ import annotations

from typing import Any

import regex

from ..text import compile_cache
from ..text.characters import WHITE_SPACE
from ..text.named_tuple import NamedTuple

OPENING_MARK = r"(?:[*_]{1,3}|<(?:u|b|i|em|strong)>)?"
CLOSING_MARK = r"(?:[*_]{1,3}|</(?:u|b|i|em|strong)>)?"
UNITED_NATIONS = frozenset({"ga", "sc", "ecosoc", "hrc", "commission"})
"""The bodies whose texts follow the United Nations Editorial Manual."""
_BLANK = r"[ \u00a0]+"
_NAME = r"[\p{Lu}\d][\w’'().–-]*"
_BLANKS = compile_cache.pattern(_BLANK)
_LINE_END = compile_cache.pattern(r"[\r\n]+[ \t]*")
_HEADING_SIGN = compile_cache.pattern(r"#{1,6} +")
_LONGEST, _LONGEST_LINE = 400, 330
"""The greatest length of an organ's name, in code points."""
_LONGEST_PAPER_LINE = 160


class OrganWords(NamedTuple):
    """An organ line: the name, its body, and the end of the line, after which other words may follow."""

    name: str
    body: str
    start: int
    end: int
    """After the name, its comma or colon and closing marks."""
    rest: int | None
    runs_on: bool = False
    """Whether a verb follows without a comma (``The Council decides``): an organ line only after a decision's head."""


class OrganLines:
    """The organs of a language, as patterns."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._organs: dict[str, str] = {name.casefold(): body for name, body in data["organs"].items()}
        self._names: dict[str, str] = {name.casefold(): name for name in data["organs"]}
        others: dict[str, dict[str, Any]] = data["other_bodies"]
        self._others = tuple((name, body) for body, words in others.items() for name in words["names"])
        own = "|".join(_spaced(line) for words in others.values() for line in words.get("organs", ()))
        bare = (line for words in others.values() if words.get("bare") for line in words["organs"])
        own = rf"(?:{own})(?:[ \u00a0]*\([^()]{{1,60}}\))?"
        self._own = compile_cache.pattern("|".join(map(_spaced, bare)))
        session = _spaced(data["in_session"])
        self._commission = tuple(noun.casefold() for noun in data["commission_nouns"])
        organs = "|".join(regex.escape(name).replace(r"\ ", _BLANK) for name in data["organs"])
        nouns = "|".join(form for noun in data["organ_nouns"] for form in (noun, noun.upper()))
        link = f"(?:{'|'.join(data['organ_links'])})"
        the = data["organ_article"]
        article = f"(?:{the}|{the.upper()})"
        # a Commission on Tides, a Seventy-fifth Assembly, a Conference of the Parties to a Convention (Lima, 2022)
        unlisted = (
            rf"(?:(?!{the}\b){_NAME}{_BLANK}|{link}{_BLANK}){{0,14}}?(?:{nouns})"
            rf"(?:{_BLANK}(?:{_NAME}|{link})|,{_BLANK}\d{{4}}(?=\))|[ \u00a0]*\([^()]{{1,60}}\)){{0,24}}?"
        )
        line_organs = "|".join(regex.escape(name).replace(r"\ ", _BLANK) for name in data["line_organs"])
        line_nouns = "|".join(form for noun in data["line_nouns"] for form in (noun, noun.upper()))
        hereby = data["hereby"]
        ends = (
            rf"{CLOSING_MARK}(?P<mark>[,:]?){CLOSING_MARK}"
            rf"(?:{_BLANK}(?i:{hereby})(?P<hereby>[,:]?){CLOSING_MARK})?[ \u00a0\t]*$"
        )
        noun = rf"(?:(?!{the}\b){_NAME}{_BLANK}|{link}{_BLANK}){{0,14}}?(?:{nouns}|{line_nouns})"
        tail = rf"(?:{_BLANK}(?:{_NAME}|{link})|[ \u00a0]*\([^()]{{1,60}}\)){{0,14}}?"
        self._paper_line = compile_cache.pattern(
            rf"{OPENING_MARK}(?P<name>{article}{_BLANK}(?:(?i:{organs}|{line_organs})|{noun}{tail}|[A-Z]{{3,8}})"
            rf"|(?i:{organs})|(?-i:{line_organs})|(?:[A-Z][A-Z’'-]+{_BLANK}){{1,8}}(?:{nouns.upper()}|{line_nouns.upper()}))"
            rf"{ends}"
        )
        word = r"\p{Lu}[\w’'()&.-]*"
        self.named = compile_cache.pattern(
            rf"(?:#{{1,6}}[ ]+)?{OPENING_MARK}(?P<name>{word}(?:{_BLANK}(?:{word}|\d+|&|{link})){{0,16}})"
            rf"{CLOSING_MARK}[ ]*(?P<mark>[,:]?){CLOSING_MARK}"
        )
        """A line of capitalized words, with or without a mark after them."""
        self._begins = compile_cache.standard_pattern(
            rf"[{WHITE_SPACE}]*(?:#{{1,6}} +)?{OPENING_MARK}{article}[ \u00a0]"
        )
        self._line = compile_cache.pattern(
            rf"{OPENING_MARK}(?P<name>{article}{_BLANK}(?:{own}|(?i:{organs})|{unlisted}))"
            rf"(?:{session})?{CLOSING_MARK}(?P<mark>[,:]?){CLOSING_MARK}[ \u00a0\t]*$"
        )
        named = rf"(?:{_NAME}{_BLANK}){{0,6}}(?:{nouns})(?:{_BLANK}(?:{link}{_BLANK}){{0,3}}{_NAME}){{0,24}}+"
        self._start = compile_cache.pattern(
            rf"{OPENING_MARK}(?P<name>{the}{_BLANK}(?:{organs}|{named})){CLOSING_MARK}"
            rf"(?P<mark>[,:]?){CLOSING_MARK}{_BLANK}(?=\S)"
        )
        self._article = compile_cache.pattern(article + _BLANK)

    def read(self, line: str) -> OrganWords | None:
        """Return the organ line that a block is or begins with."""
        if not self._begins.match(line):
            return self._of_paper(line)
        lead = len(line) - len(line.lstrip())
        text = line.strip()
        flat = _LINE_END.sub(lambda m: " " * len(m.group()), text[:_LONGEST])
        heading = _HEADING_SIGN.match(flat)
        skip = heading.end() if heading else 0
        if len(text) < _LONGEST_LINE:
            match = self._line.fullmatch(flat, skip)
            if match and (match.group("mark") or self.body(self._bare_name(match.group("name"))) != "other" or heading):
                found = self._bare_name(match.group("name"))
                if match.group("mark") or found.casefold() in self._organs or self._own.match(found):
                    return OrganWords(self.canonical(found), self.body(found), lead + skip, lead + match.end(), None)
        if paper := self._of_paper(line):
            return paper
        match = self._start.match(flat, skip)
        if match:
            name = self._bare_name(match.group("name"))
            following = flat[match.end() : match.end() + 12].lstrip("*_<ui>")[:1]
            # the comma of a known organ ends the line before a capital; before a small letter, the sentence continues
            runs_on = following.islower()
            if runs_on or (following.isupper() and match.group("mark")):
                end = match.end("mark") if match.group("mark") else match.end("name")
                return OrganWords(
                    self.canonical(name), self.body(name), lead + skip, lead + end, lead + match.end(), runs_on
                )
        return None

    def _of_paper(self, line: str) -> OrganWords | None:
        """Return a line with the name of a fund, an office or an acronym, without article or before "hereby"."""
        text = line.strip()
        if len(text) > _LONGEST_PAPER_LINE or not text.rstrip("*_>/ubi ").endswith((",", ":")):
            return None
        lead = len(line) - len(line.lstrip())
        flat = _LINE_END.sub(lambda m: " " * len(m.group()), text)
        heading = _HEADING_SIGN.match(flat)
        skip = heading.end() if heading else 0
        match = self._paper_line.fullmatch(flat, skip)
        if not match or not (match.group("mark") or match.group("hereby")):
            return None
        found = self._bare_name(match.group("name"))
        return OrganWords(self.canonical(found), self.body(found), lead + skip, lead + match.end(), None)

    def _bare_name(self, name: str) -> str:
        return _BLANKS.sub(" ", self._article.sub("", name, count=1)).strip()

    def bare_name(self, name: str) -> tuple[str, bool]:
        """Return a name without its article, and whether it has one."""
        bare = self._bare_name(name)
        return bare, len(bare) < len(name.strip())

    def canonical(self, name: str) -> str:
        """Return an organ's name in the usual letter case: ``General Assembly`` for ``GENERAL ASSEMBLY``."""
        return self._names.get(name.casefold(), name)

    def named_in(self, words: str) -> str | None:
        """Return the body outside the United Nations that words name, if any."""
        words = words.casefold()
        return next((body for name, body in self._others if name in words), None)

    def body(self, name: str) -> str:
        """Return the body of an organ's name, or ``other`` if it is unknown."""
        known = self._organs.get(name.casefold())
        if known:
            return known
        known = self.named_in(name)
        if known:
            return known
        known = next((body for organ, body in self._organs.items() if name.casefold().startswith(organ + " ")), None)
        if known:
            return known
        return "commission" if any(noun in name.casefold() for noun in self._commission) else "other"


def _spaced(pattern: str) -> str:
    """Return a pattern of the data in which an escaped space means any blanks."""
    return pattern.replace("\\ ", _BLANK)
