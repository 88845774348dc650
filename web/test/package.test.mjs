/** The tarball: the same bytes from any folder, what npm's own judges say of it, and what is refused. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { compiledIn, thirdPartyLicences } from "../scripts/licences.mjs";
import { pack } from "../scripts/pack.mjs";
import { flawsOf } from "../scripts/pack/contents.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "invite-users-"));
after(() => rmSync(folder, { recursive: true }));

const licences = join(folder, "licences");
writeFileSync(licences, thirdPartyLicences(compiledIn()));
const packed = pack(licences, join(folder, "packed"));
const { name, version, exports } = JSON.parse(readFileSync(join(root, "web/package.json"), "utf8"));

test("built and packed in two folders it has the same hash", () => {
  const [one, other] = ["a", "another-folder"].map(builtIn);
  assert.equal(one, other);
});

test("it holds the licences and the page for its readers", () => {
  const texts = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "THIRD-PARTY-LICENSES"];
  assert.deepEqual(packed.paths.filter((path) => texts.includes(path)).sort(), texts);
  assert.equal(basename(packed.file), `${name}-${version}.tgz`);
});

test("publint, as strict as it gets, finds nothing", async () => {
  const tarball = Uint8Array.from(readFileSync(packed.file)).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  assert.equal(pkg.name, name);
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg, { color: false })), []);
});

test("attw finds every type where an ES module is imported", async () => {
  const analysis = await checkPackage(createPackageFromTarballData(readFileSync(packed.file)));
  assert.ok(analysis.types, "there are types");
  // The package has ES modules alone, and names what it exports, which TypeScript's oldest resolution can't read.
  const asked = analysis.problems.filter((problem) => !["node10", "node16-cjs"].includes(resolution(problem)));
  assert.deepEqual(asked, []);
  assert.ok(Object.keys(exports).length > 5 && "." in analysis.entrypoints);
});

for (const [what, change, said] of /** @type {[string, (staged: string) => string[], RegExp][]} */ ([
  ["a file that nobody expects", (staged) => withFile(staged, "dist/.env"), /^dist\/\.env is not expected/],
  ["a package without a licence", () => packed.paths.filter((path) => path !== "LICENSE-MIT"), /called \^LICENSE-MIT\$$/],
  ["an entry that is not there", () => packed.paths.filter((path) => path !== "dist/define.js"), /exports dist\/define\.js/],
])) {
  test(`${what} is refused`, () => {
    const staged = join(folder, "packed/staged");
    const flaws = flawsOf(staged, change(staged), []);
    assert.equal(flaws.length, 1, flaws.join("\n"));
    assert.match(flaws[0] ?? "", said);
  });
}

test("a file that names a folder of this machine is refused", () => {
  const staged = join(folder, "telling");
  cpSync(join(folder, "packed/staged"), staged, { recursive: true });
  writeFileSync(join(staged, "dist/core.wasm"), "\0asm/somebody/at/home/.cargo/registry\0");
  assert.deepEqual(flawsOf(staged, packed.paths, ["/somebody/at/home"]), [
    "dist/core.wasm names /somebody/at/home, a folder of this machine",
  ]);
});

/** @param {string} staged @param {string} file */
function withFile(staged, file) {
  writeFileSync(join(staged, file), "");
  return [...packed.paths, file];
}

/** Builds and packs a copy of the sources, and gives the tarball's hash. @param {string} name */
function builtIn(name) {
  const checkout = join(folder, name);
  const web = join(checkout, "web");
  mkdirSync(web, { recursive: true });
  for (const part of ["LICENSE-APACHE", "LICENSE-MIT", "docs"]) {
    cpSync(join(root, part), join(checkout, part), { recursive: true });
  }
  cpSync(join(root, "web"), web, { recursive: true, filter: (path) => !MADE.includes(basename(path)) });
  symlinkSync(join(root, "web/node_modules"), join(web, "node_modules"));
  execFileSync("npm", ["run", "--silent", "build"], { cwd: web, stdio: ["ignore", "ignore", "inherit"] });
  return pack(licences, join(checkout, "packed"), checkout).sha256;
}

/** What is not copied, since it is made anew. */
const MADE = ["node_modules", "dist", "site"];

/** @param {import("@arethetypeswrong/core").Problem} problem */
function resolution(problem) {
  return "resolutionKind" in problem ? problem.resolutionKind : "";
}
