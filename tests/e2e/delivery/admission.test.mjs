/** The server lets nobody in, or the host has no credential: who is told what, and what stops. */

import { test } from "node:test";
import { useOnePage } from "../harness.mjs";
import { REFUSED, UNKNOWN, WITHOUT_CREDENTIAL } from "./admission-cases.mjs";
import { play } from "./play.mjs";

const site = useOnePage();

for (const item of [...UNKNOWN, ...REFUSED, ...WITHOUT_CREDENTIAL]) {
  test(`${item.api}: ${item.name}`, () => play(site, item));
}
