/** The domains of tests/data/domains.json: real ones, and slips with what was meant. */

import { readFileSync } from "node:fs";

/** Sets of `{ real, mistyped }` by name: the ones we tuned by, and the ones held out where there are any. */
export function typos() {
  const file = new URL("../../data/domains.json", import.meta.url);
  const { real, mistyped, holdout } = JSON.parse(readFileSync(file, "utf8"));
  return { known: { real, mistyped }, ...(holdout && { holdout }) };
}
