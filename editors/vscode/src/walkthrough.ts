/**
 * Tick the steps of the walkthrough that are already done.
 *
 * VS Code ticks a step when its context becomes true, but not if it is true already when the walkthrough is opened. So the
 * contexts are true only for a moment, after each change of the tabs.
 */

import * as vscode from "vscode";

/** Milliseconds after which VS Code has read the walkthrough that a new tab shows. */
const DELAY = 500;

/** Return a subscription that ticks steps; each context has a function that says whether its step is done. */
export function tickSteps(steps: Readonly<Record<string, () => boolean>>): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const tick = async () => {
    for (const [context, isDone] of Object.entries(steps)) {
      if (isDone()) {
        await vscode.commands.executeCommand("setContext", context, true);
        await vscode.commands.executeCommand("setContext", context, false);
      }
    }
  };
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(timer) },
    vscode.window.tabGroups.onDidChangeTabs(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void tick(), DELAY);
    }),
  );
}
