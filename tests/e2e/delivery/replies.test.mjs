/** A reply comes, or none: rows say what is known, and nobody goes twice. */

import { test } from "node:test";
import { useOnePage } from "../harness.mjs";
import { play } from "./play.mjs";
import { REDIRECTS, SUCCESSES, UNANSWERED, UNREADABLE_REPLIES } from "./reply-cases.mjs";

const site = useOnePage();

for (const item of [...SUCCESSES, ...UNREADABLE_REPLIES, ...UNANSWERED, ...REDIRECTS]) {
  test(`${item.api}: ${item.name}`, () => play(site, item));
}
