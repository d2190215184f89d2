/** Which program is the server: the first of what the settings, the folders and the PATH name. */

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";

/** What the user has set, and where. */
export interface Choice {
  /** `resolint.path`; empty where it is not set. */
  readonly path: string;
  /** `resolint.interpreter`; empty where it is not set. */
  readonly interpreter: string;
  /** The folders of the window, absolute, first one first. */
  readonly folders: readonly string[];
  /** Whether programs that lie in the folders may be started. */
  readonly trusted: boolean;
}

/** A program with its arguments, as it is started. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

/** The machine: replaced in tests. */
export interface Machine {
  readonly windows: boolean;
  readonly home: string;
  readonly searched: string;
  /** Whether an absolute path is a file that can be started. */
  runs(path: string): boolean;
}

/** Nothing to start was found; its message is a whole sentence for the user. */
export class NoServer extends Error {}

const SERVE = ["server"] as const;
const ENVIRONMENTS = [".venv", "venv", "env"] as const;

/** The command that starts the server on standard input and output. Throws `NoServer`. */
export function command(choice: Choice, machine: Machine): Command {
  if (choice.path) {
    return { program: named("resolint.path", choice.path, choice, machine), arguments: SERVE };
  }
  if (choice.interpreter) {
    const program = named("resolint.interpreter", choice.interpreter, choice, machine);
    return { program, arguments: ["-m", "resolint", ...SERVE] };
  }
  const found = near(choice, machine) ?? searched("resolint", machine);
  if (found === undefined) {
    throw new NoServer(
      "resolint was not found. Install it with \"pip install 'resolint[lsp]'\", or name it in the setting resolint.path.",
    );
  }
  return { program: found, arguments: SERVE };
}

/** A program that a setting names: a path, one from a folder of the window, or a name on the PATH. */
function named(setting: string, value: string, choice: Choice, machine: Machine): string {
  const written = expanded(value, choice, machine);
  const found = /[\\/]/.test(written)
    ? candidates(written, choice).find((path) => machine.runs(path))
    : searched(written, machine);
  if (found === undefined) {
    throw new NoServer(`The setting ${setting} names ${written}, which is no program that can be started.`);
  }
  return found;
}

function expanded(value: string, choice: Choice, machine: Machine): string {
  const home = value === "~" || /^~[\\/]/.test(value) ? machine.home + value.slice(1) : value;
  return home.replaceAll("${workspaceFolder}", choice.folders[0] ?? "").replaceAll("${userHome}", machine.home);
}

function candidates(path: string, choice: Choice): string[] {
  if (isAbsolute(path)) {
    return [path];
  }
  return choice.trusted ? choice.folders.map((folder) => resolve(folder, path)) : [];
}

/** The command in a virtual environment of a trusted folder. */
function near(choice: Choice, machine: Machine): string | undefined {
  if (!choice.trusted) {
    return undefined;
  }
  const inside = machine.windows ? join("Scripts", "resolint.exe") : join("bin", "resolint");
  return choice.folders
    .flatMap((folder) => ENVIRONMENTS.map((environment) => join(folder, environment, inside)))
    .find((path) => machine.runs(path));
}

function searched(name: string, machine: Machine): string | undefined {
  const names = machine.windows && !/\.exe$/i.test(name) ? [`${name}.exe`] : [name];
  return machine.searched
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => names.map((file) => join(folder, file)))
    .find((path) => machine.runs(path));
}

/** This machine. */
export function thisMachine(): Machine {
  const windows = process.platform === "win32";
  return {
    windows,
    home: (windows ? process.env["USERPROFILE"] : process.env["HOME"]) ?? "",
    searched: process.env["PATH"] ?? "",
    runs(path) {
      try {
        accessSync(path, windows ? constants.F_OK : constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    },
  };
}
