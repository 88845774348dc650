/**
 * Makes the tarball that is published, the same bytes wherever it is made: `node scripts/pack.mjs LICENCES FOLDER`
 * packs what the build left, with the text of the licences, into FOLDER/invite-users-VERSION.tgz and prints its hash.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { flawsOf, placesOf } from "./pack/contents.mjs";

/** The checkout that this file stands in. */
const here = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Packs the package of a checkout, and tells where the tarball is, its SHA-256 and the paths in it; an Error says
 * what must not be published.
 * @param {string} licences a file that scripts/licences.mjs wrote
 * @param {string} folder
 */
export function pack(licences, folder, checkout = here) {
  const out = resolve(folder);
  const staged = join(out, "staged");
  stage(licences, staged, checkout);
  const { filename, files } = npmPack(staged, out);
  const paths = files.map(({ path }) => path);
  const flaws = flawsOf(staged, paths, placesOf(checkout));
  if (flaws.length > 0) throw new Error(`The package is not as it should be:\n${flaws.join("\n")}`);
  const sha256 = createHash("sha256").update(readFileSync(join(out, filename))).digest("hex");
  return { file: join(out, filename), sha256, paths };
}

/**
 * What is published, in a folder of its own: npm takes a file's permissions as they are, and those differ between machines.
 * @param {string} licences @param {string} staged @param {string} checkout
 */
function stage(licences, staged, checkout) {
  const web = join(checkout, "web");
  const { files } = JSON.parse(readFileSync(join(web, "package.json"), "utf8"));
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  const parts = ["package.json", "README.md", ...files].map((name) => join(web, name)).filter((path) => existsSync(path));
  for (const part of parts) cpSync(part, join(staged, basename(part)), { recursive: true });
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(join(checkout, name), join(staged, name));
  copyFileSync(licences, join(staged, "THIRD-PARTY-LICENSES"));
  for (const path of readdirSync(staged, { recursive: true, encoding: "utf8" })) {
    const found = join(staged, path);
    chmodSync(found, statSync(found).isDirectory() ? 0o755 : 0o644);
  }
}

/**
 * npm sorts what it packs and gives every file the same date.
 * @param {string} staged @param {string} out
 * @returns {{ filename: string, files: { path: string }[] }}
 */
function npmPack(staged, out) {
  const args = ["pack", staged, "--pack-destination", out, "--json", "--ignore-scripts"];
  const [packed] = JSON.parse(execFileSync("npm", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return packed;
}

const [, program = "", licences, folder] = process.argv;
if (import.meta.url === pathToFileURL(program).href) {
  if (!licences || !folder) throw new Error("name the file with the licences and the folder to write to");
  try {
    const { file, sha256, paths } = pack(licences, folder);
    console.log(`${file}: ${paths.length} files, SHA-256 ${sha256}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
