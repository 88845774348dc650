/** Contrast of every pair of colours that meet, by default and in the ready themes (WCAG 2.2, 1.4.3 and 1.4.11). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useOnePage } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { THEMES, themed } from "./themes.mjs";

const site = useOnePage();

const TEXT = 4.5;
const EDGE = 3;
const GROUNDS = ["surface", "subtle", "raised"];
const TINTS = ["accent-tint", "danger-tint", "warning-tint", "success-tint"];

/** What stands on what, and the least contrast between them; a second ground lies over the first. */
const PAIRS = [
  ...pairs(["text", "muted"], [...GROUNDS, ...TINTS], TEXT),
  ...pairs(["accent", "accent-hover", "danger", "warning", "success"], GROUNDS, TEXT),
  ...["danger", "warning", "success"].map((tone) => [tone, [`${tone}-tint`], TEXT]),
  ...pairs(["on-accent"], ["accent", "accent-hover"], TEXT),
  ...GROUNDS.map((ground) => ["muted", [ground, "hover"], TEXT]),
  ...pairs(["field-border"], ["surface", "subtle", "raised"], EDGE),
  ...pairs(["focus"], [...GROUNDS, ...TINTS], EDGE),
];

for (const theme of ["default", ...THEMES]) {
  for (const scheme of ["light", "dark"]) {
    test(`words are readable and edges are seen: ${theme}, ${scheme}`, async () => {
      await site.page.emulateMedia({ colorScheme: scheme });
      await openReadyHost(site, `<meta name="color-scheme" content="light dark">${vijilElement(site)}`);
      await themed(site.page, theme);
      assert.deepEqual((await measured()).filter(({ contrast, least }) => contrast < least), []);
    });
  }
}

test("whoever asks for more contrast gets it: nothing is muted, and every line is an edge", async () => {
  await site.page.emulateMedia({ colorScheme: "light", contrast: "more" });
  await openReadyHost(site, vijilElement(site));
  const contrasts = Object.fromEntries((await measured()).map(({ pair, contrast }) => [pair, contrast]));
  assert.equal(contrasts["muted on surface"], contrasts["text on surface"]);
  assert.equal(contrasts["field-border on surface"], contrasts["text on surface"]);
  await site.page.emulateMedia({ contrast: "no-preference" });
});

/** Each pair with the contrast that the browser makes of it. */
async function measured() {
  const given = PAIRS.map(([front, grounds, least]) => ({ front, grounds, least }));
  return site.page.locator("invite-users").evaluate(({ shadowRoot }, wanted) => {
    const probe = shadowRoot.querySelector("[part=base]").appendChild(document.createElement("i"));
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const painted = (names) => {
      canvas.clearRect(0, 0, 1, 1);
      for (const name of names) {
        probe.style.setProperty("color", `var(--_${name})`);
        canvas.fillStyle = getComputedStyle(probe).color;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const luminance = (rgb) =>
      rgb.map((value) => linear(value / 255)).reduce((sum, it, index) => sum + it * [0.2126, 0.7152, 0.0722][index], 0);
    const told = wanted.map(({ front, grounds, least }) => {
      const [low, high] = [painted(grounds), painted([...grounds, front])].map(luminance).sort((a, b) => a - b);
      return { pair: `${front} on ${grounds.join(", ")}`, contrast: Math.round(((high + 0.05) / (low + 0.05)) * 100) / 100, least };
    });
    probe.remove();
    return told;
  }, given);
}

function pairs(fronts, grounds, least) {
  return fronts.flatMap((front) => grounds.map((ground) => [front, [ground], least]));
}
