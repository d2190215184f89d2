import assert from "node:assert/strict";
import { test } from "node:test";

import { findObstacle, obstacle } from "../src/check.ts";

const COMMAND = { program: "/env/bin/python", arguments: ["-m", "resolint", "server"] };
const FAILED = new Error("Command failed");

test("a missing extra is reported in the words of the command, and can be installed", () => {
  const stderr = "resolint: the language server needs pygls; install it with: pip install 'resolint[lsp]'\n";
  assert.deepEqual(obstacle(COMMAND, stderr, FAILED), {
    message: "Cannot start the server: the language server needs pygls; install it with: pip install 'resolint[lsp]'",
    installable: true,
  });
});

test("an environment without resolint is named, and it can be installed", () => {
  const found = obstacle(COMMAND, "/env/bin/python: No module named resolint\n", FAILED);
  assert.match(found?.message ?? "", /^\/env\/bin\/python has no resolint/);
  assert.equal(found?.installable, true);
});

test("an earlier version without the check is started", () => {
  assert.equal(obstacle(COMMAND, "resolint: server: unknown option '--check'; did you mean '--host'?\n", FAILED), undefined);
});

test("any other failure is reported with its last line, and nothing is offered", () => {
  const found = obstacle(COMMAND, "Traceback (most recent call last):\nImportError: libz is missing\n", FAILED);
  assert.deepEqual(found, { message: "Cannot start the server: ImportError: libz is missing", installable: false });
});

test("a command that succeeds or cannot be started", async () => {
  assert.equal(await findObstacle({ program: process.execPath, arguments: ["-e", "0", "--"] }), undefined);
  assert.match((await findObstacle({ program: "/no/such/program", arguments: [] }))?.message ?? "", /ENOENT/);
});
