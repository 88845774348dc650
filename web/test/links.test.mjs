/** Links and pictures of the pages lead to files and headings that are there, and each picture is on a page. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const folder = (/** @type {string} */ path) => readdirSync(new URL(path, root)).map((name) => `${path}/${name}`);

/** The pages for people; what is generated or installed has none of ours. */
const PAGES = [
  "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md",
  "web/README.md", "crates/core/README.md", "crates/wasm/README.md",
  "tests/README.md", "tests/bench/README.md", "tests/consumers/README.md",
  ...folder("docs").filter((path) => path.endsWith(".md")),
];

const linked = new Map(PAGES.map((page) => [page, linksOf(textOf(page))]));

for (const [page, links] of linked) {
  test(`each link of ${page} leads somewhere`, () => {
    const dead = links.filter((link) => !isThere(new URL(link, new URL(page, root))));
    assert.deepEqual(dead, []);
  });
}

test("each picture is on a page", () => {
  const shown = new Set([...linked].flatMap(([page, links]) => links.map((link) => new URL(link, new URL(page, root)).href)));
  const unseen = folder("docs/images").filter((path) => !shown.has(new URL(path, root).href));
  assert.deepEqual(unseen, []);
});

/** @param {string} page */
function textOf(page) {
  return readFileSync(new URL(page, root), "utf8");
}

/** Those to files of this repository; code has none. @param {string} text */
function linksOf(text) {
  const prose = text.replace(/^```.*?^```$/gms, "").replace(/`[^`\n]*`/g, "");
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** @param {URL} target */
function isThere(target) {
  const file = new URL(target.pathname, target);
  if (!existsSync(file)) return false;
  return target.hash === "" || headingsOf(readFileSync(file, "utf8")).includes(target.hash.slice(1));
}

/** As GitHub names them in addresses. @param {string} text */
function headingsOf(text) {
  const headings = [...text.replace(/^```.*?^```$/gms, "").matchAll(/^#+ (.*)$/gm)].map(([, words = ""]) => words);
  return headings.map((words) => words.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-"));
}
