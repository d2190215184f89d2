/** The interpreter that is selected in the Python extension of Microsoft, if it is installed. */

import * as vscode from "vscode";

const IDENTIFIER = "ms-python.python";

/** The part of the extension's interface that is used here. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(environment: { readonly path: string }): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

async function api(): Promise<PythonApi | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>(IDENTIFIER);
  try {
    const found = await extension?.activate();
    return found?.environments === undefined ? undefined : found;
  } catch {
    return undefined; // an extension that fails must not keep the server from starting
  }
}

/** Return the path of the selected interpreter, or an empty text. */
export async function selectedInterpreter(): Promise<string> {
  const environments = (await api())?.environments;
  if (environments === undefined) {
    return "";
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const resolved = await environments.resolveEnvironment(environments.getActiveEnvironmentPath(folder));
  return resolved?.executable.uri?.fsPath ?? "";
}

/** Call a function when another interpreter is selected. */
export async function onInterpreterSelected(callback: () => void): Promise<vscode.Disposable | undefined> {
  return (await api())?.environments.onDidChangeActiveEnvironmentPath(callback);
}
