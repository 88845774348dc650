/** Every state in one language, in every width, scheme and direction: what is ugly fails. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "../harness.mjs";
import { STATES } from "../states.mjs";
import { seenViolations, violations } from "../axe.mjs";
import { clipped } from "./clipped.mjs";
import { EXTREMES, LOOKS, apply, lookName } from "./combinations.mjs";
import { loadState } from "./load.mjs";
import { overflow } from "./overflow.mjs";
import { rawWords } from "./raw-words.mjs";
import { Faults } from "./report.mjs";
import { targets } from "./targets.mjs";

/** More rows take long, and other states show each kind of row in every look. */
const MOST_ROWS = 60;

/** Makes a test of each state, on a page that speaks the language. */
export function testEveryLook(language) {
  const site = useSite({ reducedMotion: "reduce" });
  for (const { name } of STATES) {
    test(`${name} is well in every look, ${language}`, async () => {
      const faults = new Faults();
      await loadState(site, name, language);
      for (const look of await looksFor(site.page)) {
        await apply(site.page, look);
        for (const found of await faultsOf(site.page, name, look)) faults.note(`${name} ${lookName(look, language)}`, found);
      }
      assert.deepEqual(faults.lines(), []);
    });
  }
}

async function looksFor(page) {
  const rows = await page.locator("invite-users [part~=row]").count();
  return rows <= MOST_ROWS ? LOOKS : EXTREMES;
}

/** What each check finds; names and roles are the same in every look, colours and places are not. */
async function faultsOf(page, state, look) {
  const axe = EXTREMES.includes(look) ? violations : seenViolations;
  return [
    await overflow(page),
    await clipped(page),
    await targets(page),
    await rawWords(page, state),
    await axe(page, "invite-users"),
  ];
}
