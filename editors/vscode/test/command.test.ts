import assert from "node:assert/strict";
import { test } from "node:test";

import { serverCommand, ServerNotFoundError, type Machine, type ServerSettings } from "../src/command.ts";

const DEFAULTS: ServerSettings = { path: "", interpreter: "", folders: ["/drafts"], trusted: true };

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
  assert.throws(() => serverCommand(DEFAULTS, machine()), /pip install 'resolint\[lsp\]'/);
});

test("relative folders of the PATH are ignored", () => {
  assert.throws(() => serverCommand(DEFAULTS, machine("relative/resolint")), ServerNotFoundError);
});
