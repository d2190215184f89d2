/**
 * Show the openers while the first letter of a paragraph is typed. In Markdown, VS Code suggests nothing while typing, and
 * it ignores trigger characters that are letters.
 */

import * as vscode from "vscode";

import { beginsOpener } from "./paragraphStart.ts";

/** Return a subscription to the changes of documents. `isDraft` says whether the active editor shows a draft. */
export function suggestOpeners(isDraft: () => boolean): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const change = contentChanges.length === 1 && reason === undefined ? contentChanges[0] : undefined;
    if (change === undefined || document !== vscode.window.activeTextEditor?.document || !isDraft()) {
      return;
    }
    const before = document.lineAt(change.range.start.line).text.slice(0, change.range.start.character);
    if (beginsOpener(before, change.text) && !suggestsWhileTyping(document)) {
      void vscode.commands.executeCommand("editor.action.triggerSuggest", { auto: true });
    }
  });
}

function suggestsWhileTyping(document: vscode.TextDocument): boolean {
  const value = vscode.workspace.getConfiguration("editor", document).get<boolean | { other?: string | boolean }>("quickSuggestions");
  const other = typeof value === "object" ? value.other : value;
  return other === true || other === "on";
}
