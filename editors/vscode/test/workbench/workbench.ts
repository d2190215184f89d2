/** The workbench of Visual Studio Code in a headless browser, with the built extension and a folder of drafts. */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Browser, chromium, type Page } from "playwright-core";

const EXTENSION = new URL("../../resolint.vsix", import.meta.url).pathname;
const CODE_SERVER = process.env["CODE_SERVER"] ?? "";
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
/** Milliseconds that the slowest step may take: the first start of the server on a busy machine. */
const PATIENCE = Number(process.env["PATIENCE"] ?? 60_000);

/** Why the workbench cannot be had here, or false. */
export function unavailable(): string | false {
  const missing = [
    [CODE_SERVER, "code-server is not installed: run test/workbench/install.sh, and set CODE_SERVER"],
    [CHROMIUM, "Chromium is not installed: set CHROMIUM"],
    [EXTENSION, "the extension is not built: run npm run package"],
  ].find(([path]) => !path || !existsSync(path));
  return missing?.[1] ?? false;
}

export class Workbench {
  private constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly browser: Browser,
    private readonly process: ChildProcess,
    private readonly directory: string,
  ) {}

  /** Start the workbench on a folder with some files. */
  static async start(files: Readonly<Record<string, string>>, settings: Readonly<Record<string, unknown>>): Promise<Workbench> {
    const directory = mkdtempSync(join(tmpdir(), "resolint-workbench-"));
    const folder = join(directory, "drafts");
    const data = join(directory, "data");
    for (const place of [folder, join(data, "User"), join(data, "Machine")]) {
      mkdirSync(place, { recursive: true });
    }
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    const quiet = {
      "security.workspace.trust.enabled": false,
      "workbench.startupEditor": "none",
      "files.autoSave": "off",
      "workbench.tips.enabled": false,
      "window.commandCenter": false,
      "workbench.layoutControl.enabled": false,
      "chat.commandCenter.enabled": false,
    };
    for (const scope of ["User", "Machine"]) { // paths of programs are read from the settings of the machine
      writeFileSync(join(data, scope, "settings.json"), JSON.stringify({ ...quiet, ...settings }));
    }
    const options = ["--user-data-dir", data, "--extensions-dir", join(directory, "extensions")];
    execFileSync(process.execPath, [CODE_SERVER, ...options, "--install-extension", EXTENSION], { stdio: "ignore" });
    const port = await freePort();
    const rest = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check"];
    const server = spawn(process.execPath, [CODE_SERVER, ...options, ...rest, folder], {
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, HOME: directory },
    });
    await new Promise<void>((resolve) => {
      server.stdout.on("data", (text: Buffer) => (text.includes("HTTP server listening") ? resolve() : undefined));
    });
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`http://127.0.0.1:${port}/?folder=${folder}`);
    await page.locator(".monaco-workbench .explorer-viewlet .monaco-list-row").first().waitFor();
    return new Workbench(page, folder, browser, server, directory);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.process.kill();
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** Open a file from the explorer. */
  async open(name: string): Promise<void> {
    await this.page.locator(".explorer-viewlet .monaco-list-row", { hasText: name }).first().dblclick();
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
    await this.page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
  }

  /** Run a command of the palette by its title. */
  async run(title: string): Promise<void> {
    const input = this.page.locator(".quick-input-widget input[type=text]");
    for (let attempt = 0; attempt < 5 && !(await input.isVisible()); attempt++) {
      await this.page.keyboard.press("F1"); // the first is lost while the focus moves
      await input.waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
    await input.fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Close all editors without saving them. */
  async closeAll(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press("Escape");
    const tabs = this.page.locator(".tabs-container .tab");
    for (let count = await tabs.count(); count > 0; count = await tabs.count()) {
      await tabs.last().click();
      await this.run("View: Revert and Close Editor");
      await tabs.nth(count - 1).waitFor({ state: "detached" });
    }
  }

  /** Go to the end of a line of the active editor. */
  async goTo(line: number): Promise<void> {
    await this.page.keyboard.press("Control+G");
    await this.page.locator(".quick-input-widget input[type=text]").fill(`:${line}:999`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Type letter by letter, as a person does. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 60 });
  }

  /** Return the text of the active editor that is in view. */
  async text(): Promise<string> {
    const lines = await this.page
      .locator(".editor-group-container.active .editor-instance .view-line")
      .evaluateAll((found) =>
        (found as unknown as { style: { top: string }; textContent: string }[])
          .map((line) => ({ top: parseFloat(line.style.top), text: line.textContent }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text.replaceAll("\u00a0", " ")),
      );
    return lines.join("\n");
  }

  /** Wait until a locator shows a text. */
  async shows(selector: string, text: string | RegExp): Promise<void> {
    await this.page.locator(selector, { hasText: text }).first().waitFor();
  }

  async picture(name: string): Promise<void> {
    const place = process.env["PICTURES"];
    if (place) {
      await this.page.screenshot({ path: join(place, `${name}.png`) });
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
