/** The form in somebody else's page: nothing jumps when it arrives, slots and tokens reach it, columns line up. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useSite } from "./harness.mjs";
import { openHost, openReadyHost, vijilElement } from "./host-page.mjs";
import { openState } from "./states.mjs";
import { THEMES, themed } from "./themes.mjs";
import { ui } from "./words.mjs";

const site = useSite({ reducedMotion: "reduce" });

for (const [width, density] of [[320, "comfortable"], [960, "comfortable"], [320, "compact"], [960, "compact"]]) {
  test(`nothing moves when the form arrives, ${width} px wide and ${density}`, async () => {
    await site.page.setViewportSize({ width, height: 1200 });
    let arrive;
    const arrived = new Promise((resolve) => (arrive = resolve));
    await site.page.route("**/*.wasm", (route) => arrived.then(() => route.continue()));
    const element = vijilElement(site, `density="${density}"`).replace("></", ">Loading the form …</");
    await openHost(site, `${element}<p id="below">Below</p>`);
    await site.page.waitForFunction(() => document.querySelector("invite-users:state(loading)"));
    await site.page.evaluate(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: "layout-shift" });
    });
    const place = () => site.page.locator("#below").evaluate((it) => it.getBoundingClientRect().top);
    const before = await place();
    assert.ok(before > 300, `room is kept: ${before}`);
    arrive();
    await site.page.locator("invite-users").evaluate(({ ready }) => ready);
    assert.equal(await place(), before);
    await site.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.deepEqual(await site.page.evaluate(() => window.shifts), []);
  });
}

test("what is slotted is seen at its place, and what it replaces is not", async () => {
  const names = ["heading", "help", "limit", "footer", "success"];
  const slotted = names.map((name) => `<p slot="${name}">Own ${name}</p>`).join("");
  const widget = await openReadyHost(site, vijilElement(site).replace("></", `>${slotted}</`));
  for (const name of names.slice(0, -1)) assert.ok(await site.page.getByText(`Own ${name}`).isVisible(), name);
  for (const key of ["heading", "help"]) assert.ok(await widget.host.getByText(ui(key)).isHidden(), key);
  const tops = await site.page.locator("[slot]").evaluateAll((elements) =>
    elements.slice(0, -1).map((element) => element.getBoundingClientRect().top));
  assert.deepEqual(tops, tops.toSorted((a, b) => a - b));
  await widget.addPeople("ann@acme.com");
  await widget.inviteButton.click();
  await site.page.getByText("Own success").waitFor();
});

test("one token changes what is derived from it, and none needs a style of its own", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  const looks = () => widget.host.evaluate(({ shadowRoot }) => {
    const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
    return { ground: style("[part=base]").backgroundColor, corner: style("[part=add-button]").borderRadius };
  });
  const own = await looks();
  for (const theme of THEMES) {
    await themed(site.page, theme);
    const { ground, corner } = await looks();
    assert.notDeepEqual({ ground, corner }, own, theme);
  }
});

test("roles stand in one column, below the role for all", async () => {
  for (const state of ["ready", "mixed"]) {
    const widget = await openState(site.page, state);
    await site.page.setViewportSize({ width: 1280, height: 900 });
    await widget.host.evaluate((host) => host.style.setProperty("inline-size", "50rem"));
    const starts = await widget.host.locator("[part=list] select, #role-of-many").evaluateAll((selects) =>
      [...new Set(selects.map((select) => Math.round(select.getBoundingClientRect().left)))]);
    assert.equal(starts.length, 1, `${state}: ${starts}`);
  }
});

test("a row of one line is 2.5rem high, and 2rem where it is compact", async () => {
  const widget = await openState(site.page, "ready");
  await site.page.setViewportSize({ width: 1280, height: 900 });
  const height = () => widget.person("carla@acme.com").evaluate((row) => row.offsetHeight);
  assert.equal(await height(), 40);
  await widget.set({ density: "compact" });
  await widget.host.and(site.page.locator(":state(compact)")).waitFor();
  assert.equal(await height(), 32);
});

test("words in another direction than the page's stand at the page's side", async () => {
  const widget = await openState(site.page, "mixed");
  await site.page.setViewportSize({ width: 320, height: 900 });
  await site.page.evaluate(() => void (document.documentElement.dir = "rtl"));
  const gaps = await widget.host.locator("[part=row] [dir=auto]").evaluateAll((notes) => notes.flatMap((note) => {
    const range = document.createRange();
    range.selectNodeContents(note);
    const { right } = note.parentElement.getBoundingClientRect();
    return [...range.getClientRects()].map((line) => Math.round(right - line.right));
  }));
  assert.ok(gaps.length > 0);
  assert.deepEqual(gaps.filter((gap) => gap > 1), []);
});

test("an address that is too long for its line is broken behind the @ or a dot", async () => {
  await site.page.setViewportSize({ width: 320, height: 900 });
  const widget = await openReadyHost(site, vijilElement(site));
  const address = "christopher.montgomery@recruiting.emea.example.com";
  await widget.addPeople(address);
  const lines = await widget.person(address).locator("[part=address]").evaluate((shown) => {
    const tops = new Map();
    for (let node = shown.firstChild; node; node = node.nextSibling) {
      if (!(node instanceof Text)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { top } = range.getBoundingClientRect();
      tops.set(top, (tops.get(top) ?? "") + node.data);
    }
    return [...tops.values()];
  });
  assert.equal(lines.join(""), address);
  assert.ok(lines.length > 1, lines.join(" "));
  assert.deepEqual(lines.slice(0, -1).filter((line) => !/[@.]$/.test(line)), []);
});

test("after a sending nothing offers to mend what can't be mended", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  await widget.addPeople("ann@acme.com", "mia(at)acme.com");
  const toFix = widget.host.locator("[part=counts]").getByText(ui("count_to_fix", { count: 1 }));
  assert.equal(await widget.host.locator("[part=counts] button").count(), 1);
  await widget.inviteButton.click();
  await widget.results.waitFor();
  await toFix.waitFor();
  assert.equal(await widget.host.locator("[part=counts] button").count(), 0);
});
