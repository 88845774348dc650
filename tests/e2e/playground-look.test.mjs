/** The playground by the rules of axe, and without sideways scrolling, in every place and look. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, violations } from "./axe.mjs";
import { useSite } from "./harness.mjs";

const site = useSite({ reducedMotion: "reduce" });

const ADDRESSES = [
  "/?api=galileo&people=messy&feature=members,domains,limit",
  "/?api=vijil&people=10&place=sidebar",
  "/?api=extractor&people=10&place=modal",
  "/?api=vijil&people=messy&feature=collect&width=320&dir=rtl",
];

// Not in forced colours: there axe reads colours that are not painted.
const LOOKS = [
  { width: 1280, media: { colorScheme: "light" } },
  { width: 1280, media: { colorScheme: "dark" } },
  { width: 320, media: { colorScheme: "light" } },
  { width: 320, media: { colorScheme: "dark" } },
];

for (const address of ADDRESSES) {
  test(`${address} passes`, async () => {
    const { page } = site;
    const widget = await site.open(address);
    await widget.rows.nth(6).waitFor();
    await page.locator("#requests article, #requests pre").first().waitFor();
    for (const { width, media } of LOOKS) {
      // High enough for all of it: what half covers a control while it is scrolled would count as its size.
      await page.setViewportSize({ width, height: 4000 });
      await page.emulateMedia(media);
      const look = `${width} px, ${JSON.stringify(media)}`;
      assert.ok(await fits(page), `scrolls sideways: ${look}`);
      assert.deepEqual(await violations(page), [], look);
    }
  });
}

test("opened details and the largest text pass, too", async () => {
  const { page } = site;
  const widget = await site.openWith("vijil");
  await widget.addPeople("ann@acme.com");
  await widget.invite();
  for (const summary of await page.locator("#log summary").all()) await summary.click();
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize({ width: 640, height: 900 });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  assert.ok(await fits(page));
});
