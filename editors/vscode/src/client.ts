/** The language client: the documents it handles, and how it starts the server. */

import type { LogOutputChannel } from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import type { Command } from "./command.ts";

/** Markdown and text documents, saved or not. */
export const DOCUMENTS = ["markdown", "plaintext"].flatMap((language) =>
  ["file", "untitled"].map((scheme) => ({ language, scheme })),
);

/** Create a client. It still has to be started. */
export function createClient(command: Command, output: LogOutputChannel): LanguageClient {
  const server: ServerOptions = { command: command.program, args: [...command.arguments] };
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onSave: true },
  };
  return new LanguageClient("resolint", "resolint", server, options);
}
