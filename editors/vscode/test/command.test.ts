import assert from "node:assert/strict";
import { test } from "node:test";

import { interpreterOf, serverCommand, ServerNotFoundError, type Machine, type ServerSettings } from "../src/command.ts";

const DEFAULTS: ServerSettings = { path: "", interpreter: "", selectedInterpreter: "", folders: ["/drafts"], trusted: true };

function machine(...programs: string[]): Machine {
  return { windows: false, home: "/home/mara", pathVariable: "/usr/bin:relative:/opt/bin", isExecutable: (path) => programs.includes(path) };
}

test("the command on the PATH is started", () => {
  assert.deepEqual(serverCommand(DEFAULTS, machine("/opt/bin/resolint")), { program: "/opt/bin/resolint", arguments: ["server"] });
});

test("a virtual environment of the folder comes before the PATH", () => {
  const found = serverCommand(DEFAULTS, machine("/opt/bin/resolint", "/drafts/.venv/bin/resolint"));
  assert.equal(found.program, "/drafts/.venv/bin/resolint");
});

test("nothing is started from an untrusted folder", () => {
  const untrusted = { ...DEFAULTS, trusted: false };
  assert.throws(() => serverCommand(untrusted, machine("/drafts/.venv/bin/resolint")), ServerNotFoundError);
  assert.throws(() => serverCommand({ ...untrusted, path: "bin/resolint" }, machine("/drafts/bin/resolint")), ServerNotFoundError);
});

test("resolint.path takes precedence, with variables expanded", () => {
  const running = machine("/opt/bin/resolint", "/drafts/tools/resolint", "/home/mara/resolint");
  assert.equal(serverCommand({ ...DEFAULTS, path: "${workspaceFolder}/tools/resolint" }, running).program, "/drafts/tools/resolint");
  assert.equal(serverCommand({ ...DEFAULTS, path: "tools/resolint" }, running).program, "/drafts/tools/resolint");
  assert.equal(serverCommand({ ...DEFAULTS, path: "~/resolint" }, running).program, "/home/mara/resolint");
  assert.equal(serverCommand({ ...DEFAULTS, path: "resolint" }, running).program, "/opt/bin/resolint");
});

test("resolint.interpreter runs the module", () => {
  const found = serverCommand({ ...DEFAULTS, interpreter: "python3" }, machine("/usr/bin/python3", "/opt/bin/resolint"));
  assert.deepEqual(found, { program: "/usr/bin/python3", arguments: ["-m", "resolint", "server"] });
});

test("an invalid setting is reported, and nothing else is started", () => {
  assert.throws(() => serverCommand({ ...DEFAULTS, path: "/no/resolint" }, machine("/opt/bin/resolint")), /resolint\.path points to \/no\/resolint/);
});

test("if nothing is found, the message says how to install resolint", () => {
  assert.throws(() => serverCommand(DEFAULTS, machine()), /pip install '\.\[lsp\]'/);
});

test("relative folders of the PATH are ignored", () => {
  assert.throws(() => serverCommand(DEFAULTS, machine("relative/resolint")), ServerNotFoundError);
});

test("the environment of the Python extension comes after those of the folder and before the PATH", () => {
  const selected = { ...DEFAULTS, selectedInterpreter: "/envs/tide/bin/python" };
  const [inFolder, inEnvironment, onPath] = ["/drafts/.venv/bin/resolint", "/envs/tide/bin/resolint", "/opt/bin/resolint"];
  assert.equal(serverCommand(selected, machine(inFolder, inEnvironment, onPath)).program, inFolder);
  assert.equal(serverCommand(selected, machine(inEnvironment, onPath)).program, inEnvironment);
  assert.equal(serverCommand(selected, machine(onPath)).program, onPath);
});

test("packages are installed with the interpreter of the command, if it is known", () => {
  const python = { program: "/envs/tide/bin/python", arguments: ["-m", "resolint", "server"] };
  assert.equal(interpreterOf(python, machine()), "/envs/tide/bin/python");
  const script = { program: "/envs/tide/bin/resolint", arguments: ["server"] };
  assert.equal(interpreterOf(script, machine("/envs/tide/bin/python3")), "/envs/tide/bin/python3");
  assert.equal(interpreterOf(script, machine()), undefined);
});
