/** Start the language server in a window, and add its commands to the command palette. */

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

import { createClient } from "./client.ts";
import { serverCommand, ServerNotFoundError, thisMachine, type ServerSettings } from "./command.ts";

/** The code action that each command of the palette applies. */
const ACTIONS: Readonly<Record<string, string>> = {
  "resolint.fixAll": "source.fixAll.resolint",
  "resolint.renumberParagraphs": "source.renumberParagraphs.resolint",
  "resolint.renumberNotes": "source.renumberNotes.resolint",
};

/** Settings that require a restart of the server. */
const RESTART_SETTINGS = ["resolint.enable", "resolint.path", "resolint.interpreter"];

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("resolint", { log: true });
  const server = new Server(output);
  context.subscriptions.push(
    output,
    { dispose: () => void server.stop() },
    vscode.commands.registerCommand("resolint.restart", () => server.restart()),
    vscode.commands.registerCommand("resolint.showOutput", () => output.show()),
    ...Object.entries(ACTIONS).map(([name, kind]) => vscode.commands.registerCommand(name, () => apply(kind))),
    vscode.workspace.onDidChangeConfiguration((change) =>
      RESTART_SETTINGS.some((setting) => change.affectsConfiguration(setting)) ? server.restart() : undefined,
    ),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  await server.restart();
}

async function apply(kind: string): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", { kind, apply: "first" });
}

/** At most one running server. Starts and stops run one after another. */
class Server {
  private running: LanguageClient | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.stopClient();
      if (vscode.workspace.getConfiguration("resolint").get("enable", true)) {
        await this.startClient();
      }
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopClient());
  }

  private enqueue(next: () => Promise<void>): Promise<void> {
    this.last = this.last.then(next, next);
    return this.last;
  }

  private async startClient(): Promise<void> {
    try {
      const command = serverCommand(serverSettings(), thisMachine());
      this.output.info(`starting ${[command.program, ...command.arguments].join(" ")}`);
      const client = createClient(command, this.output);
      await client.start();
      this.running = client;
      await vscode.commands.executeCommand("setContext", "resolint.running", true);
    } catch (error) {
      const message = error instanceof ServerNotFoundError ? error.message : `Cannot start the server: ${String(error)}`;
      this.output.error(message);
      void this.showError(message);
    }
  }

  private async stopClient(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    await vscode.commands.executeCommand("setContext", "resolint.running", false);
    await running?.dispose();
  }

  private async showError(message: string): Promise<void> {
    const [settings, details] = ["Open Settings", "Show Output"];
    const answer = await vscode.window.showErrorMessage(message, settings, details);
    if (answer === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "resolint.path");
    } else if (answer === details) {
      this.output.show();
    }
  }
}

function serverSettings(): ServerSettings {
  const settings = vscode.workspace.getConfiguration("resolint");
  return {
    path: settings.get("path", "").trim(),
    interpreter: settings.get("interpreter", "").trim(),
    folders: (vscode.workspace.workspaceFolders ?? [])
      .filter((folder) => folder.uri.scheme === "file")
      .map((folder) => folder.uri.fsPath),
    trusted: vscode.workspace.isTrusted,
  };
}
