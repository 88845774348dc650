/** Each check of the look finds the fault that it is there for, and is silent without it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { useOnePage } from "../harness.mjs";
import { changedLines, lasting } from "./aria.mjs";
import { clipped } from "./clipped.mjs";
import { apply, isolate } from "./combinations.mjs";
import { differences } from "./differences.mjs";
import { unseenFocus } from "./focus-visible.mjs";
import { lendHelpers } from "./in-page.mjs";
import { motion } from "./motion.mjs";
import { overflow } from "./overflow.mjs";
import { judged } from "./pixels.mjs";
import { pseudo, pseudoMessages } from "./pseudo.mjs";
import { rawWords } from "./raw-words.mjs";
import { Faults } from "./report.mjs";
import { shifts, watchShifts } from "./shifts.mjs";
import { doubled, spacedOut } from "./spacing.mjs";
import { targets } from "./targets.mjs";

const site = useOnePage();

const GOOD = `<style>:host { display: block } button { font: inherit; min-height: 28px; margin: 4px; transition: color .1s }
  button:focus { outline: 2px solid #000 } @media (prefers-reduced-motion: reduce) { button { transition: none } }</style>
  <p>Invite people</p><button>Add</button> <button>Send</button> <bdi>first_last@acme.com</bdi>
  <pre>{"tenant_short_name": null}</pre>`;

/** A check, what it is to find, and the fault that is added to a form without any. */
const CASES = [
  [overflow, /scrolls sideways by/, `<p style="width: 2000px">Wide</p>`],
  [overflow, /sticks out of the page: p/, `<p style="margin-left: -40px">Left</p>`],
  [overflow, /scrolls sideways: div/, `<div style="overflow-x: auto"><p style="width: 2000px">Wide</p></div>`],
  [clipped, /cut off by div.*: Two lines/, `<div style="height: 16px; overflow: hidden; line-height: 30px">Two lines<br>of text</div>`],
  [clipped, /cut off by span.*: ann/, `<span style="display: block; width: 40px; overflow: hidden; white-space: nowrap">ann.lee@acme.com</span>`],
  [clipped, /spills out of button.*: Everybody/, `<button style="width: 30px; white-space: nowrap; padding: 0">Everybody</button>`],
  [clipped, /too wide for select.*: Organisation manager/, `<select style="width: 60px"><option>Organisation manager</option></select>`],
  [clipped, /too wide for select.*: Choose a role/, `<select style="width: 60px; text-overflow: ellipsis"><option value="">Choose a role</option></select>`],
  [targets, /overlaps/, `<button>One</button><button style="margin-left: -20px">Two</button>`],
  [targets, /overlaps/, `<button>Clear</button><div style="position: sticky; bottom: 0; margin-top: -34px"><button>Invite</button></div>`],
  [targets, /too small and too near/, `<style>.tiny { all: unset; display: inline-block; width: 12px; height: 12px }</style>
    <button class="tiny"></button><button class="tiny"></button>`],
  [rawWords, /: undefined people/, `<p>undefined people</p>`],
  [rawWords, /: \[object Object\]/, `<button aria-label="[object Object]">Add</button>`],
  [rawWords, /: \{count\} people/, `<p title="{count} people">People</p>`],
  [rawWords, /: count_people/, `<select><option>count_people</option></select>`],
  [motion, /moves too long: button/, `<button style="transition: opacity .4s">Slow</button>`],
  [motion, /in spite of reduced motion: button/, `<button style="transition: opacity .1s">Quick</button>`],
  [spacedOut, /cut off by div/, `<div style="width: 4.5rem; overflow: hidden; white-space: nowrap">Invite all</div>`],
  [doubled, /cut off by div/, `<div style="height: 20px; overflow: hidden; line-height: 1.2">Invite</div>`],
  [unseenFocus, /nothing shows the focus of button/, `<button style="outline: none">Hidden</button>`],
  [unseenFocus, /too little shows the focus of button/, `<style>.faint:focus { outline-color: #ddd }</style><button class="faint">Faint</button>`],
];

for (const [check, message, fault] of CASES) {
  test(`${check.name} finds what it is there for: ${message.source}`, async () => {
    await open(GOOD + fault);
    const found = await check(site.page);
    assert.ok(found.some((it) => message.test(it)), `found only: ${found.join("; ")}`);
  });
}

test("no check finds anything where nothing is wrong", async () => {
  await open(GOOD);
  for (const check of new Set(CASES.map(([it]) => it))) assert.deepEqual(await check(site.page), [], check.name);
});

test("what jumps by itself is found", async () => {
  await open(`${GOOD}<p id="late" hidden>Late news</p><p>Below</p>`);
  await watchShifts(site.page);
  assert.deepEqual(await shifts(site.page), []);
  await site.page.locator("#late").evaluate((late) => (late.hidden = false));
  assert.match((await shifts(site.page)).join(), /jumps: something in the form from/);
});

test("pictures are told apart by their size, and by how many pixels are another colour", async () => {
  await open(GOOD);
  const host = site.page.locator("invite-users");
  const before = await host.screenshot();
  assert.equal(judged(await differences(site.page, before, await host.screenshot())), undefined);
  await site.page.locator("p").evaluate((line) => line.style.setProperty("color", "red"));
  assert.match(judged(await differences(site.page, before, await host.screenshot())), /pixels have changed/);
  await site.page.locator("p").evaluate((line) => line.style.setProperty("padding", "9px"));
  assert.match(judged(await differences(site.page, before, await host.screenshot())), /^it was/);
});

test("accessibility trees are told apart by line, whatever is counted down", () => {
  assert.deepEqual(changedLines("- list\n- button", "- list\n- link"), ["no longer there: - button", "new: - link"]);
  assert.deepEqual(changedLines("- list\n- button", "- button\n- list"), ["in another order"]);
  assert.deepEqual(changedLines("- list", "- list"), []);
  assert.equal(lasting("goes on in 12 seconds"), lasting("goes on in 9 seconds"));
});

test("the pseudo-language keeps places and plural forms, and is 40 % longer", () => {
  assert.equal(pseudo("Remove {email}"), "Réééémõvé {email}");
  const text = "Type addresses, paste a list from anywhere, or drop a CSV file.";
  assert.ok(pseudo(text).length >= text.length * 1.4);
  assert.equal(pseudo("PDF"), "PDFøø");
  const { ui } = pseudoMessages();
  assert.deepEqual(Object.keys(ui.invite_people), ["one", "other"]);
});

test("a fault is told once, with where it was first", () => {
  const faults = new Faults();
  for (const place of ["at 320 px", "at 480 px"]) faults.note(place, ["too wide", "too wide"]);
  assert.deepEqual(faults.lines(), ["at 320 px: too wide (and in 1 more looks)"]);
});

/** A page with an element that is as the form is built: its content in a shadow root. */
async function open(content) {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Look</title>
    <invite-users><template shadowrootmode="open">${content}</template></invite-users></html>`;
  await site.page.route("**/look", (route) => route.fulfill({ body, contentType: "text/html" }));
  await site.page.goto("/look");
  await isolate(site.page);
  await lendHelpers(site.page);
  await apply(site.page, { width: 480 });
}
