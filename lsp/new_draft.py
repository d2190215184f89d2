"""The beginning of a new draft, by body and by the guide of a Model United Nations conference."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count, cycle, islice

from ..grammar.model.profile import GUIDES, Profile
from ..grammar.syntax.language import language
from ..grammar.text.named_tuple import NamedTuple
from ..lint.config import Settings
from ..rules.mun.opener_emphasis import OpenerEmphasis
from ..rules.mun.too_few_clauses import TooFewClauses

PAPER = "mun"
_BODIES = {
    "ga": ("General Assembly", "The General Assembly"),
    "sc": ("Security Council", "The Security Council"),
    "ecosoc": ("Economic and Social Council", "The Economic and Social Council"),
    "hrc": ("Human Rights Council", "The Human Rights Council"),
    "cop": ("Conference of the Parties", "The Conference of the Parties"),
    PAPER: ("Model United Nations", "The Environment Commission"),
}
"""The bodies with their names, and the organ lines of their drafts."""
_PREAMBLE = (
    ("Recalling", "its previous resolutions on ⟦the subject⟧"),
    ("Noting with appreciation", "the report on ⟦the subject⟧"),
    ("Convinced", "that ⟦action is necessary⟧"),
    ("Bearing in mind", "⟦another consideration⟧"),
)
_OPERATIVE = (
    ("Takes note", "of the report on ⟦the subject⟧"),
    ("Encourages", "Member States to ⟦cooperate⟧"),
    ("Requests", "the Secretary-General to report on the implementation of the present resolution"),
)
_PAPER_PREAMBLE = (
    ("Recalling", "⟦an earlier agreement⟧"),
    ("Deeply concerned", "by ⟦the problem⟧"),
    ("Convinced", "that ⟦action is necessary⟧"),
    ("Bearing in mind", "⟦another consideration⟧"),
    ("Welcoming", "⟦what has been achieved⟧"),
)
_PAPER_OPERATIVE = (
    ("Encourages", "all Member States to ⟦cooperate⟧"),
    ("Invites", "⟦those concerned⟧ to take part"),
    ("Calls upon", "all Governments to ⟦act⟧"),
    ("Recommends", "that ⟦a measure⟧ be adopted"),
    ("Supports", "⟦existing work⟧"),
)
_STYLES = {"italic": ("*", "*"), "underline": ("<u>", "</u>"), "bold": ("**", "**")}
_PLACEHOLDER = re.compile(r"⟦([^⟧]*)⟧")


class NewDraft(NamedTuple):
    """The beginning of a draft."""

    text: str
    """With words to replace."""
    snippet: str
    """In the syntax of snippets of the protocol, with a place to fill in for each of these words."""


class DraftKind(NamedTuple):
    """A kind of draft that can be begun."""

    body: str
    guide: str | None
    name: str


def kinds() -> list[DraftKind]:
    """Return all kinds, the bodies first and then the papers of conferences."""
    names = {guide: name for name, guide in reversed(_conferences().items())}
    return [
        *(DraftKind(body, None, name) for body, (name, _) in _BODIES.items()),
        *(DraftKind(PAPER, guide, names.get(guide, guide.upper())) for guide in sorted(GUIDES)),
    ]


def new_draft(body: str, guide: str | None, settings: Settings) -> NewDraft:
    """Return the beginning of a draft in the form that the rules of its profile require.

    Raises:
        KeyError: There is no draft of this body or for this guide.
    """
    if guide is not None and (guide not in GUIDES or body != PAPER):
        raise KeyError(guide)
    template = _paper(guide, settings) if body == PAPER else _resolution(_BODIES[body][1])
    numbers = count(1)
    escaped = re.sub(r"[\\$}]", r"\\\g<0>", template)
    return NewDraft(
        _PLACEHOLDER.sub(r"\1", template),
        _PLACEHOLDER.sub(lambda found: f"${{{next(numbers)}:{found[1]}}}", escaped),
    )


def _resolution(organ: str) -> str:
    return _joined(
        [
            "# Draft resolution",
            "## ⟦Title of the resolution⟧",
            f"*{organ}*,",
            *_preamble(_PREAMBLE, len(_PREAMBLE), _styled("italic")),
            *_clauses(_OPERATIVE, len(_OPERATIVE), _styled("italic")),
        ]
    )


def _paper(guide: str | None, settings: Settings) -> str:
    """Return a paper with as many clauses as its conference requires, and openers in its style."""
    least, emphasis = TooFewClauses.Options(), OpenerEmphasis.Options()
    for rule in settings.rules_for(Profile(PAPER, guide=guide)):
        if isinstance(rule.options, TooFewClauses.Options):
            least = rule.options
        elif isinstance(rule.options, OpenerEmphasis.Options):
            emphasis = rule.options
    names = {known: name for name, known in reversed(_conferences().items())}
    submitters = ", ".join(f"⟦Delegation {number}⟧" for number in range(1, max(least.submitters, 1) + 1))
    heading = [names[guide]] if guide in names else []
    lines = ["FORUM: ⟦Environment Commission⟧", "QUESTION OF: ⟦The question⟧", f"SUBMITTED BY: {submitters}"]
    return _joined(
        [
            *heading,
            *lines,
            "The ⟦Environment Commission⟧,",
            *_preamble(_PAPER_PREAMBLE, max(least.preambular, 3), _styled(emphasis.preamble or "italic")),
            *_clauses(_PAPER_OPERATIVE, max(least.operative, 3), _styled(emphasis.operative or "underline")),
        ]
    )


def _joined(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def _preamble(openers: tuple[tuple[str, str], ...], number: int, styled: Callable[[str], str]) -> list[str]:
    return [f"{styled(opener)} {rest}," for opener, rest in islice(cycle(openers), number)]


def _clauses(openers: tuple[tuple[str, str], ...], number: int, styled: Callable[[str], str]) -> list[str]:
    ends = [";"] * (number - 1) + ["."]
    chosen = zip(islice(cycle(openers), number), ends, strict=True)
    return [f"{nth}. {styled(opener)} {rest}{end}" for nth, ((opener, rest), end) in enumerate(chosen, 1)]


def _styled(style: str) -> Callable[[str], str]:
    begin, end = _STYLES.get(style, _STYLES["italic"])
    return lambda opener: f"{begin}{opener}{end}"


def _conferences() -> dict[str, str]:
    """Return the guide of each conference by a name that papers have above them."""
    data = language("en").data("model_papers")
    return dict(data["guides"])
