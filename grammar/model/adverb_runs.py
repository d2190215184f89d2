"""Runs of paragraphs with the same opener, and the adverbs expected in a run.

The measured model: two consecutive paragraphs match if their openers are the same without the adverb and, for verbs
that take an addressee, their addressees are the same string. The cycle is no adverb, also, further, and then again no
adverb. A heading, the beginning of the operative part, a paragraph numbered 1, a paragraph without an opener and a
paragraph that does not match start a new run. After headings and text that a numbered paragraph contains, quotes or
adopts, a paragraph with an adverb continues the run, and one without an adverb starts a new one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..syntax.openers.lexicon import OPERATIVE, PREAMBLE, Addressee, Lexicon, Opener
from ..syntax.paragraph_text import ParagraphText
from ..syntax.tree import Heading, ListItem, Node, Openable, Operative, PlainParagraph, Preambular, Resolution, Table
from ..text import compile_cache
from ..text.named_tuple import NamedTuple

_OPENABLE = (Preambular, Operative)
_VERB_ENDINGS = ("ing", "ed", "s")
_TWO_VERBS = compile_cache.standard_pattern(
    r"(?:[a-z-]+ly\s)?[a-z-]+(ing|s)\sand\s(?:(?:also|further)\s)?([a-z-]+\1)(?![\w-])"
)
_NEAR = 40
"""Code points after an opener in which a second verb or the first word of the object is looked for."""
_MAY_BE_ADJECTIVE = compile_cache.standard_pattern(r"[ \u00a0]further[ \u00a0](?=[a-z])")


class Member(NamedTuple):
    """A paragraph of a run."""

    paragraph: Openable
    opener: Opener

    @property
    def adverb(self) -> str | None:
        """The sequencing adverb, if any."""
        return self.opener.sequenced

    @property
    def addressee(self) -> Addressee | None:
        """The addressee of a directive opener."""
        return self.paragraph.addressee

    @property
    def plain(self) -> bool:
        """Whether it has no addressee or a simple one, and no aside (", in this regard,")."""
        addressee = self.addressee
        if addressee is not None:
            return addressee.simple
        return not self.paragraph.text[self.opener.end : self.opener.end + 2].lstrip().startswith(",")

    @property
    def second_verb(self) -> str:
        """The second verb of an opener that has two: "Reaffirming and committing to"; or empty."""
        opener = self.opener
        return self.paragraph.prose.paragraph_text.memoized(_second_verb, opener.base, opener.end)

    @property
    def undecided(self) -> bool:
        """Whether the word after the opener is an adverb or the adjective of its object: "Noting further measures"."""
        if self.adverb is not None or not isinstance(self.paragraph, Preambular):
            return False
        return _MAY_BE_ADJECTIVE.match(self.paragraph.text, self.opener.end) is not None

    def misplaced(self, part: str) -> bool:
        """Return whether the adverb comes first in the preamble, or follows the verb in the operative part."""
        adverb = self.opener.adverb
        if adverb is None:
            return False
        precedes = adverb.place == "before"
        return precedes if part == PREAMBLE else not precedes and not self.adjective

    @property
    def adjective(self) -> bool:
        """Whether the apparent adverb may belong to a noun: "Expressing further concern", "Encourages further aid"."""
        adverb = self.opener.adverb
        if adverb is None or adverb.member != "further":
            return False
        if adverb.place != "after" or not isinstance(self.paragraph, Operative):
            return adverb.place == "inside"
        return _MAY_BE_ADJECTIVE.match(self.paragraph.text, adverb.start - 1) is not None and not self._object_follows

    @property
    def _object_follows(self) -> bool:
        adverb = self.opener.adverb
        words = self.paragraph.text[adverb.end : adverb.end + _NEAR].split() if adverb else []
        return bool(words) and words[0] in self.paragraph.prose.language.openers.forms.object_words


class Run(NamedTuple):
    """Consecutive paragraphs with the same opener."""

    part: str
    """``preamble`` or ``operative``."""
    members: tuple[Member, ...]
    above: Run | None
    """The previous run, in the same stretch of paragraphs."""
    sequence: tuple[str, ...]
    """The adverbs of the cycle."""

    @property
    def orphan(self) -> bool:
        """Whether it begins with an adverb although the previous paragraph does not match."""
        return self.members[0].adverb is not None

    @property
    def loose(self) -> bool:
        """Whether the previous paragraph has the same verb, so that an adverb may refer to it despite other words."""
        return self.above is not None and verb(self.above.members[-1].opener) == verb(self.members[0].opener)

    @property
    def near(self) -> bool:
        """Whether the addressees of this run and of the previous one may be the same."""
        if self.above is None:
            return False
        mine, other = self.members[0], self.above.members[-1]
        if mine.addressee is None or other.addressee is None or mine.opener.key != other.opener.key:
            return False
        return mine.addressee.near(other.addressee)

    @property
    def adjective(self) -> bool:
        """Whether the adverb at its beginning may belong to a noun."""
        return self.members[0].adjective

    def plain(self, lexicon: Lexicon) -> bool:
        """Return whether its paragraphs have no addressee or a simple one, and no aside."""
        if self.members[0].opener.key in lexicon.undecided:
            return False
        return all(
            member.plain and not lexicon.asks_again(member.paragraph.text, member.opener) for member in self.members
        )

    @property
    def aside(self) -> bool:
        """Whether an aside precedes an addressee of the run."""
        return any(member.addressee is not None and member.addressee.aside for member in self.members)

    @property
    def violation(self) -> int | None:
        """The index of the first member that breaks the cycle; a loose orphan starts the cycle with its own adverb."""
        if len(self.members) == 1 or (self.orphan and not self.loose):
            return None
        if self.part == PREAMBLE and self.members[0].second_verb:
            return None  # the place of the adverb is not settled
        expected = self.expected(self.members[0].adverb)
        return next(
            (i for i, member in enumerate(self.members) if member.adverb != expected[i] and not member.undecided), None
        )

    @property
    def certain(self) -> bool:
        """Whether the adverbs of all members are: no opener with two verbs, no adverb that may be an adjective."""
        return not any(member.second_verb or member.undecided for member in self.members)

    @property
    def narrowed(self) -> bool:
        """Whether an aside that may change who is meant follows an addressee of the run."""
        return any(member.addressee is not None and member.addressee.narrowed for member in self.members)

    def confirmed(self, index: int) -> bool:
        """Return whether a member after the one at an index has the adverb of the cycle, so that the run is one."""
        expected = self.expected(self.members[0].adverb)
        return any(
            member.adverb is not None and member.adverb == adverb
            for member, adverb in list(zip(self.members, expected, strict=True))[index + 1 :]
        )

    @property
    def misplaced(self) -> tuple[int, ...]:
        """The indices of the members with an adverb in the wrong position for the part."""
        return tuple(i for i, member in enumerate(self.members) if member.misplaced(self.part))

    def expected(self, first: str | None = None) -> tuple[str | None, ...]:
        """Return the expected adverbs of the run if it begins with `first`."""
        cycle = (None, *self.sequence)
        begin = cycle.index(first)
        return tuple(cycle[(begin + i) % len(cycle)] for i in range(len(self.members)))


def _second_verb(paragraph_text: ParagraphText, base: str, end: int) -> str:
    text = " ".join(paragraph_text.text[: end + 2 * _NEAR].split())  # without the rest of a long paragraph
    if len(text) < end + _NEAR:
        text = " ".join(paragraph_text.text.split())
    match = _TWO_VERBS.match((base + text[end : end + _NEAR]).lower())
    return match[2] if match else ""


def runs(resolution: Resolution, sequence: tuple[str, ...]) -> tuple[Run, ...]:
    """Return the runs of a resolution or part, in order, without those of its own parts."""
    return resolution.memoized(_runs, sequence)


def runs_of_several(resolution: Resolution, sequence: tuple[str, ...]) -> tuple[Run, ...]:
    """Return the runs of more than one paragraph; most runs are a single one."""
    return resolution.memoized(_runs_of_several, sequence)


def _runs_of_several(resolution: Resolution, sequence: tuple[str, ...]) -> tuple[Run, ...]:
    return tuple(run for run in runs(resolution, sequence) if len(run.members) > 1)


def runs_with_adverbs(resolution: Resolution, sequence: tuple[str, ...]) -> tuple[Run, ...]:
    """Return the runs with an adverb in at least one paragraph."""
    return resolution.memoized(_runs_with_adverbs, sequence)


def _runs_with_adverbs(resolution: Resolution, sequence: tuple[str, ...]) -> tuple[Run, ...]:
    return tuple(run for run in runs(resolution, sequence) if any(m.opener.adverb is not None for m in run.members))


def _runs(resolution: Resolution, sequence: tuple[str, ...]) -> tuple[Run, ...]:
    return tuple(_each_run(resolution, sequence))


def _each_run(resolution: Resolution, sequence: tuple[str, ...]) -> Iterator[Run]:
    for stretch in _stretches(resolution):
        part = PREAMBLE if isinstance(stretch[0].paragraph, Preambular) else OPERATIVE
        above: Run | None = None
        begin = 0
        for i in range(1, len(stretch) + 1):
            if i == len(stretch) or not alike(stretch[begin], stretch[i]):
                above = Run(part, tuple(stretch[begin:i]), above, sequence)
                begin = i
                yield above


def alike(one: Member, other: Member) -> bool:
    """Return whether two paragraphs match; openers with two verbs match if both are the same."""
    if one.opener.key != other.opener.key:  # the usual case
        return False
    mine, theirs = one.addressee, other.addressee
    return (mine and mine.key) == (theirs and theirs.key) and one.second_verb == other.second_verb


def verb(opener: Opener) -> str:
    """Return the main word of the opener, in lower case: ``concerned`` of ``deeply concerned``."""
    words = opener.key.split()
    return next((word for word in words if word.endswith(_VERB_ENDINGS)), words[0] if words else "")


def _stretches(resolution: Resolution) -> Iterator[list[Member]]:
    """Yield the stretches of paragraphs with openers in one part, without a new beginning between them."""
    stretch: list[Member] = []
    between = False
    for node in resolution.body:
        above = stretch[-1].paragraph if stretch else None
        member: Member | None = None
        if isinstance(node, _OPENABLE):
            if node.opener is not None:
                member = Member(node, node.opener)
        elif isinstance(node, Table):
            continue
        elif above is not None and _within(above, node):
            between = True
            continue
        if above is not None:
            between = between or _has_headings(above)
            if member is None or (between and member.adverb is None) or _begins_anew(above, member.paragraph):
                yield stretch
                stretch = []
        between = False
        if member is not None:
            stretch.append(member)
    if stretch:
        yield stretch


def _within(above: Openable, node: Node) -> bool:
    """Return whether a node is text that a numbered paragraph quotes or adopts, or a line below its table."""
    return isinstance(above, Operative) and above.mark is not None and isinstance(node, PlainParagraph | ListItem)


def _has_headings(paragraph: Openable) -> bool:
    """Return whether a paragraph has headings among its items or above its tables."""
    return bool(paragraph.children) and any(isinstance(child, Heading) for child in paragraph.children)


def _begins_anew(above: Openable, here: Openable) -> bool:
    return type(above) is not type(here) or (here.mark is not None and here.mark.number == 1)
