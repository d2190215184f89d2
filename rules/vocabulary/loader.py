"""A term pack read: YAML in, rule classes out. docs and CONTRIBUTING tell the form; `VocabularyError` tells what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...grammar.model.profile import BODIES, ERAS, STAGES
from ...grammar.syntax.tree import Footnote, Heading, Node, Paragraph, Resolution
from ..base import Rule
from ..finding import Applicability, Level
from .term_matcher import Term, Terms
from .vocabulary_rule import ConsistencyRule, VocabularyRule

KINDS = ("never", "prefer", "consistent", "capital")
_PACK_KEYS = frozenset({"about", "source", "language", "rules"})
_RULE_KEYS = frozenset(
    {"code", "name", "kind", "level", "fix", "says", "why", "source", "words", "maybe", "endings", "except", "message"}
    | {"not-in", "in", "annexes", "bad", "good"}
)
_NEEDED = ("code", "name", "kind", "level", "says", "why", "words", "bad", "good")
_PLACES: dict[str, type[Node]] = {"paragraphs": Paragraph, "notes": Footnote, "headings": Heading}
_SHOWN = 12
_ARROW = "->"
_FIXES = {
    Applicability.SAFE: "Writes the form that is right. Safe{}.",
    Applicability.UNSAFE: "Writes the form that is probably meant{}. Unsafe: it is for a reader to say.",
}


class VocabularyError(ValueError):
    """A pack that cannot be used; its text is a sentence that names the rule in it."""


def read(text: str, name: str) -> tuple[type[VocabularyRule], ...]:
    """The rules of a pack, in order; `name` is the file's without ending. Raises `VocabularyError`."""
    import yaml  # not needed for the packs that ship

    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader, in C
    except yaml.YAMLError as error:
        raise VocabularyError(f"not valid YAML: {' '.join(str(error).split())}") from None
    return rules(data, name)


def rules(data: Any, name: str) -> tuple[type[VocabularyRule], ...]:
    """The same, of what the pack's text says."""
    if not isinstance(data, dict) or not isinstance(data.get("rules"), list):
        raise VocabularyError("a pack is a mapping with a list “rules”")
    _known(data, _PACK_KEYS, "the pack")
    return tuple(_rule(entry, data, name) for entry in data["rules"])


def _rule(entry: Any, pack: Mapping[str, Any], pack_name: str) -> type[VocabularyRule]:
    if not isinstance(entry, dict):
        raise VocabularyError(f"a rule is a mapping, not {entry!r}")
    where = str(entry.get("code", entry.get("name", "a rule without code")))
    _known(entry, _RULE_KEYS, where)
    for key in _NEEDED:
        if key not in entry:
            raise VocabularyError(f"{where}: {key!r} is missing")
    kind, level = entry["kind"], entry["level"]
    if kind not in KINDS:
        raise VocabularyError(f"{where}: the kind {kind!r} is not one of {', '.join(KINDS)}")
    if level not in tuple(Level):
        raise VocabularyError(f"{where}: the level {level!r} is not one of {', '.join(Level)}")
    rule_name = str(entry["name"])
    fixable = _fixable(entry, kind, where)
    terms = tuple(_terms(entry, kind, where))
    if not terms:
        raise VocabularyError(f"{where}: no words")
    made: dict[str, Any] = {
        "__doc__": _page(entry, pack, terms, fixable),
        "__module__": f"{__package__}.{pack_name}.{rule_name.replace('-', '_')}",
        "code": str(entry["code"]),
        "name": rule_name,
        "level": Level(level),
        "node_types": (Resolution,) if kind == "consistent" else _looks_at(entry, where),
        "fixable": fixable,
        "terms": Terms(terms, _lines(entry.get("except", ()), where)),
        "message": str(entry.get("message", "not used here")),
        "in_annexes": bool(entry.get("annexes", True)),
        "languages": frozenset({str(pack.get("language", "en"))}),
        **_spoken(entry, where),
    }
    if kind == "consistent":
        made["groups"] = tuple(_forms(line, where) for line in _lines(entry["words"], where))
    base: type[Rule] = ConsistencyRule if kind == "consistent" else VocabularyRule
    return type("".join(part.capitalize() for part in re.findall(r"\w+", rule_name)), (base,), made)


def _known(mapping: Mapping[Any, Any], known: frozenset[str], where: str) -> None:
    for key in mapping:
        if key not in known:
            raise VocabularyError(f"{where}: unknown key {key!r}; there are {', '.join(sorted(known))}")


def _fixable(entry: Mapping[str, Any], kind: str, where: str) -> Applicability | None:
    fix = entry.get("fix", "none" if kind == "never" else "unsafe" if kind == "consistent" else "safe")
    if fix not in ("safe", "unsafe", "none"):
        raise VocabularyError(f"{where}: the fix {fix!r} is not safe, unsafe or none")
    if fix != "none" and kind == "never":
        raise VocabularyError(f"{where}: words of the kind never have no fix; take the kind prefer")
    if fix == "safe" and kind == "consistent":
        raise VocabularyError(
            f"{where}: a fix of the kind consistent is unsafe: which form is meant is for a reader to say"
        )
    return None if fix == "none" else Applicability(fix)


def _looks_at(entry: Mapping[str, Any], where: str) -> tuple[type[Node], ...]:
    places = _words(entry.get("in", "paragraphs"))
    if unknown := [place for place in places if place not in _PLACES]:
        raise VocabularyError(f"{where}: unknown place {unknown[0]!r}; there are {', '.join(_PLACES)}")
    return tuple(_PLACES[place] for place in places)


def _spoken(entry: Mapping[str, Any], where: str) -> dict[str, frozenset[str]]:
    """Bodies, stages and eras, less those that a rule is not for."""
    out = frozenset(_words(entry.get("not-in", ())))
    if unknown := sorted(out - BODIES - STAGES - ERAS):
        raise VocabularyError(f"{where}: {unknown[0]!r} is no body, stage or era")
    return {"bodies": BODIES - out, "stages": STAGES - out, "eras": ERAS - out}


def _words(value: Any) -> tuple[str, ...]:
    return tuple(value.split()) if isinstance(value, str) else tuple(map(str, value))


def _lines(value: Any, where: str) -> Iterator[str]:
    """The entries of a list, or of a text with one a line."""
    entries = value.splitlines() if isinstance(value, str) else value
    if not isinstance(entries, (list, tuple)):
        raise VocabularyError(f"{where}: words are a list, a mapping or a text with one entry a line")
    return (str(entry).strip() for entry in entries if str(entry).strip())


def _pairs(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Wrong and right, from a mapping or from lines ``wrong -> right``."""
    if isinstance(value, dict):
        yield from ((str(wrong), str(right)) for wrong, right in value.items())
        return
    for line in _lines(value, where):
        wrong, arrow, right = line.partition(_ARROW)
        if not arrow or not wrong.strip() or not right.strip():
            raise VocabularyError(f"{where}: {line!r} is not of the form “wrong {_ARROW} right”")
        yield wrong.strip(), right.strip()


def _forms(line: str, where: str) -> tuple[str, ...]:
    forms = tuple(form.strip() for form in line.split(" / "))
    if len(forms) < 2:
        raise VocabularyError(f"{where}: {line!r} is not of the form “one / another”")
    return forms


def _terms(entry: Mapping[str, Any], kind: str, where: str) -> Iterator[Term]:
    words = entry["words"]
    if kind == "consistent":
        for line in _lines(words, where):
            yield from (Term(form, form) for form in _forms(line, where))
    elif kind == "never":
        yield from (Term(word) for word in _lines(words, where))
    elif kind == "capital":
        yield from (Term(word, word, any_case=True) for word in _lines(words, where))
    else:
        endings = _words(entry.get("endings", ()))
        for key, sure in (("words", True), ("maybe", False)):
            for wrong, right in _pairs(entry.get(key, ()), where):
                if not wrong.endswith("~"):
                    yield Term(wrong, right, sure)
                elif not right.endswith("~") or not endings:
                    raise VocabularyError(f"{where}: {wrong!r} wants a “~” on both sides and “endings”")
                else:
                    yield Term(wrong, right, sure, endings=endings)


def _page(
    entry: Mapping[str, Any], pack: Mapping[str, Any], terms: tuple[Term, ...], fixable: Applicability | None
) -> str:
    """The page, as a rule's docstring has it."""
    shown = ", ".join(f"“{term.wrong}”" for term in terms[:_SHOWN])
    more = f" and {len(terms) - _SHOWN} more" if len(terms) > _SHOWN else ""
    does = {
        "never": f"Finds {shown}{more}.",
        "prefer": f"Finds {shown}{more}, where another form is right.",
        "capital": f"Finds {shown}{more} with other small and capital letters.",
        "consistent": f"Finds the rarer of several forms in one text: {shown}{more}.",
    }[entry["kind"]]
    spared = tuple(_lines(entry.get("except", ()), ""))
    names = f" So are {', '.join(f'“{name}”' for name in spared[:_SHOWN])}." if spared else ""
    sections = [
        str(entry["says"]),
        _section("What it does", f"{does} Quotations, titles, links, symbols and names are left alone.{names}"),
        _section("Why", str(entry["why"])),
        _section("Wrong", "\n---\n".join(_lines_kept(entry["bad"]))),
        _section("Right", "\n---\n".join(_lines_kept(entry["good"]))),
    ]
    if fixable:
        few = any(not term.sure for term in terms)
        sections.append(_section("Fix", _FIXES[fixable].format(" where only one form can be meant" if few else "")))
    sections.append(_section("Options", "spare: words that are left alone, as they are found."))
    sections.append(_section("Source", str(entry.get("source", pack.get("source", "The pack's author.")))))
    return "\n\n".join(sections)


def _section(name: str, words: str) -> str:
    body = "\n".join(f"    {line}" if line else "" for line in words.strip("\n").split("\n"))
    return f"{name}:\n{body}"


def _lines_kept(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(map(str, value))
