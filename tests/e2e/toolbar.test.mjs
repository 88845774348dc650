/** Where things stand in the toolbar: in one line wherever they fit, in line with the rows where there is room. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui } from "./words.mjs";

const site = useSite();

const PEOPLE = ["ann@acme.com", "ben@acme.com", "carla@acme.com", "ann@acme.com", "mia(at)acme.com"];
const LOCALES = readdirSync(new URL("../../web/locales", import.meta.url)).map((file) => file.replace(".json", ""));

/** Each way to choose a role: one, several, with a field of the API's beside it, and any word. */
const APIS = ["vijil", "extractor", "contextual", "smartdocumentor"];

for (const api of APIS) {
  test(`${api}: three counts and the role for all stand in one line from 40rem on`, async () => {
    const widget = await openCrowd(element(api));
    for (const width of [40, 47, 48, 54, 70]) {
      await widen(widget, width);
      assert.equal(await lines(widget), 1, `${width}rem`);
    }
  });
}

test("so do the selection and what is done with it", async () => {
  const widget = await openCrowd(vijilElement(site));
  await widget.host.getByRole("checkbox", { name: ui("select_all"), exact: true }).check();
  await widget.host.getByText(ui("selected", { count: 5 }), { exact: true }).waitFor();
  await widen(widget, 40);
  assert.equal(await lines(widget), 1);
});

test("in every language one line is enough from 46rem on", async () => {
  const widget = await openCrowd(vijilElement(site));
  await widen(widget, 46);
  for (const locale of LOCALES) {
    await speak(widget, locale);
    assert.equal(await lines(widget), 1, locale);
  }
});

test("the role for all stands in line with the roles below where there is room", async () => {
  for (const api of APIS) {
    const widget = await openCrowd(element(api));
    await widen(widget, 64);
    for (const direction of ["ltr", "rtl"]) {
      await site.page.evaluate((dir) => (document.documentElement.dir = dir), direction);
      const [above, below] = await starts(widget, direction);
      assert.ok(Math.abs(above - below) <= 1, `${api}, ${direction}: ${above} above ${below}`);
    }
  }
});

test("counts that are too long for one line push the role below, and cut nothing", async () => {
  const widget = await openCrowd(vijilElement(site));
  // The longest words of all, which want 42rem and more in any usual font.
  await speak(widget, "fr");
  await widen(widget, 35);
  assert.equal(await lines(widget), 2);
  const cut = await widget.host.locator(".acts").evaluate((acts) => acts.scrollWidth - acts.clientWidth);
  assert.ok(cut <= 0, `${cut}`);
});

function element(api) {
  return `<invite-users api="${api}" endpoint="${site.server.origin}/invite"></invite-users>`;
}

/** A list with three counts, in the letters that most pages have. */
async function openCrowd(markup) {
  const widget = await openReadyHost(site, markup);
  await site.page.setViewportSize({ width: 1280, height: 900 });
  await site.page.evaluate(() => (document.body.style.fontFamily = "sans-serif"));
  await widget.addPeople(...PEOPLE);
  for (const key of ["count_to_fix", "count_duplicates"]) {
    await widget.host.locator("[part=counts]").getByText(ui(key, { count: 1 })).waitFor();
  }
  return widget;
}

/** Shows the form in a language. */
async function speak(widget, locale) {
  await widget.host.evaluate((element, wanted) => (element.locale = wanted), locale);
  await widget.host.locator(`[lang="${locale}"]`).first().waitFor();
}

function widen(widget, width) {
  return widget.host.evaluate((element, rem) => {
    element.style.cssText = `display: block; inline-size: ${rem}rem`;
  }, width);
}

/** How many lines the toolbar has: what does not begin below the middle of the line before is in it. */
function lines(widget) {
  return widget.host.locator("[part=toolbar] > .acts").evaluate((acts) => {
    const boxes = [...acts.querySelectorAll("label, .counts > *, button, select, input")]
      .map((box) => box.getBoundingClientRect()).filter(({ height }) => height > 0);
    const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2).sort((one, other) => one - other);
    return middles.filter((middle, index) => index === 0 || middle - middles[index - 1] > 8).length;
  });
}

/** Where the role for all and the first person's role begin. */
function starts(widget, direction) {
  return widget.host.evaluate(({ shadowRoot }, rtl) => {
    const edge = (selector) => {
      const control = shadowRoot.querySelector(`${selector} > .role > :not(.label, .popup)`);
      const { left, right } = control.getBoundingClientRect();
      return rtl ? right : left;
    };
    return [edge(".acts"), edge(".person")];
  }, direction === "rtl");
}
