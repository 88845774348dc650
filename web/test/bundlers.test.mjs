/** What docs/bundlers.md shows stands in the projects that the tests build. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const page = new URL("../../docs/bundlers.md", import.meta.url);
const text = readFileSync(page, "utf8");

/** Each block with the file above it. */
const shown = [...text.matchAll(/^\[[\w./]+\]\((\S+)\)\n```\w+\n(.*?)^```$/gms)].map(([, file = "", code = ""]) => ({ file, code }));

for (const { file, code } of shown) {
  test(`${file} has ${JSON.stringify(code.split("\n", 1)[0])} and what follows`, () => {
    const tested = readFileSync(new URL(file, page), "utf8");
    assert.ok(tested.includes(code), tested);
  });
}

test("every block of code names its file", () => {
  assert.ok(shown.length > 0);
  assert.equal([...text.matchAll(/^```\w/gm)].length, shown.length);
});
