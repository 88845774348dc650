/** Every state, in every width, scheme and direction, in English and in a language 40 % longer: what is ugly fails. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "../harness.mjs";
import { STATES } from "../states.mjs";
import { violations } from "../axe.mjs";
import { clipped } from "./clipped.mjs";
import { EXTREMES, LOOKS, apply, lookName } from "./combinations.mjs";
import { loadState } from "./load.mjs";
import { overflow } from "./overflow.mjs";
import { rawWords } from "./raw-words.mjs";
import { Faults } from "./report.mjs";
import { targets } from "./targets.mjs";

/** A name says what is seen, as WCAG 2.5.3 asks, in languages that are spoken; what makes others longer stands between. */
const SPOKEN_ONLY = { "label-content-name-mismatch": { enabled: false } };

const site = useSite({ reducedMotion: "reduce" });

/** axe needs long for hundreds of rows, and other states show each kind of row. */
const MOST_ROWS = 60;
/** Where the form can't be used as the page has set it up, its developer is told so, by the names in the code. */
const FOR_DEVELOPERS = ["setting-missing", "misconfigured"];

for (const { name } of STATES) {
  test(`${name} is well in every look`, async () => {
    const faults = new Faults();
    for (const language of ["English", "pseudo"]) {
      await loadState(site, name, language);
      await inEveryLook(faults, name, language);
    }
    assert.deepEqual(faults.lines(), []);
  });
}

async function inEveryLook(faults, name, language) {
  const rows = await site.page.locator("invite-users [part~=row]").count();
  const checks = [overflow, clipped, targets, ...(FOR_DEVELOPERS.includes(name) ? [] : [rawWords])];
  for (const look of LOOKS) {
    await apply(site.page, look);
    const place = `${name} ${lookName(look, language)}`;
    for (const check of checks) faults.note(place, await check(site.page));
    if (rows <= MOST_ROWS || EXTREMES.includes(look)) {
      faults.note(place, await violations(site.page, "invite-users", language === "pseudo" ? SPOKEN_ONLY : {}));
    }
  }
}
