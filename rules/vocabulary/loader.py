"""Reader of vocabulary files: YAML in, definitions of rules out. docs/vocabularies.md describes the format.

Some keys limit a rule: ``sessions`` to texts of some sessions, ``names: whole`` to terms that are no part of a longer
name, ``unless-earlier`` to terms that cannot refer to an earlier word, and ``unless-near`` to paragraphs in which an
ambiguous term has no other meaning. Others limit how certain a fix is: ``doubtful`` names phrases, and ``safe-before``
what must follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...grammar.model.profile import BODIES, ERAS, STAGES, Sessions
from ...grammar.text import compile_cache
from ...grammar.text.errors import ResolintError
from ...grammar.text.safe_yaml import load_yaml
from ..finding import Applicability, Level
from .definition import CONSISTENCY, PLACES, Definition, rule_class
from .term import Term
from .vocabulary_rule import VocabularyRule

KINDS = ("forbid", "substitute", CONSISTENCY, "capitalization")
_FILE_KEYS = frozenset({"about", "source", "language", "rules"})
_RULE_KEYS = frozenset(
    {"code", "name", "aliases", "kind", "level", "fix", "summary", "why", "source", "words", "maybe", "endings"}
    | {"except", "message", "not-in", "sessions", "names", "unless-earlier", "unless-near", "in", "annexes"}
    | {"doubtful", "safe-before", "fix-why"}
    | {"bad", "good"}
)
_NEEDED = ("code", "name", "kind", "level", "summary", "why", "words", "bad", "good")
_SHOWN = 12
_LONGEST = 300  # code points of an error
_ARROW = "->"
_DATED = compile_cache.standard_pattern(r"\s*\(sessions ([\d-]+)\)$")
"""The sessions for which a line holds, after it."""
_FIXES = {
    Applicability.SAFE: "Replaces the term with the correct form.",
    Applicability.UNSAFE: "Replaces the term with the form that is probably meant.",
}
_REASONS = {
    "substitute": "Safe: the words have no other reading.",
    "capitalization": "Safe: only the case of letters changes, and the words have no other reading.",
}
_UNSAFE = "Unsafe: something else may be meant."


class VocabularyError(ResolintError):
    """An invalid vocabulary file; the message names the rule concerned, and is cut where it quotes too much."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST]}…")


def read(text: str, name: str) -> tuple[type[VocabularyRule], ...]:
    """Return the rules of a vocabulary file in order.

    Args:
        text: The file's content.
        name: The file's name without its extension.

    Raises:
        VocabularyError: If the file is invalid.
    """
    import yaml  # not needed for the built-in vocabulary files

    try:
        data = load_yaml(text)
    except yaml.YAMLError as error:
        raise VocabularyError(f"not valid YAML: {' '.join(str(error).split())}") from None
    return tuple(map(rule_class, definitions(data, name)))


def definitions(data: Any, name: str) -> tuple[Definition, ...]:
    """Return the definitions of the rules of a vocabulary that is already parsed; see `read`."""
    if not isinstance(data, dict) or not isinstance(data.get("rules"), list):
        raise VocabularyError("a vocabulary must be a mapping with a list “rules”")
    _known(data, _FILE_KEYS, "the vocabulary")
    return tuple(_definition(entry, data, name) for entry in data["rules"])


def _definition(entry: Any, vocabulary: Mapping[str, Any], file_name: str) -> Definition:
    if not isinstance(entry, dict):
        raise VocabularyError(f"a rule must be a mapping, not {entry!r}")
    where = str(entry.get("code", entry.get("name", "a rule without code")))
    _known(entry, _RULE_KEYS, where)
    for key in _NEEDED:
        if key not in entry:
            raise VocabularyError(f"{where}: missing key {key!r}")
    kind, level = entry["kind"], entry["level"]
    if kind not in KINDS:
        raise VocabularyError(f"{where}: unknown kind {kind!r}; use one of {', '.join(KINDS)}")
    if level not in tuple(Level):
        raise VocabularyError(f"{where}: unknown level {level!r}; use one of {', '.join(Level)}")
    fixable = _fixable(entry, kind, where)
    terms = tuple(_terms(entry, kind, where))
    if not terms:
        raise VocabularyError(f"{where}: “words” is empty")
    consistency = kind == CONSISTENCY
    return Definition(
        file=file_name,
        kind=kind,
        code=str(entry["code"]),
        name=str(entry["name"]),
        level=level,
        fix=fixable and fixable.value,
        page=_page(entry, vocabulary, terms, fixable),
        language=str(vocabulary.get("language", "en")),
        terms=tuple((t.wrong, t.right, t.sure, t.any_case, t.endings, (*t.sessions,)) for t in terms),
        groups=tuple(_forms(line, where) for line in _lines(entry["words"], where)) if consistency else (),
        exceptions=tuple(_lines(entry.get("except", ()), where)),
        aliases=_words(entry.get("aliases", ())),
        places=() if consistency else _places(entry, where),
        message=str(entry.get("message", "")),
        whole_names=entry.get("names") == "whole",
        unless_earlier=frozenset(_words(entry.get("unless-earlier", ()))),
        unless_near=tuple(_readings(entry.get("unless-near", {}), where)),
        doubtful=tuple(_lines(entry.get("doubtful", ()), where)),
        safe_before=_words(entry.get("safe-before", ())),
        in_annexes=bool(entry.get("annexes", True)),
        sessions=(*_sessions(entry.get("sessions"), where),),
        not_in=_not_in(entry, where),
    )


def _known(mapping: Mapping[Any, Any], known: frozenset[str], where: str) -> None:
    for key in mapping:
        if key not in known:
            raise VocabularyError(f"{where}: unknown key {key!r}; use one of {', '.join(sorted(known))}")


def _fixable(entry: Mapping[str, Any], kind: str, where: str) -> Applicability | None:
    fix = entry.get("fix", "none" if kind == "forbid" else "unsafe" if kind == "consistency" else "safe")
    if fix not in ("safe", "unsafe", "none"):
        raise VocabularyError(f"{where}: unknown fix {fix!r}; use safe, unsafe or none")
    if fix != "none" and kind == "forbid":
        raise VocabularyError(f"{where}: the kind forbid cannot have a fix; use the kind substitute")
    if fix == "safe" and kind == "consistency":
        raise VocabularyError(f"{where}: the fix of the kind consistency must be unsafe or none")
    return None if fix == "none" else Applicability(fix)


def _places(entry: Mapping[str, Any], where: str) -> tuple[str, ...]:
    places = _words(entry.get("in", "paragraphs"))
    if unknown := [place for place in places if place not in PLACES]:
        raise VocabularyError(f"{where}: unknown place {unknown[0]!r}; use {', '.join(PLACES)}")
    return places


def _not_in(entry: Mapping[str, Any], where: str) -> frozenset[str]:
    out = frozenset(_words(entry.get("not-in", ())))
    if unknown := sorted(out - BODIES - STAGES - ERAS):
        raise VocabularyError(f"{where}: unknown body, stage or era {unknown[0]!r}")
    return out


def _sessions(value: Any, where: str) -> Sessions:
    if value is None:
        return Sessions()
    try:
        return Sessions.read(str(value))
    except ValueError:
        raise VocabularyError(f"{where}: sessions must have the form 65-79, 80- or 77, not {value!r}") from None


def _words(value: Any) -> tuple[str, ...]:
    return tuple(value.split()) if isinstance(value, str) else tuple(map(str, value))


def _lines(value: Any, where: str) -> Iterator[str]:
    """Return the entries of a list, or of a text with one entry per line."""
    entries = value.splitlines() if isinstance(value, str) else value
    if not isinstance(entries, (list, tuple)):
        raise VocabularyError(f"{where}: words must be a list, a mapping or a text with one entry per line")
    return (str(entry).strip() for entry in entries if str(entry).strip())


def _pairs(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of wrong and right from a mapping, or from lines ``wrong -> right``."""
    if isinstance(value, dict):
        yield from ((str(wrong), str(right)) for wrong, right in value.items())
        return
    for line in _lines(value, where):
        wrong, arrow, right = line.partition(_ARROW)
        if not arrow or not wrong.strip() or not right.strip():
            raise VocabularyError(f"{where}: {line!r} must have the form “wrong {_ARROW} right”")
        yield wrong.strip(), right.strip()


def _readings(value: Any, where: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each term with the words of a paragraph in which it has another meaning."""
    if not isinstance(value, dict):
        raise VocabularyError(f"{where}: unless-near must be a mapping of terms to words")
    for terms, others in value.items():
        yield from ((term, frozenset(_words(others))) for term in _words(terms))


def _forms(line: str, where: str) -> tuple[str, ...]:
    forms = tuple(form.strip() for form in line.split(" / "))
    if len(forms) < 2:
        raise VocabularyError(f"{where}: {line!r} must have the form “one / another”")
    return forms


def _terms(entry: Mapping[str, Any], kind: str, where: str) -> Iterator[Term]:
    words = entry["words"]
    if kind == CONSISTENCY:
        for line in _lines(words, where):
            yield from (Term(form, form) for form in _forms(line, where))
    elif kind == "forbid":
        yield from (Term(word) for word in _lines(words, where))
    elif kind == "capitalization":
        yield from (Term(word, word, any_case=True) for word in _lines(words, where))
    else:
        endings = _words(entry.get("endings", ()))
        for key, sure in (("words", True), ("maybe", False)):
            for wrong, dated in _pairs(entry.get(key, ()), where):
                bounds = _DATED.search(dated)
                right = _DATED.sub("", dated)
                if not wrong.endswith("~"):
                    yield Term(wrong, right, sure, sessions=_sessions(bounds and bounds[1], where))
                elif not right.endswith("~") or not endings:
                    raise VocabularyError(f"{where}: {wrong!r} requires “~” on both sides and the key “endings”")
                else:
                    yield Term(wrong, right, sure, endings=endings)


def _page(
    entry: Mapping[str, Any], vocabulary: Mapping[str, Any], terms: tuple[Term, ...], fixable: Applicability | None
) -> str:
    """Return the docstring of a rule, which is its page in the documentation."""
    shown = _shown([term.wrong for term in terms])
    does = {
        "forbid": f"Reports {shown}.",
        "substitute": f"Reports {shown}, for which another form is correct.",
        "capitalization": f"Reports {shown} if they are capitalized differently.",
        "consistency": f"Reports the less frequent of several forms in one text: {shown}.",
    }[entry["kind"]]
    exceptions = tuple(_lines(entry.get("except", ()), ""))
    names = f" So are {', '.join(f'“{name}”' for name in exceptions[:_SHOWN])}." if exceptions else ""
    sections = [
        str(entry["summary"]),
        _section("What it does", f"{does} Quotations, titles, links, symbols and names are ignored.{names}"),
        _section("Why", str(entry["why"])),
        _section("Wrong", "\n---\n".join(_lines_kept(entry["bad"]))),
        _section("Right", "\n---\n".join(_lines_kept(entry["good"]))),
    ]
    if fixable:
        sections.append(_section("Fix", " ".join(_fix(entry, terms, fixable))))
    sections.append(_section("Options", "spare: words and phrases that are not reported, exactly as in the draft."))
    sections.append(
        _section("Source", str(entry.get("source", vocabulary.get("source", "The author of the vocabulary."))))
    )
    return "\n\n".join(sections)


def _fix(entry: Mapping[str, Any], terms: tuple[Term, ...], fixable: Applicability) -> Iterator[str]:
    """Yield the sentences on the fix: what it does, why it is safe or unsafe, and where it is less certain."""
    yield _FIXES[fixable]
    if fixable is Applicability.UNSAFE:
        yield str(entry.get("fix-why", _UNSAFE)).strip()
        return
    yield str(entry.get("fix-why", _REASONS[entry["kind"]])).strip()
    if unsure := [term.wrong for term in terms if not term.sure]:
        yield f"Unsafe for {_shown(unsure)}, which may mean something else."
    if doubtful := tuple(_lines(entry.get("doubtful", ()), "")):
        yield f"Unsafe where they may mean something else, as in {_shown(doubtful)}."


def _shown(words: Sequence[str]) -> str:
    """Return the first words of a list in quotation marks."""
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return f"{', '.join(f'“{word}”' for word in words[:_SHOWN])}{more}"


def _section(name: str, words: str) -> str:
    body = "\n".join(f"    {line}" if line else "" for line in words.strip("\n").split("\n"))
    return f"{name}:\n{body}"


def _lines_kept(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(map(str, value))
