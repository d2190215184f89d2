/** Start the language server in a window, and add the commands to the command palette. */

import * as vscode from "vscode";

import { newDraft } from "./newDraft.ts";
import { suggestOpeners } from "./openerSuggestions.ts";
import { Preview } from "./preview.ts";
import { onInterpreterSelected } from "./pythonExtension.ts";
import { showReferences } from "./references.ts";
import { Server } from "./server.ts";
import { StatusBar } from "./statusBar.ts";
import { tickSteps } from "./walkthrough.ts";

/** The code action that each command of the palette applies. */
const ACTIONS: Readonly<Record<string, string>> = {
  "resolint.fixAll": "source.fixAll.resolint",
  "resolint.renumberParagraphs": "source.renumberParagraphs.resolint",
  "resolint.renumberNotes": "source.renumberNotes.resolint",
};

/** The command of the server that each command of the palette runs on the active document, and its options. */
const SERVER_COMMANDS: Readonly<Record<string, readonly [command: string, ...options: unknown[]]>> = {
  "resolint.tidy": ["resolint.apply.tidy"],
  "resolint.previewTidy": ["resolint.apply.tidy", { preview: true }],
};

/** Settings that require a restart of the server. */
const RESTART_SETTINGS = ["resolint.enable", "resolint.path", "resolint.interpreter"];

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("resolint", { log: true });
  const server = new Server(output);
  const preview = new Preview(server);
  const statusBar = new StatusBar(server);
  const register = vscode.commands.registerCommand;
  context.subscriptions.push(
    output,
    preview,
    statusBar,
    suggestOpeners(() => statusBar.isDraft),
    tickSteps({
      "resolint.step.install": () => server.client !== undefined,
      "resolint.step.draft": () => statusBar.hasSeenDraft,
    }),
    { dispose: () => void server.stop() },
    register("resolint.restart", () => server.restart()),
    register("resolint.showOutput", () => output.show()),
    register("resolint.newDraft", () => newDraft(server)),
    register("resolint.preview", () => preview.open()),
    register("resolint.showReferences", (uri, position, locations) => showReferences(server, uri, position, locations)),
    ...Object.entries(ACTIONS).map(([name, kind]) => register(name, () => applyAction(kind))),
    ...Object.entries(SERVER_COMMANDS).map(([name, [command, ...options]]) =>
      register(name, () => runOnActiveDocument(command, options)),
    ),
    vscode.workspace.onDidChangeConfiguration((change) =>
      RESTART_SETTINGS.some((setting) => change.affectsConfiguration(setting)) ? server.restart() : undefined,
    ),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  await server.restart();
  const selection = await onInterpreterSelected(() => void server.restart());
  if (selection !== undefined) {
    context.subscriptions.push(selection);
  }
}

async function applyAction(kind: string): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", { kind, apply: "first" });
}

async function runOnActiveDocument(command: string, options: readonly unknown[]): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  if (uri !== undefined) {
    await vscode.commands.executeCommand(command, uri, ...options);
  }
}
