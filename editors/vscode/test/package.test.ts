import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const path = (name: string) => new URL(`../${name}`, import.meta.url);
const read = (name: string) => readFileSync(path(name), "utf8");
const manifest = JSON.parse(read("package.json"));

test("every bundled package is listed with its licence", () => {
  const notices = read("ThirdPartyNotices.txt");
  const bundled = ["vscode-languageclient", "vscode-jsonrpc", "vscode-languageserver-protocol", "minimatch", "semver"];
  for (const name of bundled) {
    const notice = notices.split(/^-{80}$/m).find((part) => part.trim().startsWith(`${name} `));
    assert.match(notice ?? "", /permission|licen[cs]e/i, name);
    assert.match(notice ?? "", /copyright|contributor/i, name);
  }
});

test("the icon is the one that the script draws", () => {
  const before = readFileSync(path("images/icon.png"));
  execFileSync(process.execPath, [path("build/icon.mjs").pathname]);
  assert.deepEqual(readFileSync(path("images/icon.png")), before);
  assert.deepEqual([before.readUInt32BE(16), before.readUInt32BE(20)], [128, 128]);
});

test("every file that the manifest names exists", () => {
  const text = JSON.stringify(manifest.contributes) + manifest.icon;
  const named = [...text.matchAll(/"(?:\.\/)?((?:snippets|syntaxes|walkthrough|dist|images)\/[^"]+)"/g)].map((match) => match[1] ?? "");
  assert.ok(named.length >= 6);
  assert.deepEqual(named.filter((name) => !existsSync(path(name))), []);
});

test("the pictures of the README exist and are small", () => {
  const pictures = [...read("README.md").matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1] ?? "");
  assert.ok(pictures.length >= 3);
  assert.deepEqual(pictures.filter((name) => readFileSync(path(name)).length > 200_000), []);
});

test("the schema describes the settings file", () => {
  const schema = JSON.parse(read("dist/resolint.schema.json"));
  assert.ok("profile" in schema.properties && "ignore" in schema.properties);
  assert.equal(manifest.contributes.tomlValidation[0].fileMatch, "resolint.toml");
});

test("every command of the palette and of the walkthrough is registered", () => {
  const bundle = read("dist/extension.js");
  const inSteps = [...JSON.stringify(manifest.contributes.walkthroughs).matchAll(/ommand:(resolint\.\w+)/g)].map((match) => match[1] ?? "");
  const names = [...manifest.contributes.commands.map((entry: { command: string }) => entry.command), ...inSteps];
  assert.deepEqual(names.filter((name: string) => !bundle.includes(`"${name}"`)), []);
});
