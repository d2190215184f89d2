/** The server of a window: at most one runs. Starts and stops are performed one after another. */

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

import { findObstacle, installServer } from "./check.ts";
import { createClient } from "./client.ts";
import { interpreterOf, serverCommand, ServerNotFoundError, thisMachine, type Command, type ServerSettings } from "./command.ts";
import { selectedInterpreter } from "./pythonExtension.ts";

export class Server {
  private running: LanguageClient | undefined;
  private last: Promise<void> = Promise.resolve();
  private readonly started = new vscode.EventEmitter<LanguageClient | undefined>();

  /** Fires with the client when the server has started, and with undefined when it has stopped. */
  readonly onDidChange = this.started.event;

  constructor(private readonly output: vscode.LogOutputChannel) {}

  /** The client of the running server. */
  get client(): LanguageClient | undefined {
    return this.running;
  }

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
      const command = serverCommand(await serverSettings(), thisMachine());
      const obstacle = await findObstacle(command);
      if (obstacle !== undefined) {
        this.report(obstacle.message, obstacle.installable ? command : undefined);
        return;
      }
      this.output.info(`starting ${[command.program, ...command.arguments].join(" ")}`);
      const client = createClient(command, this.output);
      await client.start();
      this.running = client;
      await vscode.commands.executeCommand("setContext", "resolint.running", true);
      this.started.fire(client);
    } catch (error) {
      this.report(error instanceof ServerNotFoundError ? error.message : `Cannot start the server: ${String(error)}`);
    }
  }

  private async stopClient(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    await vscode.commands.executeCommand("setContext", "resolint.running", false);
    this.started.fire(undefined);
    await running?.dispose();
  }

  /** Show an error, with a button that installs the missing packages into the environment of a command. */
  private report(message: string, installable?: Command): void {
    this.output.error(message);
    void this.showError(message, installable);
  }

  private async showError(message: string, installable?: Command): Promise<void> {
    const [install, settings, details] = ["Install", "Open Settings", "Show Output"];
    const interpreter = installable && interpreterOf(installable, thisMachine());
    const buttons = interpreter === undefined ? [settings, details] : [install, settings, details];
    const answer = await vscode.window.showErrorMessage(message, ...buttons);
    if (answer === install && interpreter !== undefined) {
      await this.install(interpreter);
    } else if (answer === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "resolint.path");
    } else if (answer === details) {
      this.output.show();
    }
  }

  /** Install the language server into the environment of an interpreter, and start it. */
  private async install(interpreter: string): Promise<void> {
    const progress = { location: vscode.ProgressLocation.Notification, title: "Installing the resolint language server" };
    try {
      await vscode.window.withProgress(progress, () => installServer(interpreter, (line) => this.output.info(line)));
      await this.restart();
    } catch (error) {
      this.report(`Cannot install the language server: ${String(error)}`);
    }
  }
}

async function serverSettings(): Promise<ServerSettings> {
  const settings = vscode.workspace.getConfiguration("resolint");
  return {
    path: settings.get("path", "").trim(),
    interpreter: settings.get("interpreter", "").trim(),
    selectedInterpreter: await selectedInterpreter(),
    folders: (vscode.workspace.workspaceFolders ?? [])
      .filter((folder) => folder.uri.scheme === "file")
      .map((folder) => folder.uri.fsPath),
    trusted: vscode.workspace.isTrusted,
  };
}
