/** The language client: the documents it handles, and how it starts the server. */

import { type LogOutputChannel, TextDocumentSaveReason } from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

import type { Command } from "./command.ts";

/** Markdown and text documents, saved or not. */
export const DRAFTS = ["markdown", "plaintext"].flatMap((language) =>
  ["file", "untitled"].map((scheme) => ({ language, scheme })),
);

/** Settings files, for completion and hover. */
const SETTINGS_FILES = { scheme: "file", pattern: "**/resolint.toml" };

/** Create a client. It still has to be started. */
export function createClient(command: Command, output: LogOutputChannel): LanguageClient {
  const server: ServerOptions = { command: command.program, args: [...command.arguments] };
  const options: LanguageClientOptions = {
    documentSelector: [...DRAFTS, SETTINGS_FILES],
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onSave: true },
    middleware: {
      // a draft that is saved automatically must not change while the user writes
      willSaveWaitUntil: async (event, next) => (event.reason === TextDocumentSaveReason.AfterDelay ? [] : await next(event)),
    },
  };
  return new LanguageClient("resolint", "resolint", server, options);
}
