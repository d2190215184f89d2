"""Code actions: fix one problem, all problems of a rule or all safe problems; renumber; tidy; restore; suppress."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

from lsprotocol import types

from ...grammar.refactor.fix_unavailable import FixUnavailable
from ...grammar.text.positions import Span
from ...lint.engine.fixer import disjoint
from ...lint.engine.results import Diagnostic
from ...lint.engine.suppressions import REASON_PLACEHOLDER, suppressing
from ...rules.finding import Applicability, Edit, Fix
from .. import fix_all
from ..document_snapshot import DocumentSnapshot
from ..renumbering import FOOTNOTES_TITLE, PARAGRAPHS_TITLE, renumber_footnotes, renumber_paragraphs
from ..restoring import RESTORE_TITLE, restore_agreed_words
from ..server import Server
from ..tidying import TIDY_TITLE, is_untidy, tidy_change
from .diagnostics import to_diagnostic

QUICK_FIX = types.CodeActionKind.QuickFix.value
FIX_ALL = "source.fixAll.resolint"
RENUMBER_PARAGRAPHS = "source.renumberParagraphs.resolint"
RENUMBER_FOOTNOTES = "source.renumberNotes.resolint"
TIDY = "source.tidy.resolint"
RESTORE = "refactor.rewrite.resolint"
KINDS = (QUICK_FIX, RESTORE, FIX_ALL, RENUMBER_PARAGRAPHS, RENUMBER_FOOTNOTES, TIDY)
FIX_ALL_TITLE = "Fix all safe problems"
FIX_ALL_COMMAND = "resolint.apply.fixAll"
TIDY_COMMAND = "resolint.apply.tidy"
_SLOW = {FIX_ALL: (FIX_ALL_TITLE, FIX_ALL_COMMAND), TIDY: (TIDY_TITLE, TIDY_COMMAND)}
"""The actions whose edit is slow to compute, with title and command."""
_VERBS = {RESTORE: "restore", RENUMBER_PARAGRAPHS: "renumber", RENUMBER_FOOTNOTES: "renumber"}


async def code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return the code actions for a range, of the kinds that the editor requests."""
    snapshot = await ls.snapshot(params.text_document.uri)
    if snapshot is None:
        return []
    requested = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]

    def is_requested(kind: str) -> bool:
        return not requested or any(kind == parent or kind.startswith(f"{parent}.") for parent in requested)

    actions: list[types.CodeAction] = []
    if is_requested(QUICK_FIX):
        actions += _quick_fixes(ls, snapshot, snapshot.span(params.range))
    if is_requested(RESTORE):
        fix = restore_agreed_words(snapshot, snapshot.span(params.range).start)
        action = _edit_action(snapshot, RESTORE, RESTORE_TITLE, fix, show_disabled=ls.client.disabled_actions)
        actions += [] if action is None else [action]
    if is_requested(FIX_ALL) and fix_all.has_safe_fixes(snapshot):
        actions.append(await _deferred(ls, snapshot, FIX_ALL, requested=bool(requested)))
    if is_requested(TIDY) and is_untidy(snapshot):
        actions.append(await _deferred(ls, snapshot, TIDY, requested=bool(requested)))
    for kind, title, renumber in (
        (RENUMBER_PARAGRAPHS, PARAGRAPHS_TITLE, renumber_paragraphs),
        (RENUMBER_FOOTNOTES, FOOTNOTES_TITLE, renumber_footnotes),
    ):
        if is_requested(kind):
            action = _edit_action(snapshot, kind, title, renumber(snapshot), show_disabled=ls.client.disabled_actions)
            if action is not None:
                actions.append(action)
    return actions


async def resolve(ls: Server, action: types.CodeAction) -> types.CodeAction:
    """Add the edit of an action that is slow to compute, now that the user chooses it."""
    if isinstance(action.data, dict) and (snapshot := await ls.snapshot(str(action.data.get("uri")))):
        action.edit = await _slow_edit(ls, snapshot, str(getattr(action.kind, "value", action.kind)))
    return action


async def _deferred(ls: Server, snapshot: DocumentSnapshot, kind: str, *, requested: bool) -> types.CodeAction:
    """Return an action whose edit is slow to compute, so that it is computed when the user chooses it if possible."""
    title, command = _SLOW[kind]
    if ls.client.resolve_edits:
        return types.CodeAction(title=title, kind=kind, data={"uri": snapshot.uri})
    if requested:
        return types.CodeAction(title=title, kind=kind, edit=await _slow_edit(ls, snapshot, kind))
    return types.CodeAction(
        title=title, kind=kind, command=types.Command(title=title, command=command, arguments=[snapshot.uri])
    )


async def _slow_edit(ls: Server, snapshot: DocumentSnapshot, kind: str) -> types.WorkspaceEdit | None:
    if kind == TIDY:
        annotated = ls.client.change_annotations
        return await asyncio.to_thread(lambda: tidy_change(snapshot, annotated=annotated))
    return snapshot.workspace_edit(await asyncio.to_thread(fix_all.safe_fixes, snapshot))


def _quick_fixes(ls: Server, snapshot: DocumentSnapshot, span: Span) -> Iterator[types.CodeAction]:
    found = [diagnostic for diagnostic in snapshot.diagnostics if diagnostic.finding.span.touches(span)]
    for diagnostic in found:
        fix = diagnostic.finding.fix
        if fix is not None and _is_fixable(diagnostic):
            yield types.CodeAction(
                title=f"{fix.message} ({diagnostic.code})",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[to_diagnostic(ls, snapshot, diagnostic)],
                is_preferred=fix.applicability is Applicability.SAFE,
                edit=snapshot.workspace_edit(fix.edits),
            )
    for code in dict.fromkeys(diagnostic.code for diagnostic in found):
        yield from _fix_all_of_rule(snapshot, code)
    for diagnostic in found:
        edit = suppressing(snapshot.document, diagnostic.code, diagnostic.finding.span.start, REASON_PLACEHOLDER)
        if edit is not None:
            yield types.CodeAction(
                title=f"Suppress {diagnostic.code} for this paragraph",
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[to_diagnostic(ls, snapshot, diagnostic)],
                edit=_with_reason(ls, snapshot, edit),
            )


def _with_reason(ls: Server, snapshot: DocumentSnapshot, edit: Edit) -> types.WorkspaceEdit:
    """Return the edit that inserts a comment; if the editor supports snippets, the reason is filled in at once."""
    if not ls.client.snippet_edits:
        return snapshot.workspace_edit((edit,))
    escaped = re.sub(r"[\\$}]", r"\\\g<0>", edit.content)
    snippet = types.StringValue(escaped.replace(REASON_PLACEHOLDER, "${1:" + REASON_PLACEHOLDER + "}"))
    found: list[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit] = [
        types.SnippetTextEdit(snapshot.range(edit.span), snippet)
    ]
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(snapshot.identifier, found)])


def _fix_all_of_rule(snapshot: DocumentSnapshot, code: str) -> Iterator[types.CodeAction]:
    """Return one action for all fixable problems of a rule, if there are several."""
    of_rule = [diagnostic for diagnostic in snapshot.diagnostics if diagnostic.code == code and _is_fixable(diagnostic)]
    if len(of_rule) > 1:
        edits, _ = disjoint([diagnostic.finding.fix for diagnostic in of_rule if diagnostic.finding.fix])
        yield types.CodeAction(
            title=f"Fix all {len(of_rule)} {code} problems ({of_rule[0].name})",
            kind=types.CodeActionKind.QuickFix,
            edit=snapshot.workspace_edit(tuple(edits)),
        )


def _is_fixable(diagnostic: Diagnostic) -> bool:
    fix = diagnostic.finding.fix
    return fix is not None and fix.applicability is not Applicability.MANUAL


def _edit_action(
    snapshot: DocumentSnapshot, kind: str, title: str, fix: Fix | FixUnavailable | None, *, show_disabled: bool
) -> types.CodeAction | None:
    """Return the action that applies a fix, or a disabled action with the reason why it is unavailable."""
    if isinstance(fix, Fix):
        return types.CodeAction(title=title, kind=kind, edit=snapshot.workspace_edit(fix.edits))
    if isinstance(fix, FixUnavailable) and show_disabled:
        disabled = types.CodeActionDisabled(f"Cannot {_VERBS[kind]}: {fix.words}")
        return types.CodeAction(title=title, kind=kind, disabled=disabled)
    return None
