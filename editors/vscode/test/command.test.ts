import assert from "node:assert/strict";
import { test } from "node:test";

import { command, NoServer, type Choice, type Machine } from "../src/command.ts";

const NOTHING: Choice = { path: "", interpreter: "", folders: ["/drafts"], trusted: true };

function machine(...programs: string[]): Machine {
  return { windows: false, home: "/home/mara", searched: "/usr/bin:relative:/opt/bin", runs: (path) => programs.includes(path) };
}

test("the command on the path is started", () => {
  assert.deepEqual(command(NOTHING, machine("/opt/bin/resolint")), { program: "/opt/bin/resolint", arguments: ["server"] });
});

test("the folder's environment comes before the path", () => {
  const found = command(NOTHING, machine("/opt/bin/resolint", "/drafts/.venv/bin/resolint"));
  assert.equal(found.program, "/drafts/.venv/bin/resolint");
});

test("nothing is started from a folder that is not trusted", () => {
  const untrusted = { ...NOTHING, trusted: false };
  assert.throws(() => command(untrusted, machine("/drafts/.venv/bin/resolint")), NoServer);
  assert.throws(() => command({ ...untrusted, path: "bin/resolint" }, machine("/drafts/bin/resolint")), NoServer);
});

test("a set path wins, with the folder and the home written out", () => {
  const running = machine("/opt/bin/resolint", "/drafts/tools/resolint", "/home/mara/resolint");
  assert.equal(command({ ...NOTHING, path: "${workspaceFolder}/tools/resolint" }, running).program, "/drafts/tools/resolint");
  assert.equal(command({ ...NOTHING, path: "tools/resolint" }, running).program, "/drafts/tools/resolint");
  assert.equal(command({ ...NOTHING, path: "~/resolint" }, running).program, "/home/mara/resolint");
  assert.equal(command({ ...NOTHING, path: "resolint" }, running).program, "/opt/bin/resolint");
});

test("a set interpreter runs the module", () => {
  const found = command({ ...NOTHING, interpreter: "python3" }, machine("/usr/bin/python3", "/opt/bin/resolint"));
  assert.deepEqual(found, { program: "/usr/bin/python3", arguments: ["-m", "resolint", "server"] });
});

test("what a setting names and is not there is said, and nothing else is started in its place", () => {
  assert.throws(() => command({ ...NOTHING, path: "/no/resolint" }, machine("/opt/bin/resolint")), /resolint\.path names \/no\/resolint/);
});

test("where nothing is found the user is told how to install it", () => {
  assert.throws(() => command(NOTHING, machine()), /pip install 'resolint\[lsp\]'/);
});

test("folders of the path that are not absolute are left out", () => {
  assert.throws(() => command(NOTHING, machine("relative/resolint")), NoServer);
});
