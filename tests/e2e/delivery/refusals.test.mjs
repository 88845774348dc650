/** The server refuses: whom it names, everybody, or nobody by name. */

import { test } from "node:test";
import { useOnePage } from "../harness.mjs";
import { play } from "./play.mjs";
import { NAMED, SHARED, UNNAMED } from "./refusal-cases.mjs";

const site = useOnePage();

for (const item of [...NAMED, ...SHARED, ...UNNAMED]) {
  test(`${item.api}: ${item.name}`, () => play(site, item));
}
