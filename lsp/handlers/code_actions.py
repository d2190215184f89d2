"""Code actions: the fix of a finding, of all findings of a rule, of all that is safe; renumbering; suppression."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

from lsprotocol import types

from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...grammar.text.positions import Span
from ...lint.engine.fixer import disjoint
from ...lint.engine.results import Diagnostic
from ...lint.engine.suppressions import suppressing
from ...rules.finding import Applicability, Fix
from .. import fix_all, renumbering
from ..document_snapshot import DocumentSnapshot
from ..server import Server
from .diagnostics import diagnostic

QUICK_FIX = types.CodeActionKind.QuickFix.value
FIX_ALL = "source.fixAll.resolint"
PARAGRAPHS = "source.renumberParagraphs.resolint"
NOTES = "source.renumberNotes.resolint"
KINDS = (QUICK_FIX, FIX_ALL, PARAGRAPHS, NOTES)
FIX_ALL_TITLE = "Apply all safe fixes"
FIX_ALL_ORDER = "resolint.apply.fixAll"
_REASON = "say why"

Whole = Callable[[DocumentSnapshot], Fix | FixUnavailable | None]


async def actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done at a stretch of the text."""
    view = await ls.view(params.text_document.uri)
    if view is None:
        return []
    asked = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]

    def wanted(kind: str) -> bool:
        return not asked or any(kind == one or kind.startswith(f"{one}.") for one in asked)

    found: list[types.CodeAction] = []
    if wanted(QUICK_FIX):
        found += _quick(ls, view, view.span(params.range))
    if wanted(FIX_ALL) and fix_all.mendable(view):
        found.append(await _fix_all(view, resolves=ls.client.resolves_edits, asked=bool(asked)))
    for kind, fix in ((PARAGRAPHS, renumbering.paragraphs), (NOTES, renumbering.notes)):
        if wanted(kind) and (action := _whole(view, kind, fix, disables=ls.client.disables_actions)):
            found.append(action)
    return found


async def resolve(ls: Server, action: types.CodeAction) -> types.CodeAction:
    """The edit of `FIX_ALL`, which is made when it is chosen."""
    if isinstance(action.data, dict) and (view := await ls.view(str(action.data.get("uri")))):
        action.edit = view.change(await asyncio.to_thread(fix_all.safe, view))
    return action


def _quick(ls: Server, view: DocumentSnapshot, at: Span) -> Iterator[types.CodeAction]:
    here = [found for found in view.diagnostics if found.finding.span.touches(at)]
    for found in here:
        shown = [diagnostic(ls, view, found)]
        fix = found.finding.fix
        if fix is not None and fix.applicability is not Applicability.MANUAL:
            yield types.CodeAction(
                title=f"{fix.message} ({found.code})",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=shown,
                is_preferred=fix.applicability is Applicability.SAFE,
                edit=view.change(fix.edits),
            )
    for code in dict.fromkeys(found.code for found in here):
        yield from _all_of(view, code)
    for found in here:
        edit = suppressing(view.document, found.code, found.finding.span.start, _REASON)
        if edit is not None:
            yield types.CodeAction(
                title=f"Leave {found.name} ({found.code}) as it is here",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(ls, view, found)],
                edit=view.change((edit,)),
            )


def _all_of(view: DocumentSnapshot, code: str) -> Iterator[types.CodeAction]:
    """The fixes of all findings of a rule, if it has several."""
    of_rule = [found for found in view.diagnostics if found.code == code and _mends(found)]
    if len(of_rule) > 1:
        edits, _ = disjoint([found.finding.fix for found in of_rule if found.finding.fix])
        title = f"Fix all {len(of_rule)} of {of_rule[0].name} ({code})"
        yield types.CodeAction(title=title, kind=types.CodeActionKind.QuickFix, edit=view.change(tuple(edits)))


def _mends(found: Diagnostic) -> bool:
    return found.finding.fix is not None and found.finding.fix.applicability is not Applicability.MANUAL


async def _fix_all(view: DocumentSnapshot, *, resolves: bool, asked: bool) -> types.CodeAction:
    """All safe fixes. Putting them in until none is left takes its time, so they wait until they are wanted."""
    if resolves:
        return types.CodeAction(title=FIX_ALL_TITLE, kind=FIX_ALL, data={"uri": view.uri})
    if asked:
        edits = await asyncio.to_thread(fix_all.safe, view)
        return types.CodeAction(title=FIX_ALL_TITLE, kind=FIX_ALL, edit=view.change(edits))
    order = types.Command(title=FIX_ALL_TITLE, command=FIX_ALL_ORDER, arguments=[view.uri])
    return types.CodeAction(title=FIX_ALL_TITLE, kind=FIX_ALL, command=order)


def _whole(view: DocumentSnapshot, kind: str, renumber: Whole, *, disables: bool) -> types.CodeAction | None:
    """Renumbering; where something is in doubt, the reason why it is not to be had."""
    fix = renumber(view)
    if isinstance(fix, Fix):
        return types.CodeAction(title=fix.message, kind=kind, edit=view.change(fix.edits))
    if isinstance(fix, FixUnavailable) and disables:
        what = "operative paragraphs" if kind == PARAGRAPHS else "notes"
        reason = types.CodeActionDisabled(f"Not renumbered, as {fix.words}")
        return types.CodeAction(title=f"Renumber the {what}", kind=kind, disabled=reason)
    return None
