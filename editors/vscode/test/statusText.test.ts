import assert from "node:assert/strict";
import { test } from "node:test";

import { hoverLines, shortText, type Status } from "../src/statusText.ts";

const STATUS: Status = {
  resolutions: 1, body: "ga", stage: "draft", era: "2020+", guide: null, counts: { error: 2, warning: 1, info: 0 }, tidy: 0,
};

test("body, stage and the counts that are not zero", () => {
  assert.equal(shortText(STATUS), "GA draft · 2 errors, 1 warning");
  assert.equal(shortText({ ...STATUS, counts: { error: 0, warning: 0, info: 3 } }), "GA draft · 3 info");
  assert.equal(shortText({ ...STATUS, counts: { error: 0, warning: 0, info: 0 } }), "GA draft · no findings");
});

test("the guide is more precise than the body", () => {
  assert.equal(shortText({ ...STATUS, body: "mun", guide: "thimun", stage: null }), "THIMUN · 2 errors, 1 warning");
});

test("unknown parts are left out", () => {
  assert.equal(shortText({ ...STATUS, body: null, stage: null }), "resolution · 2 errors, 1 warning");
  assert.deepEqual(hoverLines({ ...STATUS, body: null, stage: null, era: null }), ["**Findings:** 2 errors, 1 warning"]);
});

test("the hover names the body, the number of resolutions and what tidying corrects", () => {
  const lines = hoverLines({ ...STATUS, resolutions: 3, tidy: 2 });
  assert.equal(lines[0], "**Body:** General Assembly");
  assert.ok(lines.includes("**Resolutions:** 3"));
  assert.match(lines.at(-1) ?? "", /command:resolint\.tidy.* 2 of them/);
});
