/**
 * Check that the server can be started, before the client starts it: a client would start it five times in vain. Install
 * what is missing.
 */

import { execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";

import type { Command } from "./command.ts";

/** What prevents the server from starting. */
export interface Obstacle {
  /** A sentence for the user. */
  readonly message: string;
  /** Whether installing packages into the environment helps. */
  readonly installable: boolean;
}

/** Return what prevents a command from starting the server, or undefined. */
export function findObstacle(command: Command): Promise<Obstacle | undefined> {
  return new Promise((resolve) => {
    execFile(command.program, [...command.arguments, "--check"], { timeout: 30_000, windowsHide: true }, (error, _, stderr) => {
      resolve(error === null ? undefined : obstacle(command, stderr, error));
    });
  });
}

/** Return what the output of a failed check says; undefined if it does not concern the start of the server. */
export function obstacle(command: Command, stderr: string, error: Error): Obstacle | undefined {
  const last = stderr.trim().split("\n").at(-1) ?? "";
  if (/unknown option '--check'/.test(last)) {
    return undefined; // an earlier version, which has no check
  }
  if (/No module named '?"?resolint/.test(last)) {
    return { message: `${command.program} has no resolint. Install it there, or select another environment.`, installable: true };
  }
  const sentence = last.replace(/^resolint: /, "") || error.message;
  return { message: `Cannot start the server: ${sentence}`, installable: last.includes("resolint[lsp]") };
}

/** Install the packages of the server into the environment of an interpreter. Throws if pip fails. */
export function installServer(interpreter: string, onLine: (line: string) => void): Promise<void> {
  const words = ["-m", "pip", "install", "resolint[lsp]"];
  onLine([interpreter, ...words].join(" "));
  return new Promise((resolve, reject) => {
    const pip = spawn(interpreter, words, { windowsHide: true });
    createInterface(pip.stdout).on("line", onLine);
    createInterface(pip.stderr).on("line", onLine);
    pip.on("error", reject);
    pip.on("close", (status) => (status === 0 ? resolve() : reject(new Error(`pip ended with status ${status}`))));
  });
}
