/** The command “Preview as Printed”: a page beside the editor that shows the draft in the layout of a resolution. */

import * as vscode from "vscode";

import type { Server } from "./server.ts";

/** Milliseconds without an edit before the preview is updated. */
const DELAY = 150;

export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: vscode.Uri | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.subscriptions = [
      server.onDidChange(() => this.schedule()),
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document.uri.toString() === this.shown?.toString()) {
          this.schedule();
        }
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
    ];
  }

  /** Open the preview of the active document. */
  open(): void {
    if (this.panel === undefined) {
      const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.panel = vscode.window.createWebviewPanel("resolint.preview", "Preview", beside, { enableScripts: false });
      this.panel.onDidDispose(() => {
        this.panel = this.shown = undefined;
      });
    }
    this.follow(vscode.window.activeTextEditor);
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Show the document of another editor, if it can contain a draft. */
  private follow(editor: vscode.TextEditor | undefined): void {
    if (this.panel !== undefined && editor !== undefined && ["markdown", "plaintext"].includes(editor.document.languageId)) {
      this.shown = editor.document.uri;
      this.panel.title = `Preview ${editor.document.fileName.split(/[\\/]/).at(-1) ?? ""}`;
      void this.update();
    }
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), DELAY);
  }

  private async update(): Promise<void> {
    const uri = this.shown;
    if (this.panel === undefined || uri === undefined) {
      return;
    }
    const answer = await this.server.client?.sendRequest<{ html: string } | null>("resolint/preview", { uri: uri.toString() });
    if (answer && uri === this.shown) {
      this.panel.webview.html = answer.html;
    }
  }
}
