/** A list of which only a part is in the page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { focused } from "./focus.mjs";
import { useSite } from "./harness.mjs";
import { openReadyHost, vijilElement } from "./host-page.mjs";
import { ui, uiPattern } from "./words.mjs";

const site = useSite();

/** More rows are never in the page: the window, and the one or two that the focus needs. */
const DRAWN_MAX = 260;

/** A page with so many people in the list: `p1@acme.com`, `p2@acme.com` and on. */
async function openLong(count) {
  const widget = await openReadyHost(site, vijilElement(site));
  const people = Array.from({ length: count }, (_, index) => address(index + 1));
  await widget.call("add", people.join("\n"));
  await widget.person(address(1)).waitFor();
  return widget;
}

function address(number) {
  return `p${number}@acme.com`;
}

/** The item of the list that an address is in. */
function item(widget, number) {
  return widget.rows.filter({ has: widget.page.getByRole("group", { name: address(number), exact: true }) });
}

function showButton(widget, first, last) {
  return widget.host.getByRole("button", { name: ui("show_rows", { first, last }), exact: true });
}

/** Presses keys in rows, each of them as soon as the one before has led somewhere: sooner than the window follows. */
function pressAtOnce(widget, ...keys) {
  return widget.host.evaluate(async ({ shadowRoot }, all) => {
    for (const key of all) {
      const arrival = new Promise((resolve) => shadowRoot.addEventListener("focusin", resolve, { once: true }));
      shadowRoot.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await arrival;
    }
  }, keys);
}

/** Waits until a locator finds this many. */
async function untilCount(locator, wanted) {
  await locator.nth(wanted - 1).waitFor();
  assert.equal(await locator.count(), wanted);
}

test("up to 200 rows are all in the page, with no place in a whole", async () => {
  const widget = await openLong(200);
  await item(widget, 200).waitFor();
  await untilCount(widget.rows, 200);
  assert.equal(await item(widget, 200).getAttribute("aria-posinset"), null);
});

test("of more, some are in the page, and each tells its place among all", async () => {
  const widget = await openLong(10_000);
  await item(widget, 200).waitFor();
  assert.ok(await widget.rows.count() <= DRAWN_MAX);
  for (const number of [1, 200]) {
    assert.equal(await item(widget, number).getAttribute("aria-posinset"), String(number));
    assert.equal(await item(widget, number).getAttribute("aria-setsize"), "10000");
  }
});

test("scrolled to its end, the list has its last row, whatever the count", async () => {
  const widget = await openLong(251);
  await site.page.mouse.wheel(0, 60_000);
  await item(widget, 251).waitFor();
});

test("keys reach every one of 10,000 rows", async () => {
  const widget = await openLong(10_000);
  await widget.person(address(1)).focus();
  for (const [key, number] of [
    ["End", 10_000], ["ArrowUp", 9999], ["PageUp", 9989], ["ArrowDown", 9990], ["Home", 1],
  ]) {
    await site.page.keyboard.press(key);
    await focused(widget.person(address(number)));
  }
  for (let number = 11; number <= 301; number += 10) {
    await site.page.keyboard.press("PageDown");
    await focused(widget.person(address(number)));
  }
  await site.page.keyboard.press("ArrowDown");
  await focused(widget.person(address(302)));
  assert.equal(await item(widget, 302).getAttribute("aria-posinset"), "302");
});

test("the focus stays on a row that the window reaches after it", async () => {
  const widget = await openLong(1000);
  await widget.person(address(1)).focus();
  await site.page.keyboard.press("End");
  await focused(widget.person(address(1000)));
  await pressAtOnce(widget, "Home", "PageDown", "PageDown");
  await item(widget, 22).waitFor();
  await focused(widget.person(address(21)));
});

test("Tab leads back to the row that had the focus, wherever the page was scrolled to", async () => {
  const widget = await openLong(1000);
  await widget.person(address(1)).focus();
  await site.page.keyboard.press("End");
  await focused(widget.person(address(1000)));
  await widget.field.focus();
  await item(widget, 5).waitFor();
  assert.equal(await item(widget, 900).count(), 0);
  await widget.person(address(1000)).focus();
  await item(widget, 990).waitFor();
});

test("buttons at both ends of what is there lead on, and say where", async () => {
  const widget = await openLong(1000);
  await item(widget, 240).waitFor();
  await showButton(widget, 241, 440).press("Enter");
  await focused(widget.person(address(241)));
  await widget.host.getByText(ui("rows_shown", { first: 241, last: 440, total: "1,000" })).waitFor();
  await item(widget, 440).waitFor();
  const back = widget.host.getByRole("button", { name: uiPattern("show_rows") }).first();
  const [first] = /\d+/.exec(await back.innerText());
  await back.press("Enter");
  await focused(widget.person(address(first)));
  assert.equal(await item(widget, first).getAttribute("aria-posinset"), first);
});

test("a row that has the focus stays when it is scrolled away, with what is typed in it", async () => {
  const widget = await openLong(2000);
  await widget.person(address(3)).focus();
  await site.page.keyboard.press("F2");
  const field = widget.editField(address(3));
  await focused(field);
  await field.fill("carla@acme.com, and more");
  const { height } = await item(widget, 10).boundingBox();
  await site.page.mouse.wheel(0, 1200 * height);
  await item(widget, 1250).waitFor();
  await item(widget, 10).waitFor({ state: "detached" });
  await focused(field);
  assert.equal(await field.inputValue(), "carla@acme.com, and more");
  await field.press("Escape");
  await focused(widget.person(address(3)));
  await item(widget, 10).waitFor();
});

test("a row at the edge can be removed, and the next one has the focus", async () => {
  const widget = await openLong(1000);
  await widget.person(address(1)).focus();
  await site.page.keyboard.press("End");
  await focused(widget.person(address(1000)));
  await site.page.keyboard.press("Delete");
  await focused(widget.person(address(999)));
  await site.page.keyboard.press("Home");
  await focused(widget.person(address(1)));
  await site.page.keyboard.press("Delete");
  await focused(widget.person(address(2)));
  assert.equal(await item(widget, 2).getAttribute("aria-setsize"), "998");
});

test("a search looks through all rows, and those it finds have places of their own", async () => {
  const widget = await openLong(2000);
  const search = widget.host.getByRole("searchbox");
  await search.fill("p199");
  await untilCount(widget.rows, 11);
  assert.equal(await item(widget, 1999).getAttribute("aria-posinset"), null);
  await search.fill("");
  await item(widget, 200).waitFor();
  assert.equal(await item(widget, 200).getAttribute("aria-setsize"), "2000");
});

test("what is to be mended is found, though its row is not there yet", async () => {
  const widget = await openReadyHost(site, vijilElement(site));
  const people = Array.from({ length: 900 }, (_, index) => address(index + 1));
  await widget.call("add", [...people, "mia(at)acme.com"].join("\n"));
  await widget.host.getByRole("button", { name: ui("count_to_fix", { count: 1 }) }).click();
  await focused(widget.editField("mia(at)acme.com"));
});
