/** The command of a code lens: show the references to a paragraph. */

import * as vscode from "vscode";
import type { Location, Position } from "vscode-languageclient/node";

import type { Server } from "./server.ts";

/** Show locations that the server sent. */
export async function showReferences(server: Server, uri: string, position: Position, locations: Location[]): Promise<void> {
  const convert = server.client?.protocol2CodeConverter;
  if (convert !== undefined) {
    await vscode.commands.executeCommand(
      "editor.action.showReferences",
      vscode.Uri.parse(uri),
      convert.asPosition(position),
      locations.map((location) => convert.asLocation(location)),
    );
  }
}
