/** Bundle the extension, and write the licences of the bundled packages and the schema of the settings file. */

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const result = await build({
  entryPoints: ["src/extension.ts"],
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  minify: true,
  metafile: true,
  outfile: "dist/extension.js",
  logLevel: "warning",
});

writeFileSync("ThirdPartyNotices.txt", notices(bundledPackages(result.metafile)));
writeFileSync("dist/resolint.schema.json", schema());

/** Return the folders of the packages from which the bundle has code. */
function bundledPackages(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.map((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** Return name, version and licence text of each package. Fails if a package has none. */
function notices(folders) {
  const introduction = "This extension contains code of the following packages, each under its licence.\n";
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) {
      throw new Error(`${folder} has no licence text`);
    }
    return `${"-".repeat(80)}\n${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  return [introduction, ...parts].join("\n");
}

/** Return the schema of this version of resolint: of the clone that contains the extension. */
function schema() {
  const clone = "../..";
  const environment = process.platform === "win32" ? ".venv/Scripts/python.exe" : ".venv/bin/python";
  const interpreters = [process.env.PYTHON, join(clone, environment), "python3", "python"].filter(
    (path) => path && (!path.includes("/") || existsSync(path)),
  );
  for (const interpreter of interpreters) {
    try {
      const text = execFileSync(interpreter, ["-m", "resolint", "config", "--schema"], {
        env: { ...process.env, PYTHONPATH: join(clone, "typings") },
        encoding: "utf8",
        maxBuffer: 16_000_000,
        stdio: ["ignore", "pipe", "ignore"],
      });
      return JSON.stringify(JSON.parse(text));
    } catch {
      continue; // this interpreter lacks the packages that resolint needs
    }
  }
  throw new Error("the schema of resolint.toml needs resolint: run `pip install '.[lsp]'` in the clone, or set PYTHON");
}
