"""ITA001."""

from __future__ import annotations

from collections.abc import Iterable

from ...grammar.model.opener_style import STYLES, Opening, parts, set_alike, set_off
from ...grammar.syntax.openers.lexicon import OPERATIVE, PREAMBLE, Lexicon
from ...grammar.syntax.tree import Preambular, Resolution
from ..base import Applicability, Context, Finding, Fix, Level, Rule

_UNSAFE_IF = (Applicability.SAFE, Applicability.UNSAFE)


class OpenerNotItalic(Rule):
    """An opener is roman although most openers in its part are italic.

    What it does:
        Checks the preamble and the operative part separately. Reports a known opener in roman type where at least half
        of the openers are italic, or bold or underlined, as at some Model United Nations conferences. Also reports an
        opener in another style where at least four in five openers share one style. Does not apply where no opener is
        emphasized, as in plain text.
    Why:
        The italics show the reader at a glance what each paragraph does.
    Wrong:
        1. *Decides* to open the alpine seed vault;

        2. Requests the wardens to count the seeds;

        3. *Invites* all valleys to send seeds.
    Right:
        1. *Decides* to open the alpine seed vault;

        2. *Requests* the wardens to count the seeds;

        3. *Invites* all valleys to send seeds.
    Fix:
        Gives the opener the emphasis of the other openers. Safe; for the Security Council only if the opener is a
        single verb, with no more than an adverb before it, and otherwise unsafe: the Council italicizes more or fewer
        words of a longer opener from one text to the next (“*Expresses* its concern”, “*Expresses its concern*”).
    Source:
        Measured on three sessions of the General Assembly: ten true omissions in 40,000 paragraphs. In texts that the
        Security Council adopted from 2021 to 2023, 6 of 4,718 openers are roman, and the italics of openers that are
        a single verb cover exactly the verb and any adverb before it in 3,517 of 3,530.
    """

    code = "ITA001"
    name = "opener-not-italic"
    level = Level.WARNING
    node_types = (Resolution,)
    fixable = Applicability.SAFE

    def check(self, node: Resolution, context: Context) -> Iterable[Finding]:
        """Yield one finding for each opener that differs in a part whose openers are mostly emphasized."""
        council = context.profile.body == "sc"
        lexicon = context.language.openers
        for part in parts(node):
            emphasis = part.emphasis
            if emphasis is None or not part.mostly_set_off:
                continue
            style = STYLES[emphasis.style]
            for opening in part.roman:
                edits = set_off(opening, emphasis)
                sure = _UNSAFE_IF[council and not _is_one_verb(opening, lexicon)]
                fix = Fix(f"Make the opener {style}", edits, sure) if edits else None
                message = f"Opener “{opening.opener.text}” must be {style}, like the others"
                yield Finding(opening.place, message, fix)
            for opening in part.otherwise:
                edits = set_alike(opening, emphasis)
                sure = _UNSAFE_IF[council]
                fix = Fix(f"Make the opener {style}", edits, sure) if edits else None
                other = STYLES[opening.opener.italic.style] if opening.opener.italic else ""
                message = f"Opener “{opening.opener.text}” must be {style}, not {other}"
                yield Finding(opening.place, message, fix)


def _is_one_verb(opening: Opening, lexicon: Lexicon) -> bool:
    """Return whether an opener is one verb, or one after an adverb, so that the extent of its italics is certain."""
    part = PREAMBLE if isinstance(opening.paragraph, Preambular) else OPERATIVE
    return lexicon.single_verb(opening.paragraph.prose.text, part)
