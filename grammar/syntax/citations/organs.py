"""The organs that adopt resolutions: their names, short names and forms of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...text.characters import SPACES
from ...text.named_tuple import NamedTuple


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for the longest of several phrases, with any space between their words.

    >>> import regex
    >>> regex.match(any_of(["adopted", "on", "adopted on"]), "adopted\u00a0on Monday").end()
    10
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))  # in a fixed order, also for sets
    return "(?:" + "|".join(phrase.replace(" ", SPACES) for phrase in longest_first) + ")"


class Sessions(NamedTuple):
    """The years of an organ's sessions: that of the first, the number a year, and since which session this holds."""

    first: int
    a_year: int
    since: int
    turn: int | None = None
    """The month in which a session begins, if it lasts until that month of the next year."""

    def year(self, session: int) -> int | None:
        """Return the year in which a session is held, or begins; None if it is unknown.

        >>> Sessions(first=2006, a_year=3, since=1).year(37)
        2018
        """
        return self.first + (session - 1) // self.a_year if session >= self.since else None


class Organ(NamedTuple):
    """An organ by its full name."""

    name: str
    short: str | None = None
    """The last word of its name, which is used later: ``Council``."""
    form: str | None = None
    """The form of its numbers, if known: ``session``, ``year-slash``, ``bracket-year``."""
    sessions: Sessions | None = None
    """The years of its sessions, if they can be computed."""


class Organs:
    """The organs of a language, listed and unlisted, and the pattern that finds them."""

    def __init__(self, data: dict[str, Any], word: str) -> None:
        """Create the pattern; unlisted organs occur only before `word`, a pattern for ``resolution`` and the like."""
        self._known: dict[str, Organ] = {}
        self._listed: list[Organ] = []
        self._short: dict[str, list[Organ]] = {}
        names: list[str] = []
        for name, facts in data["organs"].items():
            shorts = facts.get("short", ())
            sessions = Sessions(*facts["sessions"]) if "sessions" in facts else None
            organ = Organ(name, shorts[0] if shorts else None, facts.get("form"), sessions)
            self._listed.append(organ)
            for called in (name, *facts.get("aliases", ())):
                self._known[called.casefold()] = organ
                names.append(called)
            for short in shorts:
                self._short.setdefault(short.casefold(), []).append(organ)
        self._owners = {form: self._known[name.casefold()] for form, name in data["owners"].items()}
        conferences = data["conferences"]
        self._conference = conferences["short"][0]
        self._short.setdefault(self._conference.casefold(), [])
        shorts = {conferences["short"][0], *(organ.short for organ in self._known.values() if organ.short)}
        begins = {name.split()[0] for name in names} - set(data["organ_nouns"])
        capital = r"\p{Lu}[\w’'-]{0,30}"
        links = any_of(data["name_links"])
        treaty = (
            rf"(?:{SPACES}to{SPACES}the{SPACES}(?:[\w’'‑-]{{1,30}}{SPACES}){{0,7}}?{any_of(conferences['treaty'])}"
            rf"(?:{SPACES}{any_of(conferences['subject'])})?)?"
        )
        unlisted = (
            rf"(?<=[\w,]{SPACES}){capital}(?:{SPACES}(?:{links}{SPACES}){{0,2}}(?!{any_of(begins)}\b){capital}){{0,8}}?"
            rf"(?<={any_of(data['organ_nouns'])})(?={SPACES}{word})"
        )
        nouns, article, of = any_of(data["organ_nouns"]), data["article"], data["name_links"][0]
        longer = rf"(?:(?:{SPACES}{capital}){{0,4}}?{SPACES}{nouns}(?={SPACES}{word}))?"
        self.listed = frozenset({*names, *conferences["names"], *shorts})
        """All listed names and short names."""
        known = "|".join(
            sorted(names, key=len, reverse=True)
        )  # with plain spaces: patterns for so many names would delay the start
        the = rf"(?:{SPACES}{article})?{SPACES}"
        owned = rf"(?:{SPACES}{of}{the}{capital}(?:(?:{SPACES}{of})?{the}{capital}){{0,5}})?"
        parties = f"{any_of(conferences['names'])}{treaty}"
        self.listed_pattern, self.pattern = (
            rf"(?<![\w-])(?=\p{{Lu}})(?:(?:{known}){longer}|{parties}|{any_of(shorts)}(?=\W){owned}{others})"
            r"(?![\w-])(?:[’']s?(?!\w))?"
            for others in ("", f"|{unlisted}")
        )
        """Patterns for the listed organs, and for all."""

    def named(self, words: str, before: Mapping[str, Organ]) -> Organ:
        """Return the organ that words name; a short name means the organ named `before`, or is used as it is."""
        name = " ".join(words.split()).removesuffix("’s").removesuffix("'s").rstrip("’'")
        known = self._known.get(name.casefold())
        if known is not None:
            return known
        called = self._short.get(name.casefold())
        if called is None:
            if name.split()[0].casefold() in self._short:  # the Council of another body, not one of these
                return Organ(name)
            conference = self._conference if self._conference in name.split() else None
            return Organ(name, conference or name.rsplit(" ", 1)[-1])
        if name in before:
            return before[name]
        return called[0] if len(called) == 1 else Organ(name, name)

    def of_form(self, organ: Organ, form: str, before: Mapping[str, Organ]) -> Organ:
        """Return the organ of several that the form of the number determines.

        Several organs may have the same short name; and of two organs that share a word, as in General Assembly and
        Security Council resolutions 60/180 and 1645 (2005), each has the number in its own form.
        """
        if organ.name == organ.short:
            fits = [known for known in self._short.get(organ.name.casefold(), ()) if known.form == form]
        elif organ.form is not None and organ.form != form and "bracket-year" in (organ.form, form):
            fits = [known for known in before.values() if known.form == form]
        else:
            return organ
        return fits[0] if len(fits) == 1 else organ

    def __iter__(self) -> Iterator[Organ]:
        return iter(self._listed)

    def known(self, name: str | None) -> Organ | None:
        """Return the listed organ of a name, if there is one."""
        return self._known.get(name.casefold()) if name else None

    def owner(self, form: str) -> Organ | None:
        """Return the organ if it is the only one whose numbers have this form."""
        return self._owners.get(form)
