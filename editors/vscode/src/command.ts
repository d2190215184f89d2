/** Find the server program: from the settings, an environment of the workspace or the Python extension, or the PATH. */

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";

/** The settings that choose the program, and the workspace they apply to. */
export interface ServerSettings {
  /** `resolint.path`; empty if it is not set. */
  readonly path: string;
  /** `resolint.interpreter`; empty if it is not set. */
  readonly interpreter: string;
  /** Path of the interpreter that is selected in the Python extension; empty if there is none. */
  readonly selectedInterpreter: string;
  /** Absolute paths of the workspace folders, in order. */
  readonly folders: readonly string[];
  /** Whether programs inside the workspace folders may be started. */
  readonly trusted: boolean;
}

/** A program and its arguments. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

/** The operating system; tests replace it. */
export interface Machine {
  readonly windows: boolean;
  readonly home: string;
  /** The value of the PATH variable. */
  readonly pathVariable: string;
  /** Return whether an absolute path is an executable file. */
  isExecutable(path: string): boolean;
}

/** No server program was found. The message is shown to the user. */
export class ServerNotFoundError extends Error {}

const SERVER_ARGUMENTS = ["server"] as const;
const VIRTUAL_ENVIRONMENTS = [".venv", "venv", "env"] as const;

/** Return the command that starts the server on standard input and output. Throws `ServerNotFoundError`. */
export function serverCommand(settings: ServerSettings, machine: Machine): Command {
  if (settings.path) {
    return { program: fromSetting("resolint.path", settings.path, settings, machine), arguments: SERVER_ARGUMENTS };
  }
  if (settings.interpreter) {
    const program = fromSetting("resolint.interpreter", settings.interpreter, settings, machine);
    return { program, arguments: ["-m", "resolint", ...SERVER_ARGUMENTS] };
  }
  const found =
    inVirtualEnvironment(settings, machine) ??
    besideInterpreter(settings.selectedInterpreter, machine) ??
    onPath("resolint", machine);
  if (found === undefined) {
    throw new ServerNotFoundError(
      "resolint was not found. Install it in a Python environment: in a clone of resolint, run \"pip install '.[lsp]'\". " +
        "Then select that environment, or set resolint.path to the command.",
    );
  }
  return { program: found, arguments: SERVER_ARGUMENTS };
}

/** Return the program in a setting: an absolute path, a path in a workspace folder, or a name on the PATH. */
function fromSetting(setting: string, value: string, settings: ServerSettings, machine: Machine): string {
  const expanded = expandVariables(value, settings, machine);
  const found = /[\\/]/.test(expanded)
    ? candidates(expanded, settings).find((path) => machine.isExecutable(path))
    : onPath(expanded, machine);
  if (found === undefined) {
    throw new ServerNotFoundError(`The setting ${setting} points to ${expanded}, which is not an executable program.`);
  }
  return found;
}

function expandVariables(value: string, settings: ServerSettings, machine: Machine): string {
  const home = value === "~" || /^~[\\/]/.test(value) ? machine.home + value.slice(1) : value;
  return home.replaceAll("${workspaceFolder}", settings.folders[0] ?? "").replaceAll("${userHome}", machine.home);
}

function candidates(path: string, settings: ServerSettings): string[] {
  if (isAbsolute(path)) {
    return [path];
  }
  return settings.trusted ? settings.folders.map((folder) => resolve(folder, path)) : [];
}

/** Return the command in a virtual environment of a trusted workspace folder. */
function inVirtualEnvironment(settings: ServerSettings, machine: Machine): string | undefined {
  if (!settings.trusted) {
    return undefined;
  }
  const inside = join(machine.windows ? "Scripts" : "bin", programName(machine));
  return settings.folders
    .flatMap((folder) => VIRTUAL_ENVIRONMENTS.map((environment) => join(folder, environment, inside)))
    .find((path) => machine.isExecutable(path));
}

/** Return the command in the environment of an interpreter. */
function besideInterpreter(interpreter: string, machine: Machine): string | undefined {
  if (!interpreter) {
    return undefined;
  }
  const folder = dirname(interpreter);
  return [folder, join(folder, "Scripts")]
    .map((place) => join(place, programName(machine)))
    .find((path) => machine.isExecutable(path));
}

function programName(machine: Machine): string {
  return machine.windows ? "resolint.exe" : "resolint";
}

/** Return the interpreter of a command's environment, or undefined if it is not beside it. */
export function interpreterOf(command: Command, machine: Machine): string | undefined {
  if (command.arguments[0] === "-m") {
    return command.program;
  }
  const folder = dirname(command.program);
  const names = machine.windows ? ["python.exe", join("..", "python.exe")] : ["python3", "python"];
  return names.map((name) => join(folder, name)).find((path) => machine.isExecutable(path));
}

function onPath(name: string, machine: Machine): string | undefined {
  const names = machine.windows && !/\.exe$/i.test(name) ? [`${name}.exe`] : [name];
  return machine.pathVariable
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => names.map((file) => join(folder, file)))
    .find((path) => machine.isExecutable(path));
}

/** Return the operating system that the extension runs on. */
export function thisMachine(): Machine {
  const windows = process.platform === "win32";
  return {
    windows,
    home: (windows ? process.env["USERPROFILE"] : process.env["HOME"]) ?? "",
    pathVariable: process.env["PATH"] ?? "",
    isExecutable(path) {
      try {
        accessSync(path, windows ? constants.F_OK : constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    },
  };
}
