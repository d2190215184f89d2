/** Starts the server in a window, and gives its commands a place in the palette. */

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

import { client } from "./client.ts";
import { command, NoServer, thisMachine, type Choice } from "./command.ts";

/** The code actions that stand in the palette, by the command that asks for each. */
const ACTIONS: Readonly<Record<string, string>> = {
  "resolint.fixAll": "source.fixAll.resolint",
  "resolint.renumberParagraphs": "source.renumberParagraphs.resolint",
  "resolint.renumberNotes": "source.renumberNotes.resolint",
};

/** Settings that say which program is started. */
const OF_THE_PROGRAM = ["resolint.enable", "resolint.path", "resolint.interpreter"];

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
      OF_THE_PROGRAM.some((setting) => change.affectsConfiguration(setting)) ? server.restart() : undefined,
    ),
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  await server.restart();
}

async function apply(kind: string): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", { kind, apply: "first" });
}

/** One server at most; what is asked of it is done in the order it was asked. */
class Server {
  private running: LanguageClient | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  restart(): Promise<void> {
    return this.after(async () => {
      await this.end();
      if (vscode.workspace.getConfiguration("resolint").get("enable", true)) {
        await this.begin();
      }
    });
  }

  stop(): Promise<void> {
    return this.after(() => this.end());
  }

  private after(next: () => Promise<void>): Promise<void> {
    this.last = this.last.then(next, next);
    return this.last;
  }

  private async begin(): Promise<void> {
    try {
      const chosen = command(choice(), thisMachine());
      this.output.info(`starting ${[chosen.program, ...chosen.arguments].join(" ")}`);
      const started = client(chosen, this.output);
      await started.start();
      this.running = started;
      await vscode.commands.executeCommand("setContext", "resolint.running", true);
    } catch (error) {
      const words = error instanceof NoServer ? error.message : `The server could not be started: ${String(error)}`;
      this.output.error(words);
      void this.tell(words);
    }
  }

  private async end(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    await vscode.commands.executeCommand("setContext", "resolint.running", false);
    await running?.dispose();
  }

  private async tell(words: string): Promise<void> {
    const [settings, details] = ["Open Settings", "Show Output"];
    const answer = await vscode.window.showErrorMessage(words, settings, details);
    if (answer === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "resolint.path");
    } else if (answer === details) {
      this.output.show();
    }
  }
}

function choice(): Choice {
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
