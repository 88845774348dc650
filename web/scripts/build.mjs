/**
 * Builds the package into dist/ and the playground into site/ from what `cargo xtask build` left in
 * generated/. With `--js` no types: what
 * trunk needs between a change and its reload.
 */

import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeEditorData } from "./editor-files.mjs";
import { TARGET, moduleOptions, scriptOptions } from "./entries.mjs";
import { WASM, base64Module, base64Script, generatedWasm } from "./wasm.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));
const scriptsOnly = process.argv.includes("--js");

/** The languages, each in a file of its own. */
const locales = readdirSync(`${web}/locales`).map((file) => file.replace(/\.json$/, ""));

/** What TypeScript is told of each language's module. */
const LOCALE_TYPES = `import type { Messages } from "../types.js";
declare const messages: Messages;
export default messages;
`;

/** What TypeScript is told of a wasm file, which each tool makes something else of: an address, bytes, a module. */
const WASM_TYPES = `import type { WasmSource } from "./types.js";
declare const source: WasmSource;
export default source;
`;

process.chdir(web);
requireGenerated();
mkdirSync("dist", { recursive: true });
await Promise.all([buildPackage(), buildLocales(), buildPlayground()]).catch(endIfTold);
copyWasm();
if (!scriptsOnly) {
  emitTypes();
  writeEditorData();
}

function requireGenerated() {
  const missing = WASM.map((name) => `${name}/${name}.js`).filter((f) => !existsSync(`generated/${f}`));
  if (missing.length === 0) return;
  console.error(`web/generated/${missing[0]} is missing: run \`cargo xtask build\` once.`);
  process.exit(1);
}

/** esbuild has shown what is wrong in the sources. */
function endIfTold(error) {
  if (!error.errors) throw error;
  process.exit(1);
}

async function buildPackage() {
  const [modules, script] = await Promise.all([build(moduleOptions(web)), build(scriptOptions(web))]);
  removeStale("dist", [modules, script].flatMap(({ metafile }) => Object.keys(metafile.outputs)));
}

/** Each language as a module, which every bundler and every policy for scripts knows how to load. */
async function buildLocales() {
  rmSync("dist/locales", { recursive: true, force: true });
  await build({
    entryPoints: locales.map((name) => `locales/${name}.json`),
    outdir: "dist/locales",
    absWorkingDir: web,
    format: "esm",
    target: TARGET,
    minify: true,
    // Modules are UTF-8 wherever they come from, and escapes make some languages twice as long.
    charset: "utf8",
  });
}

/** The playground uses the package as any page does: by its entries, which stay apart. */
async function buildPlayground() {
  await build({
    entryPoints: ["playground/playground.ts", "playground/playground.css", "playground/icon.svg"],
    outdir: "site",
    absWorkingDir: web,
    entryNames: "[name]",
    bundle: true,
    format: "esm",
    target: TARGET,
    loader: { ".svg": "copy" },
    define: { LOCALES: JSON.stringify(locales) },
    plugins: [{
      name: "package-entries",
      setup({ onResolve }) {
        onResolve({ filter: /^invite-users(\/|$)/ }, ({ path }) => {
          const entry = path.split("/")[1] ?? "index";
          return { path: `../dist/${entry}.js`, external: true };
        });
      },
    }],
  });
}

/** Chunks are named after their content; those of the last build would be published too. */
function removeStale(folder, outputs) {
  const fresh = new Set([...outputs.map((output) => basename(output)), ...WASM.map(base64Script)]);
  const scripts = readdirSync(folder).filter((file) => /\.js(\.map)?$/.test(file));
  for (const file of scripts) if (!fresh.has(file)) rmSync(`${folder}/${file}`);
}

function copyWasm() {
  for (const name of WASM) {
    copyFileSync(generatedWasm(web, name), `dist/${name}.wasm`);
    writeFileSync(`dist/${base64Script(name)}`, base64Module(web, name));
  }
}

function emitTypes() {
  removeTypes();
  const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  for (const name of locales) writeFileSync(`dist/locales/${name}.d.ts`, LOCALE_TYPES);
  writeFileSync("dist/wasm.d.ts", WASM_TYPES);
}

/** Those of a module that is gone would be published too. */
function removeTypes() {
  const files = readdirSync("dist", { recursive: true }).filter((file) => file.endsWith(".d.ts"));
  for (const file of files) rmSync(`dist/${file}`);
}
