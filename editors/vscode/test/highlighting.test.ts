import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";

import * as oniguruma from "vscode-oniguruma";
import * as textmate from "vscode-textmate";

const injection = readFileSync(new URL("../syntaxes/resolution.injection.json", import.meta.url), "utf8");
/** A minimal Markdown grammar: only the scopes that the injection depends on. */
const markdown = JSON.stringify({
  scopeName: "text.html.markdown",
  patterns: [{ name: "markup.fenced_code.block.markdown", begin: "^```", end: "^```" }],
});

let grammar: textmate.IGrammar;

before(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) =>
      textmate.parseRawGrammar(scope === "text.html.markdown" ? markdown : injection, "grammar.json"),
    getInjections: (scope) => (scope === "text.html.markdown" ? ["markdown.resolint.injection"] : []),
  });
  const loaded = await registry.loadGrammar("text.html.markdown");
  assert.ok(loaded);
  grammar = loaded;
});

/** Return the tokens that the injection grammar marks, with the name of their scope. */
function highlighted(...lines: string[]): [string, string][] {
  const found: [string, string][] = [];
  let state = textmate.INITIAL;
  for (const line of lines) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const token of result.tokens) {
      const scope = token.scopes.find((name) => name.endsWith(".resolint"));
      if (scope) {
        found.push([line.slice(token.startIndex, token.endIndex), scope.replace(/\.resolint$/, "")]);
      }
    }
  }
  return found;
}

test("the organ line", () => {
  assert.deepEqual(highlighted("*The General Assembly*,"), [["The General Assembly", "entity.name.type.organ"]]);
});

test("a preambular paragraph: opener and adverb", () => {
  assert.deepEqual(highlighted("*Recalling also* the keepers of the lamps,"), [
    ["Recalling", "keyword.control.opener"],
    [" also", "storage.modifier.sequence"],
  ]);
  assert.deepEqual(highlighted("_Noting with appreciation_ the lamps,"), [["Noting", "keyword.control.opener"], [" with appreciation", "keyword.control.opener"]]);
});

test("an operative paragraph: number, adverb, opener, citation and footnote reference", () => {
  assert.deepEqual(highlighted("12. *Also requests* the keepers, pursuant to resolution 70/1,[^4] to read;"), [
    ["12.", "constant.numeric.paragraph"],
    ["Also ", "storage.modifier.sequence"],
    ["requests", "keyword.control.opener"],
    ["70/1", "constant.other.citation"],
    ["[^4]", "constant.other.note"],
  ]);
});

test("sub-paragraphs, resolutions of the Council, symbols, superscript footnote references", () => {
  assert.deepEqual(highlighted("    (b) To recall resolution 1325 (2000) and A/RES/70/1;¹²"), [
    ["(b)", "constant.numeric.subparagraph"],
    ["1325 (2000)", "constant.other.citation"],
    ["A/RES/70/1", "constant.other.symbol"],
    ["¹²", "constant.other.note"],
  ]);
});

test("prose, lists and code are not highlighted", () => {
  assert.deepEqual(highlighted("A lamp is lit (at dusk) 12 times."), []);
  assert.deepEqual(highlighted("1. First of all, oil."), []);
  assert.deepEqual(highlighted("```", "1. *Decides* that this is code;", "```"), []);
});
