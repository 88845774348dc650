/** The rules of sending, and that each is shown by a case, as a person sees it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as admission from "./admission-cases.mjs";
import * as refusals from "./refusal-cases.mjs";
import * as replies from "./reply-cases.mjs";
import { RULES } from "./rules.mjs";
import * as waiting from "./waiting-cases.mjs";

const CASES = [admission, refusals, replies, waiting].flatMap((cases) => Object.values(cases).flat());
const shown = CASES.flatMap(({ shows }) => shows);

test("each rule of sending is shown by a case", () => {
  assert.deepEqual(RULES.filter((rule) => !shown.includes(rule)), []);
});

test("each case shows rules that there are", () => {
  assert.deepEqual(shown.filter((rule) => !RULES.includes(rule)), []);
  assert.ok(CASES.every(({ shows }) => shows.length > 0));
});
