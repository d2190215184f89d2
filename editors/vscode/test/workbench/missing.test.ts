import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { unavailable, Workbench } from "./workbench.ts";

const RESOLINT = process.env["RESOLINT"] ?? "resolint";
const DRAFT = "*The General Assembly*,\n\n1. *Decides* to keep the lamps lit.\n";

test("a missing extra is reported with a button that installs it", { skip: unavailable() }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "resolint-missing-"));
  const [resolint, python] = [join(folder, "resolint"), join(folder, "python3")];
  const sentence = "resolint: the language server needs pygls; install it with: pip install 'resolint[lsp]'";
  const installed = join(folder, "installed");
  writeFileSync(resolint, `#!/bin/sh\nif [ -f ${installed} ]; then exec ${RESOLINT} "$@"; fi\necho "${sentence}" >&2\nexit 2\n`);
  writeFileSync(python, `#!/bin/sh\nif [ "$*" = "-m pip install resolint[lsp]" ]; then touch ${installed}; fi\n`);
  chmodSync(resolint, 0o755);
  chmodSync(python, 0o755);
  const workbench = await Workbench.start({ "draft.md": DRAFT }, { "resolint.path": resolint });
  try {
    await workbench.open("draft.md");
    await workbench.shows(".notification-toast", "the language server needs pygls");
    await workbench.picture("missing-extra");
    await workbench.page.locator(".notification-toast .monaco-button", { hasText: "Install" }).click();
    await workbench.shows(".statusbar-item", "GA draft");
  } finally {
    await workbench.stop();
  }
});
