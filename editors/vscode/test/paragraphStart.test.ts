import assert from "node:assert/strict";
import { test } from "node:test";

import { beginsOpener } from "../src/paragraphStart.ts";

test("the first capital letter of a paragraph begins an opener", () => {
  for (const before of ["", "*", "_", "**", "3. ", "12. *", "    (b) ", "OP4 ", "PP2. *", "3 "]) {
    assert.ok(beginsOpener(before, "R"), before);
  }
});

test("later words, small letters, headings and lists do not", () => {
  for (const before of ["*Recalling* the ", "# ", "- ", "> ", "3.", "The ", "[^1]: ", "| "]) {
    assert.ok(!beginsOpener(before, "R"), before);
  }
  for (const typed of ["r", "", "Re", "1", " ", "\n"]) {
    assert.ok(!beginsOpener("", typed), typed);
  }
});
