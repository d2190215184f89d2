/** The command “New Draft Resolution”: choose a body or a guide, and open a new draft in its form. */

import * as vscode from "vscode";

import type { Server } from "./server.ts";

/** A kind of draft that the server knows. */
interface DraftKind {
  readonly body: string;
  readonly guide: string | null;
  readonly name: string;
}

/** Ask for the kind of draft, and open a new document with places to fill in. */
export async function newDraft(server: Server): Promise<void> {
  const client = server.client;
  if (client === undefined) {
    return;
  }
  const kinds = await client.sendRequest<DraftKind[]>("resolint/draftKinds", null);
  const items = kinds.map((kind) => ({ label: kind.name, description: kind.guide ?? kind.body, draft: kind }));
  const options = { title: "New Draft Resolution", placeHolder: "Body, or guide of Model United Nations", matchOnDescription: true };
  const chosen = await vscode.window.showQuickPick(items, options);
  if (chosen === undefined) {
    return;
  }
  const { body, guide } = chosen.draft;
  const created = await client.sendRequest<{ snippet: string }>("resolint/newDraft", guide === null ? { body } : { body, guide });
  const document = await vscode.workspace.openTextDocument({ language: "markdown" });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(created.snippet));
}
