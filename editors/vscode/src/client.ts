/** The server's other end: what is asked of it, and for which documents. */

import type { LogOutputChannel } from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import type { Command } from "./command.ts";

/** Drafts on disk and those that were never saved. */
export const DOCUMENTS = ["markdown", "plaintext"].flatMap((language) =>
  ["file", "untitled"].map((scheme) => ({ language, scheme })),
);

/** A client that has not been started yet. */
export function client(command: Command, output: LogOutputChannel): LanguageClient {
  const server: ServerOptions = { command: command.program, args: [...command.arguments] };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onSave: true },
  };
  return new LanguageClient("resolint", "resolint", server, options);
}
