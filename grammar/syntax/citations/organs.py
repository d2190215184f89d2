"""The organs that adopt resolutions: their names in a text, what they are called later on, how they number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

SPACE = "[ \u00a0\u202f]{1,3}"


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for one of several phrases, the longest that fits, with any space between their words.

    >>> import regex
    >>> regex.match(any_of(["adopted", "on", "adopted on"]), "adopted\u00a0on Monday").end()
    10
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))  # in one order, also for sets
    return "(?:" + "|".join(phrase.replace(" ", SPACE) for phrase in longest_first) + ")"


class Sessions(NamedTuple):
    """The reckoning of an organ's sessions: the year of the first, how many a year, and since which that has held."""

    first: int
    a_year: int
    since: int
    turn: int | None = None
    """The month in which a session begins that lasts until that month of the next year."""

    def year(self, session: int) -> int | None:
        """The year in which a session is held, or begins; none for one before the reckoning holds.

        >>> Sessions(first=2006, a_year=3, since=1).year(37)
        2018
        """
        return self.first + (session - 1) // self.a_year if session >= self.since else None


class Organ(NamedTuple):
    """An organ by its full name."""

    name: str
    short: str | None = None
    """The last word of its name, by which it is called later: ``Council``."""
    form: str | None = None
    """How it numbers, where that is known: ``session``, ``year-slash``, ``bracket-year``."""
    sessions: Sessions | None = None
    """Which session was held in which year, where that can be reckoned."""


class Organs:
    """The organs of a language, known and unknown, and the pattern that finds them."""

    def __init__(self, data: dict[str, Any], word: str) -> None:
        """`word` is a pattern for ``resolution`` and its like, before which an unlisted organ may stand."""
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
            rf"(?:{SPACE}to{SPACE}the{SPACE}(?:[\w’'‑-]{{1,30}}{SPACE}){{0,7}}?{any_of(conferences['treaty'])}"
            rf"(?:{SPACE}{any_of(conferences['subject'])})?)?"
        )
        unlisted = (
            rf"(?<=[\w,]{SPACE}){capital}(?:{SPACE}(?:{links}{SPACE}){{0,2}}(?!{any_of(begins)}\b){capital}){{0,8}}?"
            rf"(?<={any_of(data['organ_nouns'])})(?={SPACE}{word})"
        )
        nouns, article, of = any_of(data["organ_nouns"]), data["article"], data["name_links"][0]
        longer = rf"(?:(?:{SPACE}{capital}){{0,4}}?{SPACE}{nouns}(?={SPACE}{word}))?"
        self.listed = frozenset({*names, *conferences["names"], *shorts})
        """All names and short names that are listed."""
        known = "|".join(sorted(names, key=len, reverse=True))  # with plain spaces: so many others would cost start-up
        the = rf"(?:{SPACE}{article})?{SPACE}"
        owned = rf"(?:{SPACE}{of}{the}{capital}(?:(?:{SPACE}{of})?{the}{capital}){{0,5}})?"
        parties = f"{any_of(conferences['names'])}{treaty}"
        self.pattern = (
            rf"(?<![\w-])(?=\p{{Lu}})(?:(?:{known}){longer}|{parties}|{any_of(shorts)}(?=\W){owned}|{unlisted})"
            r"(?![\w-])(?:[’']s?(?!\w))?"
        )

    def named(self, words: str, before: Mapping[str, Organ]) -> Organ:
        """The organ that words name; a short form is the one so called `before`, or stands for itself."""
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
        """The organ that is meant where several could be, told by the form of the number.

        A short name may be that of several organs; and of two that share the word, as in General Assembly and Security
        Council resolutions 60/180 and 1645 (2005), each has the number of its own form.
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
        """The listed organ of a name, if it is one."""
        return self._known.get(name.casefold()) if name else None

    def owner(self, form: str) -> Organ | None:
        """The organ whose numbers alone have this form, where no name is needed to know it."""
        return self._owners.get(form)
