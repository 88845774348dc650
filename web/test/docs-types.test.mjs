/** Code in the docs that needs a page is compiled against the package's types, and their markup against its attributes. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { InviteUsersElement } from "invite-users/element";

const root = new URL("../../", import.meta.url);
const web = fileURLToPath(new URL("../", import.meta.url));
const compiler = `${web}node_modules/typescript/bin/tsc`;
/** Below the package, which is found by its own name from there. */
const folder = mkdtempSync(`${web}test/types/contract-docs-`);
after(() => rmSync(folder, { recursive: true }));

const pages = ["README.md", ...readdirSync(new URL("docs/", root)).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];

/** What these pages leave to the reader; `form` where a block does not look for it itself. */
const PRELUDE = `
import type { Auth, InviteUsersElement } from "invite-users/element";
declare global {
  const auth: Auth;
  const form: InviteUsersElement;
  const fetchShortLivedToken: () => Promise<string>;
}
`;

/** A language of the reader's own. */
const CATALOGUE = `
import type { Messages } from "invite-users/element";
declare const messages: Messages;
export default messages;
`;

/** As loose as JavaScript about what may be missing, and strict about what is there. */
const OPTIONS = [
  "--ignoreConfig", "--noEmit", "--strict", "--strictNullChecks", "false", "--target", "es2022", "--lib", "es2022,dom,dom.iterable",
  "--module", "esnext", "--moduleResolution", "bundler", "--types", "",
];

test("what embed.md, languages.md and the README do with an element has its types", () => {
  writeFileSync(`${folder}/prelude.ts`, PRELUDE);
  writeFileSync(`${folder}/invite-users.cs.ts`, CATALOGUE);
  const named = ["README.md", "docs/embed.md", "docs/languages.md"].flatMap((page) =>
    blocks(page, "js").filter((code) => !code.includes('from "invite-users"')).map((code, index) => ({ page, code, index })));
  assert.ok(named.length > 4);
  const files = named.map(({ page, code, index }) => {
    const file = `${folder}/${page.replace(/\W/g, "-")}-${index}.ts`;
    writeFileSync(file, `${code}\nexport {};\n`);
    return file;
  });
  const { stdout } = spawnSync(process.execPath, [compiler, ...OPTIONS, `${folder}/prelude.ts`, ...files], { encoding: "utf8" });
  assert.equal(stdout, "");
});

for (const page of pages) {
  const tags = blocks(page, "html").flatMap((code) => [...code.matchAll(/<invite-users([^>]*)>/g)].map(([, tag = ""]) => tag));
  if (tags.length === 0) continue;
  test(`the markup in ${page} has attributes that there are`, () => {
    const names = tags.flatMap((tag) => [...tag.matchAll(/(?:^|\s)([\w-]+)(?==|\s|$)/g)].map(([, name = ""]) => name));
    const known = [...InviteUsersElement.observedAttributes, "class", "id"];
    assert.deepEqual(names.filter((name) => !known.includes(name)), []);
  });
}

/**
 * The blocks of a page in one language.
 * @param {string} page @param {string} language
 */
function blocks(page, language) {
  const text = readFileSync(new URL(page, root), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, code = ""]) => code);
}
