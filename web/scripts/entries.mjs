/** How the scripts of the package are bundled: its entries as modules, and the one classic script. */

import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { cssAsText } from "./css.mjs";
import { wasmInScripts } from "./wasm.mjs";

/** The oldest browsers that are supported, and Node's oldest. */
export const TARGET = ["chrome125", "firefox128", "safari17.5", "node20"];

/** Modules that tell a framework's templates about the tag, and do nothing. */
const frameworks = readdirSync(new URL("../src/frameworks/", import.meta.url))
  .map((file) => `frameworks/${basename(file, ".ts")}`);

/** What can be imported, each from a file of its own in src/ and dist/. */
export const ENTRIES = [
  "index", "index.node", "index.workerd", "index.edge-light", "inline", "slim",
  "check", "check.node", "check.workerd", "check.edge-light", "check-inline",
  "element", "define", "define-inline", "react",
  "server", "server.workerd", "server.edge-light",
  ...frameworks,
];

/**
 * esbuild's options for all entries: chunks hold what they share, so that there is one InviteError on a page.
 * @param {string} web
 */
export function moduleOptions(web) {
  return /** @satisfies {import("esbuild").BuildOptions} */ ({
    ...commonOptions(web),
    entryPoints: ENTRIES.map((entry) => `src/${entry}.ts`),
    splitting: true,
    format: "esm",
    external: ["react"],
  });
}

/**
 * The same for the classic script, which is whole but for the languages.
 * @param {string} web
 */
export function scriptOptions(web) {
  return /** @satisfies {import("esbuild").BuildOptions} */ ({
    ...commonOptions(web),
    entryPoints: [{ in: "src/script.ts", out: "invite-users" }],
    format: "iife",
    globalName: "InviteUsers",
  });
}

/** @param {string} web */
function commonOptions(web) {
  return /** @satisfies {import("esbuild").BuildOptions} */ ({
    outdir: "dist",
    absWorkingDir: web,
    bundle: true,
    platform: "neutral",
    target: TARGET,
    minify: true,
    metafile: true,
    sourcemap: "linked",
    plugins: [cssAsText(TARGET), wasmInScripts(web), languagesApart],
  });
}

/**
 * A language is loaded when it is wanted, from a file of its own.
 * @type {import("esbuild").Plugin}
 */
const languagesApart = {
  name: "languages-apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/locales\/[\w-]+\.json$/ }, ({ path }) => {
      return { path: `./locales/${basename(path, ".json")}.js`, external: true };
    });
  },
};
