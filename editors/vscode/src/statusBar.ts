/** The item in the status bar: what the draft in the active editor is read as, and its findings. */

import * as vscode from "vscode";

import { DRAFTS } from "./client.ts";
import type { Server } from "./server.ts";
import { hoverLines, shortText, type Status } from "./statusText.ts";

/** Milliseconds to wait for further changes before the server is asked. */
const DELAY = 250;

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("resolint.status", vscode.StatusBarAlignment.Right, 90);
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;

  /** Whether the active editor shows a draft. */
  isDraft = false;
  /** Whether an editor has shown a draft. */
  hasSeenDraft = false;

  constructor(private readonly server: Server) {
    this.item.name = "resolint";
    this.item.command = "workbench.actions.view.problems";
    this.subscriptions = [
      this.item,
      server.onDidChange(() => this.schedule()),
      vscode.window.onDidChangeActiveTextEditor(() => void this.update()),
      vscode.languages.onDidChangeDiagnostics((change) => {
        const active = vscode.window.activeTextEditor?.document.uri.toString();
        if (change.uris.some((uri) => uri.toString() === active)) {
          this.schedule();
        }
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), DELAY);
  }

  private async update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && vscode.languages.match(DRAFTS, document) ? await this.ask(document.uri) : null;
    if (document !== vscode.window.activeTextEditor?.document) {
      return; // the user has gone to another editor in the meantime
    }
    const isDraft = status !== null && status.resolutions > 0;
    this.isDraft = isDraft;
    this.hasSeenDraft ||= isDraft;
    await vscode.commands.executeCommand("setContext", "resolint.draft", isDraft);
    if (isDraft) {
      this.item.text = `$(law) ${shortText(status)}`;
      const hover = new vscode.MarkdownString(hoverLines(status).join("  \n"));
      hover.isTrusted = { enabledCommands: ["resolint.tidy"] };
      this.item.tooltip = hover;
      this.item.show();
    } else {
      this.item.hide();
    }
  }

  private async ask(uri: vscode.Uri): Promise<Status | null> {
    try {
      return (await this.server.client?.sendRequest<Status | null>("resolint/status", { uri: uri.toString() })) ?? null;
    } catch {
      return null; // an earlier server, or one that is being stopped
    }
  }
}
