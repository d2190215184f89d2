import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { unavailable, Workbench } from "./workbench.ts";

const DRAFT = `# Draft resolution

## Tidal libraries

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

*Noting with appreciation* the readers who dry the books of the tidal libraries,

1. *Decides* to keep the lamps of the tidal libraries lit, as set out in paragraph 4 below;

2. *Requests* the keepers to dry the books before each spring tide;

4. *Requests* the keepers:

    (a) To count the tides;

    (c) To report on the lamps;

5. *Invites* the harbour masters to read to the keepers.
`;
/** The draft, after its paragraphs and letters have been numbered anew and an adverb has been added. */
const TIDY = ["set out in paragraph 3", "3. *Also requests* the keepers:", "(b) To report on the lamps;", "4. *Invites* the harbour masters"];

const SKIP = unavailable();
const RESOLINT = process.env["RESOLINT"] ?? "resolint";
const STATUS = ".statusbar-item";
let workbench: Workbench;

before(async () => {
  if (!SKIP) {
    const names = ["open", "write", "number", "fix", "tidy", "confirm", "print", "save", "lens"];
    const drafts = Object.fromEntries(names.map((name) => [`${name}.md`, DRAFT]));
    workbench = await Workbench.start({ ...drafts, "resolint.toml": 'profile = "ga"\n' }, { "resolint.path": RESOLINT, "resolint.fixOnSave": true });
  }
});

after(() => workbench?.stop());

function feature(name: string, run: () => Promise<void>): void {
  test(name, { skip: SKIP }, async () => {
    try {
      await run();
    } finally {
      await workbench.picture(name.replaceAll(/\W+/g, "-"));
      await workbench.closeAll();
    }
  });
}

/** Wait until the active editor shows some words. */
async function editorShows(...words: string[]): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const text = await workbench.text();
    if (words.every((word) => text.includes(word))) {
      return;
    }
    await workbench.page.waitForTimeout(100);
  }
  assert.fail(`not shown: ${words.join(" | ")}\n${await workbench.text()}`);
}

feature("findings are marked, and the status bar says what the draft is read as", async () => {
  await workbench.open("open.md");
  await workbench.shows(STATUS, /GA draft · \d errors?/);
  await workbench.page.locator(".squiggly-error").first().waitFor();
});

feature("openers are offered while a paragraph is begun", async () => {
  await workbench.open("write.md");
  await workbench.shows(STATUS, "GA draft");
  await workbench.goTo(9);
  await workbench.type("\n\nRec");
  await workbench.shows(".suggest-widget.visible .monaco-list-row", "Recalling");
  await workbench.picture("completion-of-openers");
  await workbench.page.keyboard.press("Enter");
  await editorShows("*Recalling");
});

feature("citations are offered while a number is typed", async () => {
  await workbench.open("write.md");
  await workbench.shows(STATUS, "GA draft");
  await workbench.goTo(9);
  await workbench.type("\n\n*Reaffirming* its resolution 72/19");
  await workbench.shows(".suggest-widget.visible .monaco-list-row", "72/192");
});

feature("Enter continues the numbers", async () => {
  await workbench.open("number.md");
  await workbench.shows(STATUS, "GA draft");
  await workbench.goTo(13);
  await workbench.type("\n");
  await editorShows("\n3. ");
});

feature("a quick fix corrects one problem", async () => {
  await workbench.open("fix.md");
  await workbench.page.locator(".squiggly-error").first().waitFor();
  await workbench.goTo(15);
  await workbench.page.keyboard.press("Home");
  await workbench.page.keyboard.press("Control+.");
  await workbench.shows(".action-widget", "Renumber");
});

feature("Tidy Draft corrects the whole draft in one step", async () => {
  await workbench.open("tidy.md");
  await workbench.shows(STATUS, "GA draft");
  await workbench.run("resolint: Tidy Draft");
  await editorShows(...TIDY);
  await workbench.page.keyboard.press("Control+Z");
  await editorShows("4. *Requests* the keepers:", "(c) To report", "5. *Invites*");
});

feature("Tidy Draft with Preview asks before it changes the draft", async () => {
  await workbench.open("confirm.md");
  await workbench.shows(STATUS, "GA draft");
  await workbench.run("resolint: Tidy Draft with Preview");
  await workbench.shows(".panel .monaco-list-row", "Also requests");
  await workbench.page.getByText("Discard").click();
});

feature("the preview shows the draft as printed and follows changes", async () => {
  await workbench.open("print.md");
  await workbench.shows(STATUS, "GA draft");
  await workbench.page.setViewportSize({ width: 1600, height: 800 });
  await workbench.run("resolint: Preview as Printed");
  const page = workbench.page.frameLocator("iframe.webview").frameLocator("iframe");
  await page.getByText("keep the lamps of the tidal libraries lit").waitFor();
  await workbench.picture("preview");
  await workbench.page.locator(".editor-instance .view-lines").first().click({ position: { x: 8, y: 8 } });
  await workbench.goTo(13);
  await workbench.page.keyboard.press("ArrowLeft");
  await workbench.type(" and autumn storm");
  await page.getByText("spring tide and autumn storm").waitFor();
  await workbench.page.setViewportSize({ width: 1280, height: 800 });
});

feature("New Draft Resolution offers bodies and guides, and opens a draft with places to fill in", async () => {
  await workbench.open("open.md");
  await workbench.shows(STATUS, "GA draft");
  await workbench.run("resolint: New Draft Resolution");
  await workbench.shows(".quick-input-list .monaco-list-row", "General Assembly");
  await workbench.picture("new-draft-choices");
  await workbench.page.keyboard.type("Security");
  await workbench.page.keyboard.press("Enter");
  await editorShows("Security Council");
  await workbench.shows(STATUS, "draft · no findings");
});

feature("safe fixes are applied on save if the setting is on", async () => {
  await workbench.open("save.md");
  await workbench.shows(STATUS, "GA draft");
  await workbench.goTo(7);
  await workbench.page.keyboard.press("ArrowLeft");
  await workbench.type(" anew");
  await workbench.page.keyboard.press("Control+S");
  const saved = () => readFileSync(join(workbench.folder, "save.md"), "utf8");
  for (let attempt = 0; attempt < 100 && saved() === DRAFT; attempt++) {
    await workbench.page.waitForTimeout(100);
  }
  assert.match(saved(), /2015 anew,\n/);
  assert.match(saved(), /\*Also requests\* the keepers:/);
});

feature("a code lens leads to the paragraphs that refer to one", async () => {
  await workbench.open("lens.md");
  await workbench.shows(".codelens-decoration", /reference|cites/);
});

feature("settings are listed with their descriptions", async () => {
  await workbench.run("Preferences: Open Settings (UI)");
  await workbench.page.locator(".settings-editor .suggest-input-container").click();
  await workbench.page.keyboard.type("resolint findings delay");
  await workbench.shows(".settings-editor .setting-item", "Findings Delay");
});

feature("rules are completed in resolint.toml", async () => {
  await workbench.open("resolint.toml");
  await workbench.goTo(2);
  await workbench.type('ignore = ["also');
  await workbench.page.keyboard.press("Control+Space");
  await workbench.shows(".suggest-widget.visible .monaco-list-row", "also-missing");
});

feature("the steps of the walkthrough are ticked", async () => {
  await workbench.run("Welcome: Open Walkthrough");
  await workbench.page.keyboard.type("resolint");
  await workbench.page.keyboard.press("Enter");
  await workbench.shows(".getting-started-step", "Install resolint");
  await workbench.page.locator(".getting-started-step .codicon.complete").nth(1).waitFor();
});
