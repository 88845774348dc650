/** Every state, once: with larger and wider text, by keyboard, at rest, and against what it was when somebody looked. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "../harness.mjs";
import { STATES } from "../states.mjs";
import { ariaDiffers } from "./aria.mjs";
import { apply } from "./combinations.mjs";
import { unseenFocus } from "./focus-visible.mjs";
import { loadState } from "./load.mjs";
import { motion } from "./motion.mjs";
import { picturedLooks, pixelsDiffer, whyNotCompared } from "./pixels.mjs";
import { Faults } from "./report.mjs";
import { doubled, spacedOut } from "./spacing.mjs";

const site = useSite({ reducedMotion: "reduce" });

const WIDE = { width: 960, scheme: "light", direction: "ltr" };
const NARROW = { ...WIDE, width: 320 };
/** Rings are drawn alike in every state; these have each kind of control, and are looked at in all schemes. */
const EVERY_CONTROL = ["mixed", "settings", "selected", "partial"];

for (const { name } of STATES) {
  test(`${name} bears larger and wider text, shows its focus, and keeps still`, async () => {
    const faults = new Faults();
    await loadState(site, name, "English");
    await withOtherText(faults, name);
    await apply(site.page, WIDE);
    faults.note(name, await motion(site.page));
    await byKeyboard(faults, name);
    assert.deepEqual(faults.lines(), []);
  });

  test(`${name} is what was looked at`, async (context) => {
    const faults = new Faults();
    const widget = await loadState(site, name, "English");
    await apply(site.page, WIDE);
    faults.note(name, await ariaDiffers(widget.host, name));
    const reason = await whyNotCompared(site.page);
    if (reason && picturedLooks(name).length > 0) context.diagnostic(`no picture is compared: ${reason}`);
    for (const look of reason ? [] : picturedLooks(name)) {
      await apply(site.page, look);
      faults.note(name, await pixelsDiffer(site.page, widget.host, `${name}-${look.width}-${look.scheme}`));
    }
    assert.deepEqual(faults.lines(), []);
  });
}

/** In English from left to right: the other looks have shown that words of any length fit, on either side. */
async function withOtherText(faults, name) {
  for (const look of [NARROW, WIDE]) {
    await apply(site.page, look);
    faults.note(`${name} at ${look.width} px, text spaced out`, await spacedOut(site.page));
  }
  faults.note(`${name}, text of twice the size`, await doubled(site.page));
}

async function byKeyboard(faults, name) {
  for (const scheme of EVERY_CONTROL.includes(name) ? ["light", "dark", "forced colours"] : ["light"]) {
    await apply(site.page, { ...WIDE, scheme });
    faults.note(`${name}, ${scheme}`, await unseenFocus(site.page));
  }
}
